import type { Db, Trx } from '../../database.js'
import { Conflict, NotFound } from '../../errors.js'
import { record } from '../../facts/facts.js'
import type { Person } from '../../people/person.js'
import { newId } from '../../web/new-id.js'
import { now } from '../../web/now.js'
import { byName } from '../../words/words.js'
import { askForRelease } from '../booking/releasing.js'
import { isOneOfTheTwo } from '../permissions.js'
import type { SupportingVisit } from '../tables.js'

/** The texts of two colleagues; no index of the search knows this kind. */
export const supportingKind = 'supporting-note'

export type SupportingWords = Pick<SupportingVisit, 'day' | 'starts' | 'ends' | 'place' | 'about'>

export interface FoundSupportingVisit {
  visit: SupportingVisit
  proposer: string
  colleague: string
  named: { id: string; name: string }[]
}

/**
 * For those two and whom they name; to everybody else there is no such visit, whatever they lead or look after.
 * @throws NotFound
 */
export async function findSupportingVisit(
  db: Db,
  person: Pick<Person, 'id'>,
  at: { id: string; network?: string },
): Promise<FoundSupportingVisit> {
  const row = await db
    .selectFrom('supportingVisits')
    .innerJoin('people as first', 'first.id', 'supportingVisits.proposedBy')
    .innerJoin('people as second', 'second.id', 'supportingVisits.colleagueId')
    .selectAll('supportingVisits')
    .select(['first.name as proposer', 'second.name as colleague'])
    .where('supportingVisits.id', '=', at.id)
    .$if(at.network !== undefined, query => query.where('supportingVisits.networkId', '=', at.network!))
    .executeTakeFirst()
  if (!row) throw new NotFound('visit')
  const { proposer, colleague, ...visit } = row
  const named = await db
    .selectFrom('supportingVisitPeople')
    .innerJoin('people', 'people.id', 'supportingVisitPeople.personId')
    .select(['people.id', 'people.name'])
    .where('supportingVisitPeople.visitId', '=', visit.id)
    .where('supportingVisitPeople.removedAt', 'is', null)
    .execute()
  if (!isOneOfTheTwo(person, visit) && !named.some(one => one.id === person.id)) throw new NotFound('visit')
  return { visit, proposer, colleague, named: named.sort(byName) }
}

/** Somebody’s own, in one network or in all of theirs; the newest first. */
export async function supportingVisitsOf(
  db: Db,
  person: Pick<Person, 'id'>,
  networkId: string | null,
): Promise<(SupportingVisit & { other: string })[]> {
  const own = db
    .selectFrom('supportingVisitPeople')
    .select('visitId')
    .where('personId', '=', person.id)
    .where('removedAt', 'is', null)
  const rows = await db
    .selectFrom('supportingVisits')
    .innerJoin('people as first', 'first.id', 'supportingVisits.proposedBy')
    .innerJoin('people as second', 'second.id', 'supportingVisits.colleagueId')
    .selectAll('supportingVisits')
    .select(['first.name as proposer', 'second.name as colleague'])
    .where(eb =>
      eb.or([
        eb('supportingVisits.proposedBy', '=', person.id),
        eb('supportingVisits.colleagueId', '=', person.id),
        eb('supportingVisits.id', 'in', own),
      ]),
    )
    .$if(networkId !== null, query => query.where('supportingVisits.networkId', '=', networkId))
    .orderBy('supportingVisits.day', 'desc')
    .execute()
  return rows.map(({ proposer, colleague, ...visit }) => ({
    ...visit,
    other: visit.proposedBy === person.id ? colleague : proposer,
  }))
}

/** One colleague proposes it; nothing is agreed before the other says so. */
export async function proposeSupport(
  trx: Trx,
  networkId: string,
  person: Person,
  { colleague, ...words }: SupportingWords & { colleague: string },
): Promise<string> {
  const id = newId()
  await trx
    .insertInto('supportingVisits')
    .values({
      ...{ id, networkId, proposedBy: person.id, colleagueId: colleague, ...words },
      ...{ proposedAt: now(), changedAt: now(), agreedAt: null, cancelledAt: null, cancelledBy: null },
    })
    .execute()
  await record(trx, { kind: 'two colleagues: proposed', by: person, aboutId: id })
  return id
}

