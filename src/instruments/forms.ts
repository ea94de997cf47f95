import { z } from 'zod'
import { choice, date, dayGone, line, optionalDate, optionalLine, several, text } from '../web/fields.js'
import { daysAfter, today } from '../web/now.js'
import { countings } from './measures/judging-readings.js'

export const ReadingForm = z.strictObject({
  school: line('Choose the school', 60),
  measuredOn: dayGone('Say on which day it was measured'),
  value: z
    .string({ error: 'Enter the number that was measured' })
    .trim()
    .min(1, 'Enter the number that was measured')
    .regex(/^-?(\d{1,3}(,\d{3})*|\d{1,9})(\.\d{1,4})?$/, 'Enter a number in figures, such as 12.5')
    .transform(typed => Number(typed.replace(/,/g, ''))),
  pupils: z
    .string()
    .trim()
    .regex(/^([1-9]\d{0,4})?$/, 'Enter how many pupils in figures, such as 24, or leave it empty')
    .optional()
    .transform(typed => (typed ? Number(typed) : null)),
})

export const ComparisonForm = z.strictObject({
  name: line('Say what you measure beside, such as “Year 5b”', 120),
  school: line('Choose the school it is in', 60),
  about: text(1000),
})

export const BaselineForm = z.strictObject({ until: optionalDate() })

export const CountingForm = z.strictObject({ counts: choice(countings, 'Choose what the number is') })

export const MeasureNameForm = z.strictObject({ name: line('Say what is measured', 120) })

export const ReadingRemarkForm = z.strictObject({ remark: optionalLine(200) })

const longestOpen = 92

export const OpeningForm = z.strictObject({
  endsOn: date('Choose the last day for answers').refine(
    endsOn => endsOn >= today() && endsOn <= daysAfter(today(), longestOpen),
    'Choose a last day between today and three months from now',
  ),
})

export const LettersForm = z.strictObject({ schools: several() })

export const LinksForm = z.strictObject({
  count: z.coerce.number('Say how many links').int('Say how many links').min(0).max(60, 'At most 60 links at once'),
})
