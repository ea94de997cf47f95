import { z } from 'zod'
import { choice, date, line, optionalDate, optionalLine, optionalTimeOfDay, several, text } from '../../web/fields.js'
import { commonDayAnswers, commonDayKinds } from '../tables.js'

export const CommonDayForm = z
  .strictObject({
    kind: choice(commonDayKinds, 'Choose what kind of day it is'),
    title: line('Say what it is for, in a few words', 120),
    startsOn: date('Enter the day'),
    endsOn: optionalDate(),
    begins: optionalTimeOfDay('Enter when it begins, such as 16:00'),
    finishes: optionalTimeOfDay('Enter when it ends, such as 17:30'),
    place: optionalLine(160),
    about: text(3000),
  })
  .refine(given => !given.endsOn || given.endsOn >= given.startsOn, {
    path: ['endsOn'],
    message: 'The last day must not come before the first',
  })
  .refine(given => !given.finishes || given.begins, { path: ['begins'], message: 'Enter when it begins, too' })
  .refine(
    given => !given.begins || !given.finishes || given.finishes > given.begins || (given.endsOn ?? '') > given.startsOn,
    { path: ['finishes'], message: 'It must end after it began' },
  )
  .refine(given => given.kind !== 'twilight session' || given.begins, {
    path: ['begins'],
    message: 'A twilight session has an hour: enter when it begins, such as 16:00',
  })
  .transform(given => ({ ...given, endsOn: given.endsOn ?? given.startsOn }))

export const AnswerForm = z.strictObject({
  answer: choice(commonDayAnswers, 'Choose what the school does'),
  note: optionalLine(200),
})

export const CancellationForm = z.strictObject({ because: text(1000) })

export const CopyForm = z.strictObject({
  take: several().refine(taken => taken.length > 0, 'Choose at least one day'),
})
