import type { ListOrSlot, ValueOrSlot } from '../../database/in-the-same-words.js'
import type { Db, Trx } from '../../database.js'
import { Conflict, NotFound } from '../../errors.js'
import { record } from '../../facts/facts.js'
import type { Person } from '../../people/person.js'
import { newId } from '../../web/new-id.js'
import { now, today } from '../../web/now.js'
import { mayAnswerRelease } from '../permissions.js'
import type { VisitRelease, VisitSlot } from '../tables.js'
import { hasHead } from '../visits.js'

type When = Pick<VisitSlot, 'networkId' | 'day' | 'lastDay' | 'starts' | 'ends'>

/** A head is asked to release somebody. @param bookingId null where the head is to know the day and no more */
export async function askForRelease(
  trx: Trx,
  { networkId, day, lastDay, starts, ends }: When,
  { schoolId, personId }: { schoolId: string | null; personId: string },
  by: Pick<Person, 'id'>,
  bookingId: string | null,
): Promise<string> {
  if (schoolId === null) throw new Conflict('Where nobody works in a school here, there is no head to ask.')
  const id = newId()
  const at = { day, lastDay, starts, ends, askedAt: now() }
  await trx
    .insertInto('visitReleases')
    .values({ id, networkId, schoolId, personId, bookingId, ...at })
    .execute()
  await record(trx, { kind: 'release asked', by, ...aboutRelease(networkId, bookingId, id), release: id })
  return id
}

/** Nothing in a fact leads from the question to a visit of two colleagues. */
function aboutRelease(networkId: string, bookingId: string | null, id: string) {
  return bookingId === null ? {} : { networkId, aboutKind: 'release', aboutId: id }
}

/** The question needs no answer any more. */
export async function withdrawRelease(trx: Trx, bookingId: string): Promise<void> {
  await trx
    .updateTable('visitReleases')
    .set({ withdrawnAt: now() })
    .where('bookingId', '=', bookingId)
    .where('withdrawnAt', 'is', null)
    .execute()
}

/** A question to the head, with who asks and, of a visit that is no secret, what it is. */
export interface ReleaseAsked extends VisitRelease {
  name: string
  school: string
  visitId: string | null
  visitTitle: string | null
  hostSchool: string | null
  people: number | null
  alongside: string | null
}

function asked(db: Db) {
  return db
    .selectFrom('visitReleases')
    .innerJoin('people', 'people.id', 'visitReleases.personId')
    .innerJoin('schools', 'schools.id', 'visitReleases.schoolId')
    .leftJoin('visitBookings', 'visitBookings.id', 'visitReleases.bookingId')
    .leftJoin('visits', 'visits.id', 'visitBookings.visitId')
    .leftJoin('schools as hosts', 'hosts.id', 'visits.schoolId')
    .selectAll('visitReleases')
    .select(['people.name', 'schools.name as school', 'visits.id as visitId', 'visits.title as visitTitle'])
    .select(['hosts.name as hostSchool', 'visitBookings.people', 'visitBookings.alongside'])
}

/** @throws NotFound for all but the head of the school, or a network leader where it has none */
export async function findRelease(
  db: Db,
  person: Person,
  at: { network: string; release: string },
): Promise<ReleaseAsked> {
  const release = await asked(db)
    .where('visitReleases.id', '=', at.release)
    .where('visitReleases.networkId', '=', at.network)
    .where('visitReleases.withdrawnAt', 'is', null)
    .executeTakeFirst()
  if (!release || !mayAnswerRelease(person, release, await hasHead(db, release.schoolId)))
    throw new NotFound('question')
  return release
}

/** What waits for a yes of this person. */
export function releasesToAnswer(db: Db, person: Person): Promise<ReleaseAsked[]> {
  return releasesOpenTo(db, { today: today(), headed: schoolsHeaded(person), led: networksLed(person) }).execute()
}

export function schoolsHeaded(person: Person): string[] {
  return person.rolesWith('answers for the school').flatMap(role => role.schoolId ?? [])
}

export function networksLed(person: Person): string[] {
  return person.rolesWith('leads the network').map(role => role.networkId)
}

/** The same, to be asked further: of the schools that somebody heads, and of those without a head in networks that they lead. */
export function releasesOpenTo(
  db: Db,
  { today, headed, led }: { today: ValueOrSlot; headed: ListOrSlot; led: ListOrSlot },
) {
  return asked(db)
    .where('visitReleases.answeredAt', 'is', null)
    .where('visitReleases.withdrawnAt', 'is', null)
    .where('visitReleases.lastDay', '>=', today)
    .where(eb =>
      eb.or([
        eb('visitReleases.schoolId', 'in', headed),
        eb.and([
          eb('visitReleases.networkId', 'in', led),
          eb.not(
            eb.exists(
              eb
                .selectFrom('networkRoles as head')
                .innerJoin('people as headed', 'headed.id', 'head.personId')
                .select('head.id')
                .whereRef('head.schoolId', '=', 'visitReleases.schoolId')
                .where('head.role', '=', 'headteacher')
                .where('head.endedAt', 'is', null)
                .where('headed.disabledAt', 'is', null),
            ),
          ),
        ]),
      ]),
    )
    .orderBy('visitReleases.day')
    .orderBy('visitReleases.id')
}

/** @throws Conflict where it was answered already */
export async function answerRelease(
  trx: Trx,
  release: VisitRelease,
  person: Person,
  { answer, word }: { answer: 'yes' | 'no'; word: string },
): Promise<void> {
  const { numUpdatedRows } = await trx
    .updateTable('visitReleases')
    .set({ answer, word, answeredAt: now(), answeredBy: person.id })
    .where('id', '=', release.id)
    .where('answeredAt', 'is', null)
    .where('withdrawnAt', 'is', null)
    .executeTakeFirstOrThrow()
  if (Number(numUpdatedRows) === 0) throw new Conflict('This was answered already.')
  const { networkId, bookingId, id } = release
  await record(trx, { kind: 'release answered', by: person, ...aboutRelease(networkId, bookingId, id), release: id })
}
