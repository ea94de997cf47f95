import { inTheSameWords } from '../../database/in-the-same-words.js'
import type { Around } from '../../enquiries/around.js'
import { waits } from '../../web/waiting.js'
import { datesInWords } from './in-words.js'

/** A head says whether the school keeps each day that lies ahead. */
export const commonDaysToAnswer = waits({
  asks: inTheSameWords(
    ({ person, today }: Around) => ({
      today,
      schools: person.rolesWith('answers for the school').flatMap(role => role.schoolId ?? []),
    }),
    (db, { today, schools }) =>
      db
        .selectFrom('commonDays')
        .innerJoin('schools', 'schools.networkId', 'commonDays.networkId')
        .leftJoin('commonDayAnswers', join =>
          join.onRef('commonDayId', '=', 'commonDays.id').onRef('commonDayAnswers.schoolId', '=', 'schools.id'),
        )
        .selectAll('commonDays')
        .select('schools.name as school')
        .where('schools.id', 'in', schools)
        .where('schools.leftAt', 'is', null)
        .where('commonDays.endsOn', '>=', today)
        .where('commonDays.cancelledAt', 'is', null)
        .where('commonDayAnswers.answer', 'is', null)
        .orderBy('commonDays.startsOn'),
  ),
  says: rows =>
    rows.map(({ school, ...day }) => ({
      text: `${day.title}, ${datesInWords(day)}: does ${school} keep this ${day.kind}?`,
      href: `/networks/${day.networkId}/common-days/${day.id}`,
      action: 'Say whether it does',
      networkId: day.networkId,
    })),
})
