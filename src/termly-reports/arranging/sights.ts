import type { Db } from '../../database.js'
import { NotFound } from '../../errors.js'
import type { Term } from '../../networks/tables.js'
import type { Person } from '../../people/person.js'
import { newId } from '../../web/new-id.js'
import { now } from '../../web/now.js'
import type { ReportSight } from '../tables.js'

/** What there is to go and see, by day; what can be seen on any day comes last. */
export async function sightsOf(db: Db, term: Pick<Term, 'id'>): Promise<ReportSight[]> {
  const rows = await db
    .selectFrom('reportSights')
    .selectAll()
    .where('termId', '=', term.id)
    .where('removedAt', 'is', null)
    .orderBy('addedAt')
    .execute()
  return rows.sort((one, other) => ((one.onDay ?? '9999') < (other.onDay ?? '9999') ? -1 : 1))
}

export async function addSight(
  db: Db,
  term: Term,
  sight: { what: string; place: string; onDay: string | null; hours: string },
  by: Person,
): Promise<void> {
  await db
    .insertInto('reportSights')
    .values({
      id: newId(),
      termId: term.id,
      ...sight,
      addedAt: now(),
      addedBy: by.id,
      removedAt: null,
      removedBy: null,
    })
    .execute()
}

/** @throws NotFound */
export async function removeSight(db: Db, term: Term, id: string, by: Person): Promise<void> {
  const done = await db
    .updateTable('reportSights')
    .set({ removedAt: now(), removedBy: by.id })
    .where('id', '=', id)
    .where('termId', '=', term.id)
    .where('removedAt', 'is', null)
    .executeTakeFirst()
  if (done.numUpdatedRows === 0n) throw new NotFound('place to see')
}
