import type { Trx } from '../../database.js'
import type { Person } from '../../people/person.js'
import { newId } from '../../web/new-id.js'
import { now } from '../../web/now.js'
import type { Meeting } from '../tables.js'

/** What was put off until later at an earlier meeting of the circle is proposed to the new one by itself. */
export async function bringBackWhatWasPutOff(
  trx: Trx,
  meeting: Pick<Meeting, 'id' | 'circleId'>,
  person: Person,
): Promise<void> {
  const rows = await trx
    .selectFrom('agendaItems')
    .innerJoin('meetings', 'meetings.id', 'agendaItems.meetingId')
    .selectAll('agendaItems')
    .where('meetings.circleId', '=', meeting.circleId)
    .where('meetings.id', '<>', meeting.id)
    .where('agendaItems.state', '=', 'later')
    .where(eb =>
      eb.not(
        eb.exists(
          eb.selectFrom('agendaItems as again').select('again.id').whereRef('again.fromItemId', '=', 'agendaItems.id'),
        ),
      ),
    )
    .orderBy('agendaItems.proposedAt')
    .execute()
  for (const [place, item] of rows.entries())
    await trx
      .insertInto('agendaItems')
      .values({
        ...{ id: newId(), meetingId: meeting.id, kind: 'item', position: place + 1, title: item.title, why: item.why },
        ...{ minutes: item.minutes, broughtBy: item.broughtBy, proposedAt: now(), proposedBy: person.id },
        ...{ state: 'proposed', settledAt: null, settledBy: null, fromItemId: item.id },
        ...{ confidentialAt: item.confidentialAt && now(), confidentialBy: item.confidentialBy },
      })
      .execute()
}
