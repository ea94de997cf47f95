import type { Db, Trx } from '../../database.js'
import { NotFound } from '../../errors.js'
import { record } from '../../facts/facts.js'
import { unread } from '../../names/names.js'
import type { Person } from '../../people/person.js'
import { isWritten, type Saved, textsOf, textsOfMany } from '../../texts/texts.js'
import { newId } from '../../web/new-id.js'
import { now } from '../../web/now.js'
import { byName } from '../../words/words.js'
import { isAmongHosts, mayWriteAsHost, mayWriteAsVisitor } from '../permissions.js'
import type { NoteAudience, VisitNote } from '../tables.js'
import { type BookingOf, bookingsOf, type FoundVisit, findVisit } from '../visits.js'
import { type Box, boxes, type BoxName, boxNamed } from './boxes.js'

/** The kind of text of each box; it is owned by a visit and its author. */
export const noteKind = 'visit-note'

export function noteOwner(visitId: string, personId: string): string {
  return `${visitId}~${personId}`
}

/** The boxes that somebody writes in: as a visitor, as a host, or as both. */
export function boxesFor(person: Person, found: FoundVisit, bookings: BookingOf[]): Box[] {
  const isVisitor = mayWriteAsVisitor(person, bookings)
  const isHost = mayWriteAsHost(person, found)
  return boxes.filter(({ by }) => (by === 'host' ? isHost : isVisitor))
}

/** A box of one’s own. @throws NotFound where it is not theirs to write in */
export async function findOwnBox(
  db: Db,
  person: Person,
  at: { network: string; visit: string; box: string },
): Promise<{ found: FoundVisit; bookings: BookingOf[]; box: Box; words: string; audience: NoteAudience }> {
  const found = await findVisit(db, person, at)
  const bookings = await bookingsOf(db, found.visit.id)
  const box = boxNamed(at.box)
  if (!box || !boxesFor(person, found, bookings).includes(box)) throw new NotFound('note')
  const texts = await ownTexts(db, found.visit.id, person)
  const audience = (await audiencesOf(db, found.visit.id, person)).get(box.box) ?? 'me'
  return { found, bookings, box, words: texts[box.box]?.body ?? '', audience }
}

/** What somebody wrote on a visit, by box: read by its author as it was written. */
export async function ownTexts(db: Db, visitId: string, person: Pick<Person, 'id'>): Promise<Record<string, Saved>> {
  return unread(await textsOf(db, noteKind, noteOwner(visitId, person.id)))
}

export async function audiencesOf(
  db: Db,
  visitId: string,
  person: Pick<Person, 'id'>,
): Promise<Map<BoxName, NoteAudience>> {
  const rows = await db
    .selectFrom('visitNotes')
    .select(['box', 'audience'])
    .where('visitId', '=', visitId)
    .where('personId', '=', person.id)
    .execute()
  return new Map(rows.map(row => [row.box, row.audience]))
}

/** A note that its author let others read. */
export interface ShownNote {
  visitId: string
  personId: string
  name: string
  school: string | null
  schoolId: string | null
  box: BoxName
  audience: NoteAudience
  words: string
  shownAt: string
}

/** The notes of a visit that this person may read, one’s own among them once they are shown to others, by name. */
export async function notesShownTo(
  db: Db,
  person: Person,
  found: FoundVisit,
  bookings: BookingOf[],
): Promise<ShownNote[]> {
  const rows = await db.selectFrom('visitNotes').selectAll().where('visitId', '=', found.visit.id).execute()
  const isHost = isInCompany(person, found, bookings)
  const open = rows.filter(row => {
    const isOwn = row.personId === person.id
    return row.audience === 'network' || (row.audience === 'host' && (isHost || isOwn))
  })
  return withWords(db, open)
}

/** Those to whom notes for the host go; on a far visit, those who went together. */
export function isInCompany(person: Person, found: FoundVisit, bookings: BookingOf[]): boolean {
  return isAmongHosts(person, found) || (found.visit.kind === 'far' && mayWriteAsVisitor(person, bookings))
}

/** With the words and the authors; what is empty is left out. */
export async function withWords(db: Db, notes: VisitNote[]): Promise<ShownNote[]> {
  if (notes.length === 0) return []
  const owners = [...new Set(notes.map(one => noteOwner(one.visitId, one.personId)))]
  const texts = await textsOfMany(db, noteKind, owners)
  const visitIds = [...new Set(notes.map(one => one.visitId))]
  const people = await db
    .selectFrom('people')
    .select(['id', 'name'])
    .where('id', 'in', [...new Set(notes.map(one => one.personId))])
    .execute()
  const from = await db
    .selectFrom('visitBookings')
    .innerJoin('schools', 'schools.id', 'visitBookings.schoolId')
    .select(['visitBookings.visitId', 'visitBookings.personId', 'schools.id as schoolId', 'schools.name as school'])
    .where('visitBookings.visitId', 'in', visitIds)
    .where('visitBookings.state', '=', 'booked')
    .execute()
  const hosts = await db
    .selectFrom('visits')
    .innerJoin('schools', 'schools.id', 'visits.schoolId')
    .select(['visits.id', 'schools.id as schoolId', 'schools.name as school'])
    .where('visits.id', 'in', visitIds)
    .execute()
  return notes
    .flatMap(({ visitId, personId, box, audience, shownAt }): ShownNote[] => {
      const text = texts[noteOwner(visitId, personId)]?.[box]
      if (!isWritten(text)) return []
      const where =
        box === 'learned'
          ? hosts.find(one => one.id === visitId)
          : from.find(one => one.visitId === visitId && one.personId === personId)
      const name = people.find(one => one.id === personId)?.name ?? 'Somebody who has left'
      const words = unread(text!.body)
      const school = { school: where?.school ?? null, schoolId: where?.schoolId ?? null }
      return [{ visitId, personId, name, ...school, box, audience, words, shownAt }]
    })
    .sort(byName)
}

/** Its author decides anew who reads a note; what was open to the network and is no more disappears everywhere. */
export async function showNote(
  trx: Trx,
  { visit }: Pick<FoundVisit, 'visit'>,
  person: Person,
  box: BoxName,
  audience: NoteAudience,
): Promise<void> {
  const note = { visitId: visit.id, personId: person.id, box }
  const known = await trx
    .selectFrom('visitNotes')
    .select('id')
    .where('visitId', '=', visit.id)
    .where('personId', '=', person.id)
    .where('box', '=', box)
    .executeTakeFirst()
  const set = { audience, shownAt: now() }
  if (known) await trx.updateTable('visitNotes').set(set).where('id', '=', known.id).execute()
  else
    await trx
      .insertInto('visitNotes')
      .values({ id: newId(), ...note, ...set })
      .execute()
  const text = await trx
    .selectFrom('texts')
    .select('id')
    .where('kind', '=', noteKind)
    .where('owner', '=', noteOwner(visit.id, person.id))
    .where('field', '=', box)
    .executeTakeFirst()
  if (text)
    await record(trx, {
      ...{ kind: 'note on visit shown', by: person, networkId: visit.networkId },
      ...{ aboutKind: 'text', aboutId: text.id },
    })
}

/** They have nothing to write, or nothing came of it yet; they are not asked again. */
export async function settleNote(
  trx: Trx,
  visitId: string,
  person: Pick<Person, 'id'>,
  what: 'noteSettledAt' | 'cameOfSettledAt',
): Promise<void> {
  await trx
    .updateTable('visitBookings')
    .set({ [what]: now() })
    .where('visitId', '=', visitId)
    .where('personId', '=', person.id)
    .execute()
}
