import { z } from 'zod'
import { choice, date, line, neededText, optionalLine, text } from '../../web/fields.js'
import { days } from '../money.js'
import { daysOfYear, schoolYear } from '../school-year.js'
import { colleagueKinds } from '../tables.js'

const words = {
  name: line('Enter a name', 120),
  person: optionalLine(40),
  what: choice(colleagueKinds, 'Say what they are'),
  about: text(1000),
  days: days('Enter how many days a year are held in common'),
  base: days('Enter how much every school can count on', { least: 0, most: 60 }),
}

export const ColleagueForm = z.strictObject({
  ...words,
  year: z
    .string()
    .regex(/^\d{4}$/, 'Choose the school year')
    .transform(Number)
    .refine(one => Math.abs(one - schoolYear()) <= 2, 'Choose a school year near this one'),
})

export const ColleagueChange = z.strictObject(words)

export const DayForm = (year: number) =>
  z.strictObject({
    onDay: date('Enter the day').refine(
      day => {
        const { from, until } = daysOfYear(year)
        return day >= from && day <= until
      },
      `Choose a day of the school year ${year}/${String((year + 1) % 100).padStart(2, '0')}`,
    ),
    days: days('Enter how much of the day', { most: 10 }),
    school: optionalLine(40),
    forWhat: line('Say in a line what it was for', 200),
  })

export const WishForm = z.strictObject({
  needs: optionalLine(40),
  more: days('Enter how many days more', { most: 40 }),
  reason: neededText('Say why, in a sentence or two', 1500),
})
