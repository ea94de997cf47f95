import type { Db, Trx } from '../../database.js'
import { Conflict, NotFound } from '../../errors.js'
import { record } from '../../facts/facts.js'
import type { Person } from '../../people/person.js'
import { newId } from '../../web/new-id.js'
import { now } from '../../web/now.js'
import type { Conference, ConferenceNote } from '../tables.js'

export type Raised = ConferenceNote & { by: string }

/** What was raised at a conference, in the order in which it was. */
export async function raisedAt(db: Db, conference: Pick<Conference, 'id'>): Promise<Raised[]> {
  return db
    .selectFrom('conferenceNotes')
    .innerJoin('people', 'people.id', 'conferenceNotes.raisedBy')
    .selectAll('conferenceNotes')
    .select('people.name as by')
    .where('conferenceId', '=', conference.id)
    .where('removedAt', 'is', null)
    .orderBy('raisedAt')
    .execute()
}

/** @throws NotFound */
export async function findRaised(db: Db, conference: Pick<Conference, 'id'>, id: string): Promise<ConferenceNote> {
  return db
    .selectFrom('conferenceNotes')
    .selectAll()
    .where('id', '=', id)
    .where('conferenceId', '=', conference.id)
    .where('removedAt', 'is', null)
    .executeTakeFirstOrThrow(() => new NotFound('note'))
}

/** A question that is to be followed, or something that somebody commits to, with the day on which they look again. */
export async function raise(
  trx: Trx,
  conference: Conference,
  said: Pick<ConferenceNote, 'kind' | 'words' | 'lookAgainOn'>,
  by: Person,
): Promise<string> {
  const id = newId()
  await trx
    .insertInto('conferenceNotes')
    .values({
      ...{ id, conferenceId: conference.id, ...said, raisedAt: now(), raisedBy: by.id },
      ...{ became: '', lookedAt: null, lookedBy: null, removedAt: null },
    })
    .execute()
  await recordOf(trx, 'raised at a conference', conference, id, by)
  return id
}

/** What became of it. @throws Conflict when it was said already */
export async function lookAgain(
  trx: Trx,
  conference: Conference,
  note: ConferenceNote,
  became: string,
  by: Person,
): Promise<void> {
  if (note.lookedAt && note.became !== became)
    throw new Conflict(`What became of it was said already: “${note.became}”. Open the conference again to see it.`)
  await trx
    .updateTable('conferenceNotes')
    .set({ became, lookedAt: now(), lookedBy: by.id })
    .where('id', '=', note.id)
    .execute()
  await recordOf(trx, 'conference note looked at again', conference, note.id, by)
}

export async function takeOut(trx: Trx, conference: Conference, note: ConferenceNote, by: Person): Promise<void> {
  await trx.updateTable('conferenceNotes').set({ removedAt: now() }).where('id', '=', note.id).execute()
  await recordOf(trx, 'conference note taken out', conference, note.id, by)
}

function recordOf(
  trx: Trx,
  kind: 'raised at a conference' | 'conference note looked at again' | 'conference note taken out',
  { networkId }: Conference,
  aboutId: string,
  by: Person,
): Promise<unknown> {
  return record(trx, { kind, by, networkId, aboutKind: 'conference note', aboutId })
}
