import type { Db } from '../../database.js'
import { Conflict, NotFound } from '../../errors.js'
import type { Term } from '../../networks/tables.js'
import type { Person } from '../../people/person.js'
import { newId } from '../../web/new-id.js'
import { now } from '../../web/now.js'
import type { ReportPromise } from '../tables.js'
import type { Outcome } from './outcomes.js'

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
