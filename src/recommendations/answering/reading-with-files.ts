import type { z } from 'zod'
import type { Received } from '../../files/receiving/receiving.js'
import { addMistake, formOf, type FormState, read, type Reading } from '../../web/read.js'

/** Files of heads' schools have their own room. */
export const roomForAnswers = { freeReserveBytes: 200 * 1024 * 1024, roomLeft: 100 * 1024 * 1024 }

/** Reads the words, and what is amiss with the files that came with them. */
export function readWithFiles<Schema extends z.ZodType<{ alt: string }>>(
  schema: Schema,
  sent: Received['fields'],
  { arrived, refused }: Received,
): Reading<z.output<Schema>> {
  const reading = read(schema, sent)
  const form = withRefused(reading.ok ? formOf(sent) : reading.form, refused)
  if (reading.ok && !reading.values.alt && arrived.some(file => file.kind === 'image'))
    addMistake(form, 'alt', 'Say in a sentence what the picture shows, for those who cannot see it')
  return reading.ok && form.summary.length === 0 ? reading : { ok: false as const, form }
}

export function withRefused(form: FormState, refused: { name: string; because: string }[]): FormState {
  for (const file of refused) addMistake(form, 'files', `${file.name}: ${file.because}`)
  return form
}
