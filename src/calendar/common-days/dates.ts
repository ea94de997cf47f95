import { sql } from 'kysely'
import { inTheSameWords } from '../../database/in-the-same-words.js'
import type { CalendarDate } from '../../icalendar/calendar-date.js'
import { tellsDates } from '../../networks/year.js'
import { momentOf } from '../../web/now.js'
import type { CommonDay } from '../tables.js'

/** The days in common of a network, for those who work in it; they concern those whose school keeps them. */
export const datesOfCommonDays = tellsDates({
  asks: inTheSameWords(
    ({ person, networkIds, from, until }) => ({ works: networkIds.filter(id => person.works(id)), from, until }),
    (db, { works, from, until }) =>
      db
        .selectFrom('commonDays')
        .selectAll()
        .select(
          sql<string | null>`(select group_concat(kept.school_id) from common_day_answers as kept
            where kept.common_day_id = common_days.id and kept.answer = 'kept')`.as('keptBy'),
        )
        .where('networkId', 'in', works)
        .where('startsOn', '<=', until)
        .where('endsOn', '>=', from),
  ),
  says: (days, { person }) =>
    days.map(({ keptBy, ...day }) =>
      dateOf(day, { mine: (keptBy?.split(',') ?? []).some(school => person.worksAt(school)) }),
    ),
})

export function dateOf(day: CommonDay, { mine }: { mine: boolean }): CalendarDate {
  const { id, kind, title, place, startsOn, endsOn, begins, finishes, networkId, sequence, changedAt, cancelledAt } =
    day
  const hours = { starts: momentOf(startsOn, begins || '00:00'), ends: finishes ? momentOf(endsOn, finishes) : null }
  const days = { starts: startsOn, ends: endsOn > startsOn ? endsOn : null }
  return {
    ...{ uid: `common-day-${id}`, kind, title, where: place, href: `/networks/${networkId}/common-days/${id}` },
    ...(begins ? hours : days),
    ...{ networkId, groupId: null, mine, sequence, changedAt, cancelledAt },
  }
}
