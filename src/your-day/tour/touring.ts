import type { Db, Trx } from '../../database.js'
import { asksWith, type Slots } from '../../database/in-the-same-words.js'
import type { Person } from '../../people/person.js'
import { now } from '../../web/now.js'
import { rolesOf } from '../../help/roles-of.js'
import { notesOf, type TourName, type TourNote, tourNames } from './notes.js'
import './tables.js'

/** The note that somebody has not read yet, as it stands on a page. */
export interface Tour {
  tour: TourName
  note: TourNote
  /** Its place, from 1. */
  place: number
  of: number
  /** The address of the page. */
  back: string
}

/** The next note of a tour; null when it is at its end, or was skipped on whichever device. */
export async function tourFor(db: Db, person: Person, tour: TourName, back: string): Promise<Tour | null> {
  const [taken] = await taking(db, { personId: person.id, tour })
  const notes = notesOf(tour, rolesOf(person))
  const read = taken?.notesRead ?? 0
  const note = notes[read]
  return taken?.endedAt || !note ? null : { tour, note, place: read + 1, of: notes.length, back }
}

const taking = asksWith((db, { personId, tour }: Slots<{ personId: string; tour: TourName }>) =>
  db.selectFrom('toursTaken').selectAll().where('personId', '=', personId).where('tour', '=', tour),
)

/** The note at this place was read. @param place from 1; a note that was read before moves nothing */
export async function readNote(trx: Trx, person: Person, tour: TourName, place: number): Promise<void> {
  const endedAt = isLastNote(person, tour, place) ? now() : null
  await trx
    .insertInto('toursTaken')
    .values({ personId: person.id, tour, notesRead: place, endedAt })
    .onConflict(already =>
      already
        .columns(['personId', 'tour'])
        .doUpdateSet({ notesRead: place, endedAt })
        .where('toursTaken.notesRead', '<', place)
        .where('toursTaken.endedAt', 'is', null),
    )
    .execute()
}

export function isLastNote(person: Person, tour: TourName, place: number): boolean {
  return place >= notesOf(tour, rolesOf(person)).length
}

/** No note is shown any more, anywhere. */
export async function skipTours(trx: Trx, person: Person): Promise<void> {
  const endedAt = now()
  await trx
    .insertInto('toursTaken')
    .values(tourNames.map(tour => ({ personId: person.id, tour, notesRead: 0, endedAt })))
    .onConflict(already => already.columns(['personId', 'tour']).doUpdateSet({ endedAt }))
    .execute()
}

/** The tours begin again. */
export async function showToursAgain(trx: Trx, person: Person): Promise<void> {
  await trx.deleteFrom('toursTaken').where('personId', '=', person.id).execute()
}
