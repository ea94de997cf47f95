import type { Db, Trx } from '../../database.js'
import { newId } from '../../web/new-id.js'
import { now } from '../../web/now.js'
import type { Term, TermBreak } from '../tables.js'

/** Days within a term on which the schools are closed, both of them included. */
export interface BreakDates {
  /** Of one that is there already. */
  id?: string
  name: string
  startsOn: string
  endsOn: string
}

/** The half terms and holidays within these terms, in the order of time. */
export function breaksIn(db: Db, termIds: string[]): Promise<TermBreak[]> {
  return db
    .selectFrom('termBreaks')
    .selectAll()
    .where('termId', 'in', [...termIds, ''])
    .orderBy('startsOn')
    .orderBy('id')
    .execute()
}

/** What stands in the term from now on; one that is kept stays the same in calendars elsewhere, however it is moved. */
export async function keepBreaks(trx: Trx, term: Pick<Term, 'id'>, breaks: BreakDates[]): Promise<void> {
  const before = await breaksIn(trx, [term.id])
  const kept = breaks.flatMap(one => before.filter(({ id }) => id === one.id).map(({ id }) => id))
  await trx
    .deleteFrom('termBreaks')
    .where('termId', '=', term.id)
    .where('id', 'not in', [...kept, ''])
    .execute()
  for (const { id, ...dates } of breaks) {
    const known = before.find(one => one.id === id)
    if (!known) await enter(trx, term, dates)
    else if (isMoved(known, dates))
      await trx
        .updateTable('termBreaks')
        .set(eb => ({ ...dates, sequence: eb('sequence', '+', 1), changedAt: now() }))
        .where('id', '=', known.id)
        .execute()
  }
}

async function enter(trx: Trx, { id: termId }: Pick<Term, 'id'>, dates: BreakDates): Promise<void> {
  await trx
    .insertInto('termBreaks')
    .values({ ...dates, id: newId(), termId, changedAt: now() })
    .execute()
}

function isMoved(known: BreakDates, { name, startsOn, endsOn }: BreakDates): boolean {
  return known.name !== name || known.startsOn !== startsOn || known.endsOn !== endsOn
}
