import type { z } from 'zod'
import { BadInput } from '../errors.js'
import { read } from '../web/read.js'

/** For forms that are buttons and single lines: what cannot be read is told as a sentence. @throws BadInput */
export function wellRead<Schema extends z.ZodType>(schema: Schema, body: unknown): z.output<Schema> {
  const reading = read(schema, body)
  if (!reading.ok) throw new BadInput(reading.form.summary[0]!.text, 422)
  return reading.values
}
