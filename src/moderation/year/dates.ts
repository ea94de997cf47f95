import { inTheSameWords } from '../../database/in-the-same-words.js'
import type { CalendarDate } from '../../icalendar/calendar-date.js'
import { tellsDates } from '../../networks/year.js'
import type { ModerationRound } from '../tables.js'

/** The days by which rounds are to be judged, for those who judge in them or lead them. */
export const moderationDates = tellsDates({
  asks: inTheSameWords(
    ({ person, networkIds, from, until }) => ({
      me: person.id,
      works: networkIds.filter(id => person.works(id)),
      from,
      until,
    }),
    (db, { me, works, from, until }) =>
      db
        .selectFrom('moderationRounds')
        .selectAll()
        .where('networkId', 'in', works)
        .where('judgeBy', '>=', from)
        .where('judgeBy', '<=', until)
        .where(eb =>
          eb.or([
            eb('leaderId', '=', me),
            eb(
              'id',
              'in',
              eb
                .selectFrom('moderationJudges')
                .select('roundId')
                .where('personId', '=', me)
                .where('leftAt', 'is', null),
            ),
          ]),
        )
        .orderBy('judgeBy'),
  ),
  says: rounds => rounds.map(dateOfRound),
})

export function dateOfRound(round: ModerationRound): CalendarDate {
  const { id, networkId, title, judgeBy, sequence, changedAt } = round
  return {
    ...{ uid: `moderation-${id}`, kind: 'moderation', title: `Have judged: ${title}`, starts: judgeBy, ends: null },
    ...{ where: '', href: `/networks/${networkId}/moderation/${id}`, networkId, groupId: null, mine: true },
    ...{ sequence, changedAt, cancelledAt: null },
  }
}
