import { z } from 'zod'
import { line, neededText, text } from '../web/fields.js'

export const SubmitForm = z.strictObject({ reason: text(600) })

export const SubmitAgainForm = z.strictObject({
  reason: neededText('Say in a sentence what is different in the new edition', 600),
})

export const ApproveForm = z.strictObject({ hash: z.string().regex(/^[0-9a-f]{64}$/, 'Open the submission again') })

export const ReturnForm = z.strictObject({ because: neededText('Say what should change', 5000) })

/** The words that give a pseudonym away, to be written in a coarser form. */
export const CoarserForm = z.strictObject({ words: line('Say which words', 200), once: z.string().optional() })
