import { z } from 'zod'
import { choice, date, line, optionalLine, text, version } from '../../web/fields.js'
import { daysAfter, today } from '../../web/now.js'
import { money, moneyOrNone } from '../money.js'
import { schoolYear } from '../school-year.js'

const year = z
  .string()
  .regex(/^\d{4}$/, 'Choose the school year')
  .transform(Number)
  .refine(one => Math.abs(one - schoolYear()) <= 2, 'Choose a school year near this one')

const words = {
  name: line('Give the fund a name', 120),
  about: text(2000),
  holder: line('Choose who looks after it', 40),
}

/** Of schools’ contributions nothing is typed here: what comes in is what they pay. */
export const FundForm = z.discriminatedUnion(
  'kind',
  [
    z.strictObject({ ...words, kind: z.enum(['grant', 'own']), year, sum: money('Enter how much it is') }),
    z.strictObject({ ...words, kind: z.literal('contributions'), year, sum: optionalLine(30) }),
  ],
  { error: 'Choose what kind of fund it is' },
)

export const FundChange = z.strictObject({ ...words, sum: optionalLine(30) })

export const ContributionForm = z
  .strictObject({
    promised: moneyOrNone('Enter what is promised; 0 where nothing is'),
    paid: moneyOrNone('Enter what is paid so far; 0 where nothing is'),
    paidOn: z
      .union([
        z.literal('').transform(() => null),
        date('').refine(day => day <= today() && day >= daysAfter(today(), -800), 'Choose a day that is past'),
      ])
      .optional()
      .transform(day => day ?? null),
    version: version(),
  })
  .refine(given => given.paid === 0 || given.paidOn !== null, {
    path: ['paidOn'],
    message: 'Enter the day of the last payment',
  })

export const BudgetForm = z.strictObject({
  of: line('Choose what the money is for', 60),
  name: optionalLine(120),
  sum: money('Enter how much it is'),
  about: optionalLine(300),
  holder: optionalLine(40),
  overBecause: optionalLine(300),
})

export const ClosingForm = z.strictObject({ carry: choice(['yes', 'no'], 'Say what happens with what is left') })

export const RatesForm = z.strictObject({
  halfDay: money('Enter what a half day is paid'),
  hour: money('Enter what an hour is paid'),
  mile: money('Enter what a mile is paid'),
})
