import type { Around } from '../../enquiries/around.js'
import type { WaitingKind } from '../../web/waiting.js'
import { datesInWords } from './in-words.js'

/** A head says whether the school keeps each day that lies ahead. */
export const commonDaysToAnswer: WaitingKind<Around> = async ({ db, person, today }) => {
  const schools = person.rolesWith('answers for the school').flatMap(role => role.schoolId ?? [])
  if (schools.length === 0) return []
  const rows = await db
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
    .orderBy('commonDays.startsOn')
    .execute()
  return rows.map(({ school, ...day }) => ({
    text: `${day.title}, ${datesInWords(day)}: does ${school} keep this ${day.kind}?`,
    href: `/networks/${day.networkId}/common-days/${day.id}`,
    action: 'Say whether it does',
    networkId: day.networkId,
  }))
}
