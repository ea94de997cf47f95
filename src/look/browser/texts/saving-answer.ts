import { send } from '../answers.js'

export type Answer =
  | { kind: 'saved'; version: string; body: string; savedAt: string }
  | { kind: 'clash'; version: string; theirs: string; by: string }
  | { kind: 'signed-out' }
  /** With `passes` it is worth trying again: there was no room for it. */
  | { kind: 'refused'; message: string; passes: boolean }
  | { kind: 'unreached' }

interface Spoken {
  version?: number | string
  body?: string
  savedAt?: string
  theirs?: string
  by?: string
}

// The browser lets a request outlive its page only when it is small.
const mostToOutlive = 60_000

/** Sends words to be saved, and says in one word how it went. */
export async function sendWords(address: string, body: string, version: string): Promise<Answer> {
  const words = new URLSearchParams({ body, version })
  const answer = await send<Spoken>(address, words, { keepalive: words.toString().length < mostToOutlive })
  if (answer.kind === 'signed-out' || answer.kind === 'unreached') return answer
  const { fields } = answer
  const now = String(fields.version ?? '')
  if (answer.kind === 'done')
    return { kind: 'saved', version: now, body: fields.body ?? body, savedAt: fields.savedAt ?? '' }
  if (answer.status === 409 && fields.theirs !== undefined)
    return { kind: 'clash', version: now, theirs: fields.theirs, by: fields.by ?? 'Somebody else' }
  const passes = answer.status === 507
  return { kind: 'refused', passes, message: fields.message ?? 'These words could not be saved here.' }
}
