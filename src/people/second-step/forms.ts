import { z } from 'zod'
import { currentPassword } from '../forms.js'

const code = () => z.string().trim().max(100, 'That is not a code').optional().default('')
const sentence = 'Enter the six digits that the app shows now'

/** One of the two: what the app shows, or a recovery code. */
export const SecondStepForm = z.strictObject({ code: code(), recovery: code() }).superRefine((form, ctx) => {
  if (!form.code && !form.recovery) ctx.addIssue({ code: 'custom', path: ['code'], message: sentence })
})

export const BeginForm = z.strictObject({ password: currentPassword(), next: z.string().optional() })

export const AppCodeForm = z.strictObject({
  code: z.string({ error: sentence }).trim().min(1, sentence).max(100, sentence),
})

/** To change what is asked at the door takes both: the password, and the step as it is now. */
export const ChangingForm = z
  .strictObject({ password: currentPassword(), code: code(), recovery: code() })
  .superRefine((form, ctx) => {
    if (!form.code && !form.recovery) ctx.addIssue({ code: 'custom', path: ['code'], message: sentence })
  })
