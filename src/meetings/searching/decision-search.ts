import type { Db } from '../../database.js'
import { idsIn, idsInGroup } from '../../search/ids.js'
import { plainWords } from '../../search/plain.js'
import { after, itself } from '../../search/renewals.js'
import type { Searchable } from '../../search/searchables.js'
import { decisionsFor } from '../deciding/decisions.js'
import { reachOf } from '../reach.js'
import { nameOfGroup } from './groups.js'
import { meetingsOfCircle, presentAt, readersOfMeetings } from './readers.js'

/** What did we decide about …: decisions by their words and their reasons. */
export const decisionSearch: Searchable = {
  kind: 'decision',
  one: 'decision',
  many: 'decisions',
  version: 1,
  renewals: [
    after(['decision recorded', 'decision changed', 'decision removed', 'decision superseded'], itself),
    after(['guest invited to meeting', 'attendance ticked', 'meeting changed'], ({ aboutId }, db) =>
      decisionsOf(db, aboutId ? [aboutId] : []),
    ),
    after(['agenda item changed'], ({ details }, db) => decisionsOf(db, [details.meetingId])),
    after(['person came into circle', 'person left circle'], async ({ aboutId }, db) =>
      decisionsOf(db, await meetingsOfCircle(db, aboutId)),
    ),
  ],
  alsoCalled: [{ names: ['decided', 'decide'], kinds: ['decision'] }],
  ids: idsIn('decisions'),
  ofGroup: idsInGroup('decisions'),
  async entries(db, ids) {
    const rows = await db
      .selectFrom('decisions')
      .innerJoin('agendaItems', 'agendaItems.id', 'decisions.itemId')
      .selectAll('decisions')
      .select('agendaItems.confidentialAt')
      .where('decisions.id', 'in', ids)
      .where('decisions.removedAt', 'is', null)
      .execute()
    const meetings = [...new Set(rows.map(row => row.meetingId))]
    const [readers, present] = [await readersOfMeetings(db, meetings), await presentAt(db, meetings)]
    return rows.map(row => ({
      record: row.id,
      title: `D${row.number} ${row.decision}`,
      words: plainWords(row.reason),
      day: row.decidedOn,
      readers: (row.confidentialAt ? present : readers).get(row.meetingId) ?? [],
      about: { group: row.groupId, by: row.recordedBy },
    }))
  },
  async find(db, person, ids) {
    if (!person) return []
    const rows = await decisionsFor(db, person, await reachOf(db, person), { ids })
    return Promise.all(
      rows.map(async row => ({
        ...{ record: row.id, thing: `decision ${row.id}`, label: row.label, title: row.decision },
        kind: `decision of ${row.circle}${row.supersededLabel ? `, ${row.supersededLabel} stands in its place` : ''}`,
        ...{ words: plainWords(row.reason), href: `/decisions/${row.id}`, day: row.decidedOn, schools: [] },
        ...{ by: row.recordedBy, group: await nameOfGroup(db, person, row.groupId) },
      })),
    )
  },
}

async function decisionsOf(db: Db, meetingIds: string[]): Promise<string[]> {
  const rows = await db
    .selectFrom('decisions')
    .select('id')
    .where('meetingId', 'in', [...meetingIds, ''])
    .execute()
  return rows.map(row => row.id)
}
