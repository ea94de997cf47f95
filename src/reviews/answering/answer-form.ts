import { z } from 'zod'
import { askedOf } from '../instruments/index.js'
import { type Instrument, type InstrumentPart, widest } from '../instruments/instrument.js'
import { placeIn } from '../spread/spread.js'
import { text, ticked } from '../../web/fields.js'
import type { Answers } from './papers.js'

const longestWords = 2000

/** The form of one part: a field for each thing that is asked in it, and no other. */
export function formOfPart(instrument: Instrument, part: InstrumentPart) {
  const fields: Record<string, z.ZodType<string | boolean | undefined>> = {}
  for (const item of part.items) {
    for (const { key, choices } of askedOf(item, instrument)) fields[`q-${key}`] = oneOf(choices.map(one => one.value))
    if (item.kind === 'place')
      for (const side of ['across', 'up'])
        fields[`q-${item.id}.${side}`] = oneOf(Array.from({ length: widest + 1 }, (_, at) => String(at)))
    if (item.kind === 'words') {
      fields[`q-${item.id}`] = text(longestWords)
      fields[`q-${item.id}.share`] = ticked()
    }
  }
  return z.strictObject(fields)
}

function oneOf(values: string[]) {
  return z
    .string()
    .optional()
    .transform(value => value ?? '')
    .refine(value => value === '' || values.includes(value), 'Choose one of the answers')
}

/** What was said, by its keys; what was left open is empty, and takes back what was said before. */
export function saidIn(part: InstrumentPart, instrument: Instrument, values: Record<string, unknown>): Answers {
  const said: Answers = {}
  const of = (key: string) => (typeof values[`q-${key}`] === 'string' ? (values[`q-${key}`] as string) : '')
  for (const item of part.items) {
    for (const { key } of askedOf(item, instrument)) said[key] = of(key)
    if (item.kind === 'place') {
      const [across, up] = [of(`${item.id}.across`), of(`${item.id}.up`)]
      said[item.id] = across && up ? `${across},${up}` : ''
    }
    if (item.kind === 'words') {
      said[item.id] = of(item.id)
      said[`${item.id}.share`] = said[item.id] && values[`q-${item.id}.share`] ? 'yes' : ''
    }
  }
  return said
}

/** What was said so far, as the fields of a form hold it. */
export function fieldsOf(answers: Answers): Record<string, string> {
  const fields: Record<string, string> = {}
  for (const [key, value] of Object.entries(answers)) {
    fields[`q-${key}`] = value
    const place = placeIn(value)
    if (!place) continue
    fields[`q-${key}.across`] = String(place.across)
    fields[`q-${key}.up`] = String(place.up)
  }
  return fields
}
