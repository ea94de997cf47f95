import { z } from 'zod'
import { choice, date, optionalLine } from '../../web/fields.js'
import { daysAfter, today } from '../../web/now.js'

export const AnswerForm = z
  .strictObject({
    answer: choice(['yes', 'sent back', 'declined'], 'Choose your answer'),
    word: optionalLine(500),
    budget: optionalLine(40),
    overBecause: optionalLine(300),
  })
  .refine(given => given.answer === 'yes' || given.word !== '', {
    path: ['word'],
    message: 'Say in a line what has to change, or why not',
  })

export const PaymentForm = z.strictObject({
  paidOn: date('Enter the day on which it was paid').refine(
    day => day <= today() && day >= daysAfter(today(), -366),
    'Choose a day within the last year, today at the latest',
  ),
  reference: optionalLine(60),
})