export async function agreeToSupport(trx: Trx, visit: SupportingVisit, person: Person): Promise<void> {
  if (visit.cancelledAt) throw new Conflict('This was called off.')
  if (visit.agreedAt) throw new Conflict('You have agreed to this already.')
  await trx.updateTable('supportingVisits').set({ agreedAt: now() }).where('id', '=', visit.id).execute()
  await record(trx, { kind: 'two colleagues: agreed', by: person, aboutId: visit.id })
}

export async function moveSupport(
  trx: Trx,
  visit: SupportingVisit,
  person: Person,
  words: SupportingWords,
): Promise<void> {
  if (visit.cancelledAt) throw new Conflict('This was called off.')
  await trx
    .updateTable('supportingVisits')
    .set(eb => ({ ...words, changedAt: now(), sequence: eb('sequence', '+', 1) }))
    .where('id', '=', visit.id)
    .execute()
  const isMoved = visit.day !== words.day || visit.starts !== words.starts || visit.ends !== words.ends
  if (isMoved) await withdrawReleases(trx, visit)
  await record(trx, { kind: 'two colleagues: moved', by: person, aboutId: visit.id })
}

export async function callOffSupport(trx: Trx, visit: SupportingVisit, person: Person): Promise<void> {
  if (visit.cancelledAt) throw new Conflict('This was called off already.')
  await trx
    .updateTable('supportingVisits')
    .set(eb => ({ cancelledAt: now(), cancelledBy: person.id, changedAt: now(), sequence: eb('sequence', '+', 1) }))
    .where('id', '=', visit.id)
    .execute()
  await withdrawReleases(trx, visit)
  await record(trx, { kind: 'two colleagues: called off', by: person, aboutId: visit.id })
}

/** From now on they see it too. */
export async function nameSomebody(trx: Trx, visit: SupportingVisit, by: Person, personId: string): Promise<void> {
  const known = await trx
    .selectFrom('supportingVisitPeople')
    .select('id')
    .where('visitId', '=', visit.id)
    .where('personId', '=', personId)
    .where('removedAt', 'is', null)
    .executeTakeFirst()
  if (known) return
  await trx
    .insertInto('supportingVisitPeople')
    .values({ id: newId(), visitId: visit.id, personId, namedBy: by.id, namedAt: now(), removedAt: null })
    .execute()
  await record(trx, { kind: 'two colleagues: named', by, aboutId: visit.id, person: personId })
}

export async function nameNoMore(trx: Trx, visit: SupportingVisit, personId: string): Promise<void> {
  await trx
    .updateTable('supportingVisitPeople')
    .set({ removedAt: now() })
    .where('visitId', '=', visit.id)
    .where('personId', '=', personId)
    .where('removedAt', 'is', null)
    .execute()
}

/** Only where they choose it: the own head is asked for the time, and told that it is for a visit to a colleague. */
export async function askHeadForTime(trx: Trx, visit: SupportingVisit, person: Person): Promise<void> {
  if (visit.cancelledAt) throw new Conflict('This was called off.')
  const [schoolId = null] = person.schoolsIn(visit.networkId)
  const asked = await releasesOf(trx, visit)
  if (asked.some(one => one.personId === person.id)) throw new Conflict('You have asked your head already.')
  const when = { ...visit, lastDay: visit.day }
  const releaseId = await askForRelease(trx, when, { schoolId, personId: person.id }, person, null)
  await trx.insertInto('supportingVisitReleases').values({ releaseId, visitId: visit.id }).execute()
}

/** What heads were asked for this visit, and said. */
export function releasesOf(db: Db, visit: Pick<SupportingVisit, 'id'>) {
  return db
    .selectFrom('supportingVisitReleases')
    .innerJoin('visitReleases', 'visitReleases.id', 'supportingVisitReleases.releaseId')
    .innerJoin('people', 'people.id', 'visitReleases.personId')
    .select(['visitReleases.id', 'visitReleases.personId', 'people.name', 'visitReleases.answer', 'visitReleases.word'])
    .where('supportingVisitReleases.visitId', '=', visit.id)
    .where('visitReleases.withdrawnAt', 'is', null)
    .execute()
}

async function withdrawReleases(trx: Trx, visit: SupportingVisit): Promise<void> {
  const asked = await releasesOf(trx, visit)
  for (const { id } of asked)
    await trx.updateTable('visitReleases').set({ withdrawnAt: now() }).where('id', '=', id).execute()
}
