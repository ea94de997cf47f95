import { z } from 'zod'
import { neededText, text } from '../web/fields.js'

export const SendForm = z.strictObject({
  releaseDays: z
    .string()
    .trim()
    .optional()
    .transform(days => (days ?? '').replace(',', '.'))
    .pipe(z.string().regex(/^(\d{1,3}(\.\d{1,2})?)?$/, 'Enter a number of days such as 1.5, or leave it empty'))
    .transform(days => (days === '' ? null : Number(days))),
})

export const SubmitForm = z.strictObject({ reason: text(2000) })

export const ApproveForm = z.strictObject({
  hash: z.string().regex(/^[0-9a-f]{64}$/, 'Open the report again before you approve it'),
})

export const ReturnForm = z.strictObject({ because: neededText('Say what should change', 5000) })

export const WithdrawForm = z.strictObject({ because: neededText('Say why it is withdrawn. Readers see it', 2000) })
