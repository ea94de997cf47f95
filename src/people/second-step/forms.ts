import { z } from 'zod'
import { line } from '../../web/fields.js'

const code = () => z.string().trim().max(100, 'That is not a code').optional().default('')
const answer = () => z.string().max(60_000, 'That is not what a passkey answers').optional().default('')
const password = () => z.string().max(1000, 'That is not your password').optional().default('')
const sentence = 'Enter the six digits that the app shows now'

const step = { code: code(), recovery: code(), passkey: answer() }

/** The step as it was typed, or as a passkey answered. */
export interface StepTyped {
  code: string
  recovery: string
  passkey: string
}

/** One of the three: what the app shows, a recovery code, or what a passkey answers. */
export const SecondStepForm = z.strictObject(step).superRefine(oneOfThem)

export const BeginForm = z.strictObject({ password: password(), next: z.string().optional() })

export const AppCodeForm = z.strictObject({
  code: z.string({ error: sentence }).trim().min(1, sentence).max(100, sentence),
})

/** To change what is asked at the door takes both: the password, and the step as it is now. */
export const ChangingForm = z.strictObject({ password: password(), ...step }).superRefine(oneOfThem)

/** A passkey is added: what it is called, and for whoever has a second step, the step as it is now. */
export const NewPasskeyForm = z.strictObject({
  name: line('Say what it is, such as My telephone', 60),
  password: password(),
  next: z.string().optional(),
  ...step,
})

export const PasskeyNameForm = z.strictObject({ name: line('Say what it is, such as My telephone', 60) })

export const PasskeyAnswerForm = z.strictObject({ passkey: answer() })

function oneOfThem(form: StepTyped, ctx: z.RefinementCtx): void {
  if (form.code || form.recovery || form.passkey) return
  ctx.addIssue({ code: 'custom', path: ['code'], message: nothingTyped })
}

export const nothingTyped = 'Show one of your second steps: a code of your app, a passkey, or a recovery code'
