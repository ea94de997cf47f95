import { z } from 'zod'
import { email, line, several } from '../web/fields.js'
import { whyTooWeak } from './passwords/weak-passwords.js'

const atLeast = 12
const atMost = 200

export const SignInForm = z.strictObject({
  email: email(),
  password: z
    .string({ error: 'Enter your password' })
    .min(1, 'Enter your password')
    .max(1000, 'That is not your password'),
  next: z.string().optional(),
})

export const ForgottenForm = z.strictObject({ email: email() })

export const NewPasswordForm = z.strictObject({ password: newPassword() })

export const SetupForm = z
  .strictObject({
    code: line('Enter the setup code', 100),
    name: line('Enter your name', 100),
    email: email(),
    password: newPassword(),
  })
  .superRefine(notAboutYou)

export const NewPersonForm = z.strictObject({
  name: line('Enter your name', 100),
  password: newPassword(),
  school: z.string().max(40).optional(),
})

export const NewPersonBySchoolForm = z.strictObject({
  name: line('Enter your name', 100),
  school: z.string().max(40).optional(),
})

export const AcceptForm = z.strictObject({ school: z.string().max(40).optional() })

/** A role is confirmed, and others that are ticked with it. */
export const ConfirmingForm = z.strictObject({ too: several() })

export const NameForm = z.strictObject({ name: line('Enter your name', 100) })

/** Whoever has no password has come in a moment ago (src/people/signing-in/really-them.ts). */
export const EmailForm = z.strictObject({
  email: email(),
  password: z.string().max(1000, 'That is not your password').optional().default(''),
})

/** The name is for password managers alone. */
export const ChangePasswordForm = z.strictObject({
  username: z.string().optional(),
  current: currentPassword(),
  password: newPassword(),
})

/** Why something is asked for that others read of. */
export const WhyForm = z.strictObject({
  because: line('Say why. Those whom it touches, and whoever may agree, read it', 300),
})

export function currentPassword() {
  return z.string({ error: 'Enter your password' }).min(1, 'Enter your password').max(1000, 'That is not your password')
}

/** At least twelve characters, any characters; whether it would be guessed first, `whyTooWeak` says. */
function newPassword() {
  return z.string({ error: 'Choose a password' }).superRefine((password, ctx) => {
    const length = [...password.normalize('NFKC')].length
    const mistake =
      length === 0
        ? 'Choose a password'
        : length < atLeast
          ? `Make your password at least ${atLeast} characters long`
          : length > atMost
            ? `Keep your password to ${atMost} characters`
            : undefined
    if (mistake) ctx.addIssue({ code: 'custom', message: mistake })
  })
}

async function notAboutYou(
  form: { name?: string; email?: string; password?: string },
  ctx: z.RefinementCtx,
): Promise<void> {
  const mistake = form.password && (await whyTooWeak(form.password, [form.name ?? '', form.email ?? '']))
  if (mistake) ctx.addIssue({ code: 'custom', path: ['password'], message: mistake })
}
