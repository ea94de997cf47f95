import type { Db, Trx } from '../../database.js'
import type { Enquiry } from '../../enquiries/enquiry.js'
import { groupsToLogIn } from '../../evidence/logging/logging-groups.js'
import { logEvidence } from '../../evidence/logging/logging.js'
import type { Evidence } from '../../evidence/tables.js'
import type { Reader } from '../../names/reader.js'
import { newId } from '../../web/new-id.js'
import { now, today } from '../../web/now.js'
import { day } from '../../words/words.js'
import type { BookingOf, FoundVisit } from '../visits.js'
import { slotsOf } from '../visits.js'
import type { Box } from './boxes.js'

/** The open groups that somebody takes part in, of the network in which the visit is. */
export async function groupsForNote(db: Db, person: Reader, { visit }: FoundVisit): Promise<Enquiry[]> {
  return (await groupsToLogIn(db, person)).filter(one => one.networkId === visit.networkId)
}

/** The day on which they were there; today, before it. */
export async function dayThere(db: Db, person: Pick<Reader, 'id'>, { visit }: FoundVisit, bookings: BookingOf[]) {
  const own = bookings.filter(one => one.personId === person.id && one.state === 'booked').map(one => one.slotId)
  const days = (await slotsOf(db, visit.id))
    .filter(slot => own.length === 0 || own.includes(slot.id))
    .map(slot => slot.day)
    .filter(one => one <= today())
  return days.at(-1) ?? today()
}

/** By one press a note becomes a piece of evidence of a group: with the school and the day, as its author lets it be seen. */
export async function putIntoGroup(
  trx: Trx,
  enquiry: Enquiry,
  person: Reader,
  { visit, school }: FoundVisit,
  note: { box: Box; words: string; on: string },
  how: { kind: 'observation' | 'field-note'; audience: 'author' | 'group' },
): Promise<Evidence> {
  const where = school?.name ?? visit.elsewhere
  const seen = `${note.box.label}, on a visit${where ? ` to ${where}` : ''}, ${day(note.on)}: ${visit.title}.`
  const { piece, isNew } = await logEvidence(trx, enquiry, person, {
    title: '',
    whatWeSaw: `${note.words.trim()}\n\n${seen}`,
    kind: how.kind,
    stage: enquiry.stage,
    gatheredOn: note.on,
    schools: school && !school.leftAt ? [school.id] : [],
    audience: how.audience,
    // Pressed twice, it is logged once.
    capture: `visit-${visit.id}-${note.box.box}-${enquiry.groupId}`,
  })
  if (!isNew) return piece
  await trx
    .insertInto('visitNoteEvidence')
    .values({
      ...{ id: newId(), visitId: visit.id, personId: person.id, box: note.box.box },
      ...{ groupId: enquiry.groupId, evidenceId: piece.id, loggedAt: now() },
    })
    .execute()
  return piece
}

/** Where somebody’s own notes stand as evidence, by box. */
export async function piecesOfNotes(db: Db, visitId: string, person: Pick<Reader, 'id'>) {
  return db
    .selectFrom('visitNoteEvidence')
    .innerJoin('evidence', 'evidence.id', 'visitNoteEvidence.evidenceId')
    .innerJoin('groups', 'groups.id', 'visitNoteEvidence.groupId')
    .select([
      'visitNoteEvidence.box',
      'evidence.id',
      'evidence.number',
      'groups.name as groupName',
      'groups.id as groupId',
    ])
    .where('visitNoteEvidence.visitId', '=', visitId)
    .where('visitNoteEvidence.personId', '=', person.id)
    .orderBy('visitNoteEvidence.loggedAt')
    .execute()
}
