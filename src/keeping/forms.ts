import { z } from 'zod'
import { dayToCome, line, several } from '../web/fields.js'

const why = 'Say why, in a sentence'

/** A number of months, or `never` with a reason. */
export const PeriodForm = z
  .strictObject({
    months: z.string({ error: 'Choose how long' }),
    because: z
      .string()
      .optional()
      .transform(words => (words ?? '').trim())
      .pipe(z.string().max(300, 'Keep this under 300 characters')),
  })
  .refine(form => form.months !== 'never' || form.because !== '', {
    path: ['because'],
    message: 'Say why it never goes by itself: people may ask',
  })

/** Holding back: for one period more, until a day, or until somebody lets go. */
export const HoldForm = z
  .strictObject({
    things: several(),
    how: z.enum(['period', 'day', 'open'], { error: 'Choose how long' }),
    until: z.string().optional(),
    because: line(why, 300),
  })
  .superRefine((form, context) => {
    if (form.how !== 'day') return
    const day = dayToCome('Enter the day until which it is held').safeParse(form.until ?? '')
    for (const issue of day.error?.issues ?? [])
      context.addIssue({ code: 'custom', path: ['until'], message: issue.message })
  })

export const ReasonForm = z.strictObject({ because: line(why, 500) })
