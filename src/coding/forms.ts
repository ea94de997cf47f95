import { z } from 'zod'
import { choice, line, neededText, optionalLine, several, text, version } from '../web/fields.js'
import { resolutions } from './blind-readings/resolutions.js'
import { colourKeys } from './codebook/colours.js'

const mark = z
  .string()
  .optional()
  .transform(words => (words ?? '').replace(/\s+/g, '').toLocaleUpperCase('en-GB'))
  .pipe(z.string().regex(/^[\p{L}\p{N}]{0,4}$/u, 'A mark is one to four letters or figures'))

const said = { name: line('Give the code a short name', 80), description: text(4000), notFor: text(4000), mark }

export const CodeForm = z.strictObject({
  ...said,
  colour: z.union([z.literal(''), choice(colourKeys, 'Choose one of the colours')]).default(''),
  parentId: optionalLine(40),
})

export const DescriptionForm = z.strictObject({
  ...said,
  colour: choice(colourKeys, 'Choose one of the colours'),
  version: version(),
})

export const SpotForm = z.strictObject({ parentId: optionalLine(40), beforeId: optionalLine(40) })

export const ShiftForm = z.strictObject({ way: choice(['up', 'down'], 'Say which way') })

export const MergingForm = z.strictObject({ into: line('Choose the code that it goes into', 40) })

export const StepForm = z.strictObject({
  act: line('There is nothing to undo', 40),
  back: z.string().max(2000).optional(),
})

const offset = z.coerce.number().int().min(0).max(100_000_000).optional()

/** Words of a text, by where they begin and end (as the browser counts) or by their first and last sentence. */
export const PassageForm = z.strictObject({
  text: line('Choose the text', 40),
  startsAt: offset,
  endsAt: offset,
  from: offset,
  to: offset,
  codes: several(),
  newCode: optionalLine(80),
  memo: text(10_000),
})

export const NothingForm = z.strictObject({ back: z.string().max(2000).optional() })

export const MemoForm = z.strictObject({ words: neededText('Write what you want to remember', 10_000) })

export const MemoRevisionForm = z.strictObject({
  words: neededText('Write what you want to remember, or take the memo away', 10_000),
  version: version(),
})

export const BlindReadingForm = z.strictObject({
  secondReader: line('Choose who reads blind', 40),
  why: text(1000),
  pieces: several().pipe(z.array(z.string()).min(1, 'Choose at least one piece to read').max(200)),
  codes: several().pipe(z.array(z.string()).min(1, 'Choose at least one code to read with').max(200)),
})

export const ResolutionForm = z.strictObject({
  resolution: choice(resolutions, 'Choose what the group keeps'),
})

export const DifferenceRemarkForm = z.strictObject({ words: neededText('Write what you want to say', 5000) })

export const BringingInForm = z.strictObject({
  audience: choice(['author', 'group'], 'Choose who sees the pieces'),
})
