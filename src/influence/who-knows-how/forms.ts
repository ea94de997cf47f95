import { z } from 'zod'
import { line, neededText } from '../../web/fields.js'

export const KnowHowForm = z.strictObject({
  what: line('Say in one line what colleagues may ask you about', 160),
  school: z.string().default(''),
})

export const AskForm = z.strictObject({
  words: neededText('Say what you would like to know', 1500),
})
