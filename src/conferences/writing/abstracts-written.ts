import type { Db, Trx } from '../../database.js'
import type { Enquiry } from '../../enquiries/enquiry.js'
import { NotFound } from '../../errors.js'
import { record } from '../../facts/facts.js'
import type { Person } from '../../people/person.js'
import { now } from '../../web/now.js'
import type { Conference } from '../tables.js'

/** A conference at which the group leads a session. @throws NotFound */
export async function findConferenceOfGroup(db: Db, { groupId }: Enquiry, id: string): Promise<Conference> {
  return db
    .selectFrom('conferences')
    .selectAll()
    .where('id', '=', id)
    .where(eb =>
      eb.exists(
        eb
          .selectFrom('conferenceSessions')
          .select('conferenceSessions.id')
          .whereRef('conferenceSessions.conferenceId', '=', 'conferences.id')
          .where('conferenceSessions.groupId', '=', groupId)
          .where('conferenceSessions.removedAt', 'is', null),
      ),
    )
    .executeTakeFirstOrThrow(() => new NotFound('conference'))
}

/** What the group wrote for it, as the group reads it; empty before. */
export async function abstractWritten(db: Db, enquiry: Enquiry, conference: Pick<Conference, 'id'>): Promise<string> {
  const row = await db
    .selectFrom('conferenceAbstracts')
    .select('words')
    .where('conferenceId', '=', conference.id)
    .where('groupId', '=', enquiry.groupId)
    .executeTakeFirst()
  return row ? enquiry.names.read(row.words) : ''
}

/** From now on the booklet says this of the group; empty words give the place back to what it published. */
export async function writeAbstract(
  trx: Trx,
  enquiry: Enquiry,
  conference: Conference,
  person: Person,
  words: string,
): Promise<void> {
  const { groupId, networkId } = enquiry
  const written = { words, writtenAt: now(), writtenBy: person.id }
  await trx
    .insertInto('conferenceAbstracts')
    .values({ conferenceId: conference.id, groupId, ...written })
    .onConflict(conflict => conflict.columns(['conferenceId', 'groupId']).doUpdateSet(written))
    .execute()
  await record(trx, {
    ...{ kind: 'abstract written', by: person, networkId, groupId },
    ...{ aboutKind: 'conference', aboutId: conference.id, conference: conference.title },
  })
}

/** The network leader opens the booklet to governors and facilitators, or closes it to them again. */
export async function openToGuests(trx: Trx, conference: Conference, person: Person, open: boolean): Promise<void> {
  if ((conference.openToGuestsAt !== null) === open) return
  await trx
    .updateTable('conferences')
    .set({ openToGuestsAt: open ? now() : null, openToGuestsBy: open ? person.id : null })
    .where('id', '=', conference.id)
    .execute()
  const about = { networkId: conference.networkId, aboutKind: 'conference', aboutId: conference.id }
  await record(trx, { kind: open ? 'booklet opened to guests' : 'booklet closed to guests', by: person, ...about })
}
