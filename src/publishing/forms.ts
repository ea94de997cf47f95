import { z } from 'zod'
import { stopKinds } from './checking/what-is-checked.js'
import { choice, line, neededText, several, text } from '../web/fields.js'

export const SubmitForm = z.strictObject({ reason: text(600) })

export const SubmitAgainForm = z.strictObject({
  reason: neededText('Say in a sentence what is different in the new edition', 600),
})

export const ApproveForm = z.strictObject({ hash: z.string().regex(/^[0-9a-f]{64}$/, 'Open the submission again') })

export const ReturnForm = z.strictObject({ because: neededText('Say what should change', 5000) })

/** The words that give a pseudonym away, to be written in a coarser form. */
export const CoarserForm = z.strictObject({ words: line('Say which words', 200), once: z.string().optional() })

/** Where in the check somebody was, so that they come back to it. */
const inTheCheck = {
  at: z.string().max(80).default(''),
  kind: z.enum(['', ...stopKinds.map(one => one.kind)]).default(''),
}

/** Pieces that are ticked in the check. */
export const TickedForm = z.strictObject({ ...inTheCheck, pieces: several(), of: z.string().max(80).optional() })

/** Words that are ticked as nobody's name. */
export const NoNamesForm = z.strictObject({ ...inTheCheck, words: several() })

/** What each picture shows, by `alt-` and the id of its file. */
export const DescriptionsForm = z.object(inTheCheck).catchall(text(500))

export const AnswerAskedForm = z.strictObject({
  pieces: several(),
  nobody: several(),
  answer: choice(['share', 'keep'], 'Choose whether you share them or keep them back'),
  because: text(600),
})
