import { z } from 'zod'

const letters = z
  .string()
  .max(20_000)
  .regex(/^[\w-]*$/)

/** What a browser hands on from a passkey; what else it adds is left out. */
const Answer = z.object({
  id: letters.min(1).max(1400),
  rawId: letters.min(1).max(1400),
  type: z.literal('public-key'),
  clientExtensionResults: z.object({}).catch({}),
})

export const AnswerOfPasskey = Answer.extend({
  response: z.object({
    clientDataJSON: letters,
    authenticatorData: letters,
    signature: letters,
    userHandle: letters.optional(),
  }),
})
export type AnswerOfPasskey = z.output<typeof AnswerOfPasskey>

export const NewPasskeyAnswer = Answer.extend({
  response: z.object({
    clientDataJSON: letters,
    attestationObject: letters,
    transports: z.array(z.string().max(20)).max(8).optional().catch([]),
  }),
})
export type NewPasskeyAnswer = z.output<typeof NewPasskeyAnswer>

/** Reads an answer as a field of a form carries it. @returns null for anything else */
export function readAnswer<Kind extends typeof AnswerOfPasskey | typeof NewPasskeyAnswer>(
  kind: Kind,
  typed: string,
): z.output<Kind> | null {
  try {
    const reading = kind.safeParse(JSON.parse(typed))
    return reading.success ? (reading.data as z.output<Kind>) : null
  } catch {
    return null
  }
}

/** The question that an answer says it answers; empty where it says none. */
export function questionIn({ response }: AnswerOfPasskey | NewPasskeyAnswer): string {
  try {
    const said = JSON.parse(Buffer.from(response.clientDataJSON, 'base64url').toString()) as { challenge?: unknown }
    return typeof said.challenge === 'string' ? said.challenge : ''
  } catch {
    return ''
  }
}
