import { z } from 'zod'
import { line, neededText, text } from '../web/fields.js'

export const TitleForm = z.strictObject({
  title: line('Give the write-up a title', 200),
  was: z.string().max(500),
})

export const HeadingForm = z.strictObject({ heading: line('Give the part a heading', 160) })

export const SubmitForm = z.strictObject({ reason: text(600) })

export const SubmitAgainForm = z.strictObject({
  reason: neededText('Say in a sentence what is different in the new edition', 600),
})

export const ApproveForm = z.strictObject({ hash: z.string().regex(/^[0-9a-f]{64}$/, 'Open the submission again') })

export const ReturnForm = z.strictObject({ because: neededText('Say what should change', 5000) })

export const ReferencesForm = z.strictObject({ which: z.enum(['all', 'cited'], { error: 'Choose what is listed' }) })
