import type { Db } from '../../database.js'
import { afterTexts, idsOfTexts, textsBy } from '../../enquiries/searching/cycles.js'
import { plainWords } from '../../search/plain.js'
import { after } from '../../search/renewals.js'
import type { Searchable } from '../../search/searchables.js'
import { knownTo, minutesFor, wasThere } from '../meetings.js'
import { minutesKind } from '../minutes/text-kind.js'
import { type MeetingReach, reachOf } from '../reach.js'
import { nameOfGroup } from './groups.js'
import { meetingsOfCircle, presentAt, readersOfMeetings } from './readers.js'

/** What was said at meetings, for those to whom the minutes are open. */
export const minutesSearch: Searchable = {
  kind: 'minutes',
  one: 'minutes of a meeting',
  many: 'minutes of meetings',
  version: 1,
  renewals: [
    afterTexts(minutesKind),
    after(['guest invited to meeting', 'attendance ticked', 'meeting changed', 'meeting moved'], ({ aboutId }, db) =>
      textsOf(db, aboutId ? [aboutId] : []),
    ),
    after(['agenda item changed'], ({ details }, db) => textsOf(db, [details.meetingId])),
    after(['person came into circle', 'person left circle'], async ({ aboutId }, db) =>
      textsOf(db, await meetingsOfCircle(db, aboutId)),
    ),
  ],
  ids: idsOfTexts(minutesKind),
  ofGroup: async (db, groupId) => {
    const rows = await db.selectFrom('meetings').select('id').where('groupId', '=', groupId).execute()
    return textsOf(
      db,
      rows.map(row => row.id),
    )
  },
  async entries(db, ids) {
    const texts = await textsBy(db, minutesKind, ids)
    const items = await itemsBy(
      db,
      texts.map(text => text.owner),
    )
    const meetings = [...new Set([...items.values()].map(item => item.meetingId))]
    const [readers, present] = [await readersOfMeetings(db, meetings), await presentAt(db, meetings)]
    return texts.flatMap(text => {
      const item = items.get(text.owner)
      if (!item) return []
      return [
        {
          record: text.id,
          title: '',
          words: plainWords(text.body),
          day: item.startsAt ?? text.savedAt,
          readers: (item.confidentialAt ? present : readers).get(item.meetingId) ?? [],
          about: { group: item.groupId, by: text.savedBy },
        },
      ]
    })
  },
  async find(db, person, ids) {
    if (!person) return []
    const texts = await textsBy(db, minutesKind, ids)
    const owners = texts.map(text => text.owner)
    const items = await itemsBy(db, owners, await reachOf(db, person))
    return Promise.all(
      texts
        .filter(text => items.has(text.owner))
        .map(async text => {
          const item = items.get(text.owner)!
          return {
            ...{ record: text.id, thing: `meeting ${item.meetingId}`, label: '', title: '' },
            kind: item.minutesAgreedAt ? 'minutes' : 'minutes, not agreed yet',
            heading: `${item.meeting}: ${item.title}`,
            words: plainWords(text.body),
            href: `/meetings/${item.meetingId}/minutes#item-${text.owner}`,
            ...{ day: item.startsAt ?? text.savedAt, schools: [], by: text.savedBy },
            group: await nameOfGroup(db, person, item.groupId),
          }
        }),
    )
  },
}

/** @param reach only those that somebody may read, of whom it is */
async function itemsBy(db: Db, ids: string[], reach?: MeetingReach) {
  if (ids.length === 0) return new Map<string, never>()
  let query = db
    .selectFrom('agendaItems')
    .innerJoin('meetings', 'meetings.id', 'agendaItems.meetingId')
    .select(['agendaItems.id', 'agendaItems.title', 'agendaItems.meetingId', 'agendaItems.confidentialAt'])
    .select(['meetings.title as meeting', 'meetings.startsAt', 'meetings.groupId', 'meetings.minutesAgreedAt'])
    .where('agendaItems.id', 'in', ids)
  if (reach)
    query = query
      .where(knownTo(reach))
      .where(minutesFor(reach))
      .where(eb => eb.or([eb('agendaItems.confidentialAt', 'is', null), wasThere(reach)]))
  return new Map((await query.execute()).map(row => [row.id, row]))
}

async function textsOf(db: Db, meetingIds: string[]): Promise<string[]> {
  const rows = await db
    .selectFrom('texts')
    .innerJoin('agendaItems', 'agendaItems.id', 'texts.owner')
    .select('texts.id')
    .where('texts.kind', '=', minutesKind)
    .where('agendaItems.meetingId', 'in', [...meetingIds, ''])
    .execute()
  return rows.map(row => row.id)
}
