import type { Db } from '../../database.js'
import { idsIn, idsInGroup } from '../../search/ids.js'
import { plainWords } from '../../search/plain.js'
import { after, itself } from '../../search/renewals.js'
import type { Searchable } from '../../search/searchables.js'
import { knownTo } from '../meetings.js'
import { reachOf } from '../reach.js'
import type { Meeting } from '../tables.js'
import { whenInWords } from '../words.js'
import { nameOfGroup } from './groups.js'
import { meetingsOfCircle, readersOfMeetings } from './readers.js'

/** Meetings by their name and their agenda. What is confidential is found by nobody here. */
export const meetingSearch: Searchable = {
  kind: 'meeting',
  one: 'meeting',
  many: 'meetings',
  version: 1,
  renewals: [
    after(
      ['meeting planned', 'meeting changed', 'meeting moved', 'meeting cancelled', 'date of meeting found'],
      itself,
    ),
    after(['guest invited to meeting', 'attendance ticked'], itself),
    after(['agenda item proposed', 'agenda item changed'], ({ details }) => [details.meetingId]),
    after(['person came into circle', 'person left circle'], ({ aboutId }, db) => meetingsOfCircle(db, aboutId)),
  ],
  ids: idsIn('meetings'),
  ofGroup: idsInGroup('meetings'),
  async entries(db, ids) {
    const rows = await db.selectFrom('meetings').selectAll().where('id', 'in', ids).execute()
    const [readers, agendas] = [await readersOfMeetings(db, ids), await agendasOf(db, ids)]
    return rows.map(meeting => ({
      record: meeting.id,
      title: meeting.title,
      words: wordsOf(meeting, agendas),
      day: meeting.startsAt ?? meeting.plannedAt,
      readers: readers.get(meeting.id) ?? [],
      about: { group: meeting.groupId, by: meeting.plannedBy },
    }))
  },
  async find(db, person, ids) {
    if (!person) return []
    const reach = await reachOf(db, person)
    const rows = await db
      .selectFrom('meetings')
      .selectAll('meetings')
      .where('meetings.id', 'in', ids)
      .where(knownTo(reach))
      .execute()
    const agendas = await agendasOf(db, ids)
    return Promise.all(
      rows.map(async meeting => ({
        ...{ record: meeting.id, thing: `meeting ${meeting.id}`, label: '', title: meeting.title },
        kind: kindOf(meeting),
        words: wordsOf(meeting, agendas),
        ...{ href: `/meetings/${meeting.id}`, day: meeting.startsAt ?? meeting.plannedAt },
        ...{ schools: [], by: meeting.plannedBy, group: await nameOfGroup(db, person, meeting.groupId) },
      })),
    )
  },
}

function kindOf(meeting: Meeting): string {
  if (meeting.cancelledAt) return 'meeting, cancelled'
  return meeting.startsAt === null ? 'meeting, its date is being found' : `meeting, ${whenInWords(meeting)}`
}

function wordsOf(meeting: Meeting, agendas: Map<string, string[]>): string {
  return plainWords([meeting.about, ...(agendas.get(meeting.id) ?? [])].filter(Boolean).join('\n\n'))
}

async function agendasOf(db: Db, ids: string[]): Promise<Map<string, string[]>> {
  const rows = await db
    .selectFrom('agendaItems')
    .select(['meetingId', 'title', 'why'])
    .where('meetingId', 'in', ids)
    .where('kind', '=', 'item')
    .where('confidentialAt', 'is', null)
    .orderBy('position')
    .orderBy('id')
    .execute()
  const agendas = new Map<string, string[]>()
  for (const { meetingId, title, why } of rows)
    agendas.set(meetingId, [...(agendas.get(meetingId) ?? []), [title, why].filter(Boolean).join(': ')])
  return agendas
}
