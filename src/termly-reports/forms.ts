import { z } from 'zod'
import { choice, line, neededText, optionalDate, optionalLine, text, version } from '../web/fields.js'
import { outcomeKeys } from './arranging/outcomes.js'

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

/** Where a part goes: one place up or down, or before another part; `before` left empty is the end. */
export const PlaceForm = z.union([
  z.strictObject({ by: z.enum(['up', 'down']) }),
  z.strictObject({ before: z.string().max(60) }),
])

export const AddPartForm = z.strictObject({
  once: z.string().optional(),
  newHeading: line('Give the part a heading', 120),
})

export const HeadingForm = z.strictObject({ heading: line('Give the part a heading', 120), was: z.string().max(200) })

export const PromiseForm = z.strictObject({
  once: z.string().optional(),
  promise: line('Say what the network will do', 300),
})

export const OutcomeForm = z.strictObject({
  outcome: choice(outcomeKeys, 'Choose where the promise stands'),
  became: text(2000),
  version: version(),
})

export const SightForm = z.strictObject({
  once: z.string().optional(),
  what: line('Say what there is to see', 200),
  place: line('Say where it is', 200),
  onDay: optionalDate(),
  hours: optionalLine(80),
})

export const PictureForm = z.strictObject({
  once: z.string().optional(),
  file: z.string().max(60),
  alt: line('Say what the picture shows, for readers who cannot see it', 600),
  caption: optionalLine(200),
})
