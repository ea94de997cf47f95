import type { Db } from '../../database.js'
import type { Term } from '../../networks/tables.js'
import { beginningOf } from '../../web/now.js'

/** The time that a term's report tells of: from its first day until the next term begins, so that no day is lost. */
export interface Window {
  from: string
  /** The first moment that no longer belongs to it. */
  until: string
}

export async function windowOf(db: Db, term: Term): Promise<Window> {
  const next = await db
    .selectFrom('terms')
    .select('startsOn')
    .where('networkId', '=', term.networkId)
    .where('startsOn', '>', term.startsOn)
    .orderBy('startsOn')
    .executeTakeFirst()
  return {
    from: beginningOf(term.startsOn),
    until: next ? beginningOf(next.startsOn) : '9999-12-31T00:00:00.000Z',
  }
}

/** Whether a moment lies in it. */
export function within(moment: string | null, { from, until }: Window): boolean {
  return moment !== null && moment >= from && moment < until
}
