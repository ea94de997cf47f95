import { z } from 'zod'
import { line, neededText, optionalLine, text } from '../web/fields.js'

export const HandoverForm = z.strictObject({
  to: line('Choose who should lead next'),
  note: neededText('Write a note: what they need to know, and where things stand', 5000),
})

export const HandoverAnswerForm = z.strictObject({
  answer: z.enum(['accept', 'decline'], { error: 'Accept or decline' }),
})

export const ReasonForm = z.strictObject({ because: line('Say why, in a sentence', 600) })

export const DescriptionForm = z.strictObject({
  was: z.string().optional(),
  name: line('Give the group a short name', 80),
  why: text(5000),
  theme: optionalLine(),
})
