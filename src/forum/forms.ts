import { z } from 'zod'
import { choice, date, line, neededText, optionalLine, several, ticked } from '../web/fields.js'
import { outcomeKeys } from './kinds.js'

export const FoldingForm = z.strictObject({ because: line('Say why, to whoever posted it', 500) })

export const MetForm = z.strictObject({ answer: optionalLine(40) })

export const AnswerForm = z.strictObject({
  words: neededText('Write your answer', 5000),
  under: optionalLine(40),
})

export const FileForm = z.strictObject({ alt: optionalLine(300) })

const outcome = () =>
  z
    .union([z.literal(''), z.enum(outcomeKeys, { error: 'Choose what came of it' })])
    .optional()
    .transform(chosen => chosen || null)

/** What a school does with a post; who has tried it says how it went. */
export const TakeUpForm = z
  .strictObject({
    how: choice(['takes it', 'tried it', 'not for us'], 'Choose what your school does with it'),
    school: optionalLine(40),
    words: optionalLine(500),
    cameOf: outcome(),
    mayTell: ticked(),
  })
  .refine(given => given.how !== 'tried it' || given.words !== '', {
    path: ['words'],
    message: 'Say in a sentence how it went',
  })

export const CameOfForm = z.strictObject({
  cameOf: choice(outcomeKeys, 'Choose what came of it'),
  cameOfWords: optionalLine(500),
  mayTell: ticked(),
})

export const ThanksForm = z.strictObject({ about: optionalLine(40) })

export const FollowForm = z.strictObject({ follow: choice(['yes', 'no'], 'Choose whether you follow it') })

export const JoinForm = z.strictObject({ school: optionalLine(40) })

export const TopicsForm = z.strictObject({
  posts: several().pipe(z.array(z.string()).min(1, 'Choose at least one')),
  minutes: z
    .string()
    .trim()
    .pipe(z.string().regex(/^\d{1,3}$/, 'Enter how many minutes each needs, such as 10'))
    .transform(Number)
    .refine(minutes => minutes >= 1 && minutes <= 240, 'Enter between 1 and 240 minutes'),
  meeting: optionalLine(40),
})

export const ReaderForm = z
  .strictObject({
    person: line('Choose whom to invite', 40),
    fromDay: date('Enter the first day'),
    untilDay: date('Enter the last day'),
  })
  .refine(given => given.untilDay >= given.fromDay, {
    path: ['untilDay'],
    message: 'The last day must not be before the first',
  })
