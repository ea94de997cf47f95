import type { Db } from '../../database.js'
import { Conflict, NotFound } from '../../errors.js'
import type { Network, Term } from '../../networks/tables.js'
import type { Person } from '../../people/person.js'
import { newId } from '../../web/new-id.js'
import { now } from '../../web/now.js'
import type { ReportPromise } from '../tables.js'

/** What can become of a promise. None of it is a mark: a promise that was let go is told like one that was kept. */
export const outcomes = [
  { outcome: 'kept', said: 'Done' },
  { outcome: 'begun', said: 'Begun' },
  { outcome: 'waiting', said: 'Still to come' },
  { outcome: 'let go', said: 'Let go' },
] as const

export type Outcome = (typeof outcomes)[number]['outcome']

export const outcomeKeys = outcomes.map(one => one.outcome) as [Outcome, ...Outcome[]]

export function outcomeSaid(outcome: string | null): string {
  return outcomes.find(one => one.outcome === outcome)?.said ?? 'Not told yet'
}

/** What a term's report promises, in the order in which it was written. */
export function promisesOf(db: Db, term: Pick<Term, 'id'>): Promise<ReportPromise[]> {
  return db
    .selectFrom('reportPromises')
    .selectAll()
    .where('termId', '=', term.id)
    .where('removedAt', 'is', null)
    .orderBy('position')
    .orderBy('madeAt')
    .orderBy('id')
    .execute()
}

export async function makePromise(db: Db, term: Term, promise: string, by: Person): Promise<void> {
  const last = (await promisesOf(db, term)).at(-1)
  await db
    .insertInto('reportPromises')
    .values({
      id: newId(),
      termId: term.id,
      promise,
      position: (last?.position ?? 0) + 1,
      madeAt: now(),
      madeBy: by.id,
      removedAt: null,
      removedBy: null,
      outcome: null,
      answeredAt: null,
      answeredBy: null,
    })
    .execute()
}

/** @throws NotFound */
export async function findPromise(db: Db, id: string, terms: Pick<Term, 'id'>[]): Promise<ReportPromise> {
  return db
    .selectFrom('reportPromises')
    .selectAll()
    .where('id', '=', id)
    .where('removedAt', 'is', null)
    .where(
      'termId',
      'in',
      terms.map(term => term.id),
    )
    .executeTakeFirstOrThrow(() => new NotFound('promise'))
}

export async function removePromise(db: Db, promise: ReportPromise, by: Person): Promise<void> {
  await db
    .updateTable('reportPromises')
    .set({ removedAt: now(), removedBy: by.id })
    .where('id', '=', promise.id)
    .execute()
}

/** Tells what became of a promise. @throws Conflict when somebody else told it otherwise meanwhile */
export async function tellOutcome(
  db: Db,
  promise: ReportPromise,
  { outcome, became, version }: { outcome: Outcome; became: string; version: number },
  by: Person,
): Promise<void> {
  const done = await db
    .updateTable('reportPromises')
    .set({ outcome, became, answeredAt: now(), answeredBy: by.id, version: version + 1 })
    .where('id', '=', promise.id)
    .where('version', '=', version)
    .executeTakeFirst()
  if (done.numUpdatedRows === 0n)
    throw new Conflict('Somebody else has told what became of this promise meanwhile. Look at their words first.')
}

/** Where the recommendations stand that heads said yes to before the term began: the network's numbers, no school's. */
export async function adoptionOf(
  db: Db,
  network: Pick<Network, 'id'>,
  before: string,
): Promise<{ adoption: string; schools: number }[]> {
  const rows = await db
    .selectFrom('responses')
    .innerJoin('recommendations', 'recommendations.id', 'responses.recommendationId')
    .innerJoin('groups', 'groups.id', 'recommendations.groupId')
    .select(eb => ['responses.adoption', eb.fn.count<number>('responses.id').as('schools')])
    .where('groups.networkId', '=', network.id)
    .where('recommendations.withdrawnAt', 'is', null)
    .where('responses.answeredAt', '<', before)
    .where('responses.answer', 'in', ['accept', 'adapt'])
    .groupBy('responses.adoption')
    .execute()
  return rows.map(row => ({ adoption: row.adoption ?? 'considering', schools: Number(row.schools) }))
}
