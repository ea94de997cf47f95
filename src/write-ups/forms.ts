import { z } from 'zod'
import { line } from '../web/fields.js'

export const TitleForm = z.strictObject({
  title: line('Give the write-up a title', 200),
  was: z.string().max(500),
})

export const HeadingForm = z.strictObject({ heading: line('Give the part a heading', 160) })

export const ReferencesForm = z.strictObject({ which: z.enum(['all', 'cited'], { error: 'Choose what is listed' }) })
