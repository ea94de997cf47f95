import type { Db } from '../database.js'
import { afterTexts, idsOfTexts, textsBy } from '../enquiries/searching/cycles.js'
import type { Reader } from '../names/reader.js'
import { readers } from '../reach/readers.js'
import { idsIn } from '../search/ids.js'
import { plainWords } from '../search/plain.js'
import { after, itself } from '../search/renewals.js'
import type { Searchable } from '../search/searchables.js'
import { boxNamed, labelOf } from './notes/boxes.js'
import { noteKind } from './notes/notes.js'
import type { VisitNote } from './tables.js'
import { visitsInvitedTo } from './visits.js'

const readOf = { offered: 'visit', asked: 'visit, asked for', far: 'far visit' } as const

/** What can be seen where, and what somebody would like to see. */
export const visitSearch: Searchable = {
  kind: 'visit',
  one: 'visit',
  many: 'visits',
  version: 1,
  renewals: [
    after(['visit offered', 'visit asked for', 'visit changed', 'visit cancelled', 'people of visit changed'], itself),
  ],
  ids: idsIn('visits'),
  async entries(db, ids) {
    const invited = await db
      .selectFrom('visitPeople')
      .select(['visitId', 'personId'])
      .where('visitId', 'in', ids)
      .where('removedAt', 'is', null)
      .execute()
    return (await visitsBy(db, ids)).map(row => ({
      record: row.id,
      title: row.title,
      words: wordsOf(row),
      day: row.firstOn ?? row.offeredAt,
      readers: [
        readers.staff(row.networkId),
        ...invited.filter(one => one.visitId === row.id).map(one => readers.author(one.personId)),
      ],
      about: { schools: row.schoolId ? [row.schoolId] : [], group: row.groupId, by: row.offeredBy },
    }))
  },
  async find(db, person, ids) {
    if (!person) return []
    return (await readableBy(db, person, ids)).map(row => ({
      record: row.id,
      thing: `visit ${row.id}`,
      label: '',
      kind: row.cancelledAt ? 'visit, cancelled' : readOf[row.kind],
      title: row.title,
      words: wordsOf(row),
      href: `/networks/${row.networkId}/visits/${row.id}`,
      day: row.firstOn ?? row.offeredAt,
      schools: row.schoolId && row.schoolName ? [{ id: row.schoolId, name: row.schoolName }] : [],
      group: null,
      by: row.offeredBy,
    }))
  },
}

/** Notes that their authors let the network read. The record is the text. */
export const visitNoteSearch: Searchable = {
  kind: 'visit note',
  one: 'note on a visit',
  many: 'notes on visits',
  version: 1,
  renewals: [afterTexts(noteKind), after(['note on visit shown'], itself)],
  ids: idsOfTexts(noteKind),
  async entries(db, ids) {
    return (await sharedTexts(db, ids)).map(({ id, body, note, visit }) => ({
      record: id,
      title: '',
      words: plainWords(body),
      day: note.shownAt,
      readers: [readers.staff(visit.networkId)],
      about: { schools: visit.schoolId ? [visit.schoolId] : [], by: note.personId },
    }))
  },
  async find(db, person, ids) {
    if (!person) return []
    const shared = await sharedTexts(db, ids)
    return shared
      .filter(one => person.works(one.visit.networkId))
      .map(({ id, body, note, visit }) => ({
        record: id,
        thing: `visit ${visit.id}`,
        label: '',
        kind: 'note on a visit',
        title: '',
        heading: `${labelOf(note.box)}: ${visit.title}`,
        words: plainWords(body),
        href: `/networks/${visit.networkId}/visits/${visit.id}#seen`,
        day: note.shownAt,
        schools: visit.schoolId && visit.schoolName ? [{ id: visit.schoolId, name: visit.schoolName }] : [],
        group: null,
        by: note.personId,
      }))
  },
}

async function visitsBy(db: Db, ids: string[]) {
  if (ids.length === 0) return []
  return db
    .selectFrom('visits')
    .leftJoin('schools', 'schools.id', 'visits.schoolId')
    .selectAll('visits')
    .select('schools.name as schoolName')
    .where('visits.id', 'in', ids)
    .execute()
}
type Row = Awaited<ReturnType<typeof visitsBy>>[number]

async function readableBy(db: Db, person: Reader, ids: string[]): Promise<Row[]> {
  const rows = await visitsBy(db, ids)
  const networks = [...new Set(rows.map(row => row.networkId))]
  const invited = await visitsInvitedTo(db, person, networks)
  return rows.filter(row => person.works(row.networkId) || invited.includes(row.id))
}

function wordsOf({ about, elsewhere, programme }: Row): string {
  return plainWords([elsewhere, about, programme].filter(Boolean).join('\n\n'))
}

/** Texts of notes that the network may read, each with its note and its visit. */
async function sharedTexts(db: Db, ids: string[]) {
  const texts = await textsBy(db, noteKind, ids)
  const visits = await visitsBy(db, [...new Set(texts.map(text => text.owner.split('~')[0]!))])
  const notes: VisitNote[] =
    visits.length === 0
      ? []
      : await db
          .selectFrom('visitNotes')
          .selectAll()
          .where('audience', '=', 'network')
          .where(
            'visitId',
            'in',
            visits.map(one => one.id),
          )
          .execute()
  return texts.flatMap(({ id, owner, field, body }) => {
    const [visitId, personId] = owner.split('~')
    const visit = visits.find(one => one.id === visitId)
    const note = notes.find(one => one.visitId === visitId && one.personId === personId && one.box === field)
    return visit && note && boxNamed(field) && body.trim() !== '' ? [{ id, body, note, visit }] : []
  })
}
