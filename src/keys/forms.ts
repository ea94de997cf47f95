import { z } from 'zod'
import { line, neededText, optionalLine, text } from '../web/fields.js'

export const OpeningForm = z.strictObject({
  because: neededText('Say what you need it for. The owner and the data lead read this', 300),
})

export const PupilForm = z.strictObject({
  name: line('Type the pupil’s name', 120),
  also: text(500),
  year: optionalLine(40),
  notes: text(1000),
})
