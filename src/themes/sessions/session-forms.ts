import { z } from 'zod'
import { choice, date, line, neededText, optionalLine, several, text, timeOfDay } from '../../web/fields.js'
import { momentAt } from '../../web/now.js'
import { sessionKinds } from '../tables.js'
import type { SessionWords } from './sessions.js'

export const SessionForm = z
  .strictObject({
    title: line('Say what the session is about', 160),
    kind: choice(sessionKinds, 'Say what kind of session it is'),
    onDay: date('Enter the day'),
    starts: timeOfDay('Enter when it begins, such as 15:45'),
    ends: timeOfDay('Enter when it ends, such as 17:00'),
    school: optionalLine(60),
    place: optionalLine(160),
    ledBy: line('Say who leads it', 200),
    about: text(3000),
  })
  .refine(given => given.ends > given.starts, { path: ['ends'], message: 'It must end after it began' })

/** @returns undefined where the clocks leave one of its times out */
export function sessionWords(
  { onDay, starts, ends, school, ...words }: z.output<typeof SessionForm>,
  schoolIds: string[],
): SessionWords | undefined {
  const [startsAt, endsAt] = [momentAt(onDay, starts), momentAt(onDay, ends)]
  if (!startsAt || !endsAt) return undefined
  return { ...words, startsAt, endsAt, schoolId: schoolIds.includes(school) ? school : null }
}

export const CancelForm = z.strictObject({
  because: neededText('Say in a sentence why, for those who meant to come', 600),
})

export const AccountForm = z.strictObject({
  came: several(),
  othersCame: z
    .string({ error: 'Enter how many others came in figures, or leave it empty' })
    .trim()
    .transform(number => number || '0')
    .pipe(z.string().regex(/^\d{1,3}$/, 'Enter how many others came in figures, or leave it empty'))
    .transform(Number),
  // What is not sent at all is no word that was taken out.
  cameOfIt: z
    .string({ error: 'Say what came of it, or leave it empty' })
    .transform((words): string | undefined => words)
    .pipe(text(3000)),
})
