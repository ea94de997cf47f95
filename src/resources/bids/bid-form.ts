import { z } from 'zod'
import { choice, date, line, optionalLine, text } from '../../web/fields.js'
import { daysAfter, today } from '../../web/now.js'
import { money, penceOf } from '../money.js'
import { outcomes } from '../tables.js'

export const BidForm = z
  .strictObject({
    toWhom: line('Say to whom the bid goes', 160),
    forWhat: line('Say what the money is for, in a line', 200),
    sum: money('Enter how much you ask for'),
    dueOn: date('Enter the day by which it has to be there').refine(
      day => day >= daysAfter(today(), -1100) && day <= daysAfter(today(), 1100),
      'Choose a day within three years of today',
    ),
    outcome: choice(outcomes, 'Say where it stands'),
    granted: optionalLine(30),
    words: text(2000),
    fund: optionalLine(40),
  })
  .refine(given => !given.outcome.startsWith('granted') || (penceOf(given.granted) ?? 0) > 0, {
    path: ['granted'],
    message: 'Enter how much was granted, such as £1,240.50',
  })
