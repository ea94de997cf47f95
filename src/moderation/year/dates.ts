import type { CalendarDate } from '../../icalendar/calendar-date.js'
import type { DatesOf } from '../../networks/year.js'
import type { ModerationRound } from '../tables.js'

/** The days by which rounds are to be judged, for those who judge in them or lead them. */
export const moderationDates: DatesOf = async (db, person, networkIds, { from, until }) => {
  const networks = networkIds.filter(id => person.works(id))
  if (networks.length === 0) return []
  const rounds = await db
    .selectFrom('moderationRounds')
    .selectAll()
    .where('networkId', 'in', networks)
    .where('judgeBy', '>=', from)
    .where('judgeBy', '<=', until)
    .where(eb =>
      eb.or([
        eb('leaderId', '=', person.id),
        eb(
          'id',
          'in',
          eb
            .selectFrom('moderationJudges')
            .select('roundId')
            .where('personId', '=', person.id)
            .where('leftAt', 'is', null),
        ),
      ]),
    )
    .orderBy('judgeBy')
    .execute()
  return rounds.map(dateOfRound)
}

export function dateOfRound(round: ModerationRound): CalendarDate {
  const { id, networkId, title, judgeBy, sequence, changedAt } = round
  return {
    ...{ uid: `moderation-${id}`, kind: 'moderation', title: `Have judged: ${title}`, starts: judgeBy, ends: null },
    ...{ where: '', href: `/networks/${networkId}/moderation/${id}`, networkId, groupId: null, mine: true },
    ...{ sequence, changedAt, cancelledAt: null },
  }
}
