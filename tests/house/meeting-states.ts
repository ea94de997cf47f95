import type { Db } from '../../src/database.js'

const at = '2026-10-01T09:00:00.000Z'

/**
 * Meetings in each state that the table of who sees what speaks of. @param secret the words by which a thing is known
 */
export async function enterMeetings(db: Db, secret: (name: string) => string): Promise<void> {
  const circle = {
    ...{ networkId: 'hafren', themeId: null, joining: 'invited' as const, chairId: null, noteTakerId: null },
    ...{ madeAt: at, madeBy: 'rhian', closedAt: null, closedBy: null },
  }
  await db
    .insertInto('circles')
    .values([
      { ...circle, id: 'circle', groupId: null, kind: 'strategic', name: secret('circle') },
      { ...circle, id: 'circle-group', groupId: 'reading', kind: 'group', name: 'Reading by choice' },
    ])
    .execute()
  const meeting = (id: string, of: 'circle' | 'circle-group', minutesAgreedAt: string | null) => ({
    ...{ id, networkId: 'hafren', circleId: of, groupId: of === 'circle' ? null : 'reading', title: secret(id) },
    ...{ startsAt: '2026-09-20T15:00:00.000Z', endsAt: '2026-09-20T16:30:00.000Z', chairId: null },
    ...{ noteTakerId: null, changedAt: at, plannedAt: at, plannedBy: 'rhian', cancelledAt: null, cancelledBy: null },
    ...{ agendaAgreedAt: null, agendaAgreedBy: null, papersReadyAt: null, minutesOpenedAt: at },
    ...{ minutesOpenedBy: 'rhian', minutesAgreedAt, minutesAgreedBy: minutesAgreedAt && 'rhian' },
  })
  await db
    .insertInto('meetings')
    .values([
      meeting('meeting', 'circle', at),
      meeting('meeting-invited', 'circle', at),
      meeting('meeting-draft', 'circle', null),
      meeting('meeting-present', 'circle', null),
      meeting('meeting-group', 'circle-group', at),
    ])
    .execute()
  await db
    .insertInto('meetingCircles')
    .values([
      ...['meeting', 'meeting-invited', 'meeting-draft', 'meeting-present'].map(meetingId => ({
        ...{ meetingId, circleId: 'circle' },
      })),
      { meetingId: 'meeting-group', circleId: 'circle-group' },
    ])
    .execute()
  const item = (meetingId: string, confidentialAt: string | null = null) => ({
    ...{ id: `item-of-${meetingId}${confidentialAt ? '-quiet' : ''}`, meetingId, kind: 'item' as const, position: 1 },
    ...{ title: 'An item', minutes: 10, broughtBy: null, proposedAt: at, proposedBy: 'rhian', fromItemId: null },
    ...{ state: 'accepted' as const, settledAt: at, settledBy: 'rhian', confidentialAt, confidentialBy: null },
  })
  const items = [
    ...['meeting', 'meeting-invited', 'meeting-draft', 'meeting-present', 'meeting-group'].map(id => item(id)),
    item('meeting', at),
    item('meeting-present', at),
  ]
  await db.insertInto('agendaItems').values(items).execute()
  await db
    .insertInto('texts')
    .values(
      items.map(({ id }) => ({
        ...{ id: `text-of-${id}`, kind: 'minutes', owner: id, field: 'minutes', body: secret(id), version: 1 },
        ...{ savedAt: at, savedBy: 'rhian' },
      })),
    )
    .execute()
  const nobody = { invitedAt: null, invitedBy: null, says: null, saidAt: null, attended: null, attendedBy: null }
  await db
    .insertInto('meetingPeople')
    .values([
      ...['dilys', 'fiona', 'menna'].map(personId => ({
        ...{ ...nobody, meetingId: 'meeting-invited', personId, invitedAt: at, invitedBy: 'rhian' },
      })),
      ...['nia', 'tomasz', 'sadia', 'sam', 'imran', 'dilys', 'fiona', 'menna'].map(personId => ({
        ...{ ...nobody, meetingId: 'meeting-present', personId, invitedAt: at, invitedBy: 'rhian' },
        ...{ attended: 'present' as const, attendedBy: 'rhian' },
      })),
    ])
    .execute()
  await db
    .insertInto('decisions')
    .values([
      {
        ...{ id: 'decision', networkId: 'hafren', circleId: 'circle', groupId: null, meetingId: 'meeting', number: 1 },
        ...{ itemId: 'item-of-meeting', decision: secret('decision'), decidedOn: '2026-09-20', recordedAt: at },
        ...{ recordedBy: 'rhian', supersededBy: null, supersededAt: null, removedAt: null, removedBy: null },
      },
    ])
    .execute()
}
