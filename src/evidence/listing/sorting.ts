import type { Request } from 'express'
import type { Db } from '../../database.js'
import { newestIds, type Pieces } from '../../reach/visible-in-order.js'
import { queried } from '../../web/page-of.js'

/** The orders in which a list of evidence can stand; the first is that of every other list. */
export const sorts = [
  { sort: '', name: 'Newest gathered' },
  { sort: 'logged', name: 'Newest logged' },
  { sort: 'number', name: 'Number' },
  { sort: 'school', name: 'School' },
] as const

export type Sort = (typeof sorts)[number]['sort']

/** @param isMember whoever reads schools by pseudonyms is not shown them in the order of their names */
export function sortIn(req: Pick<Request, 'query'>, isMember: boolean): Sort {
  return sortsFor(isMember).find(one => one.sort === queried(req, 'sort'))?.sort ?? ''
}

export function sortsFor(isMember: boolean) {
  return sorts.filter(one => isMember || one.sort !== 'school')
}

/** The ids of what was found, in this order. @param most left out for all */
export async function idsInOrder(db: Db, found: Pieces, sort: Sort, most?: number, after = 0): Promise<string[]> {
  if (sort === '') return newestIds(found, most, after)
  const all = db
    .selectFrom(found.as('found'))
    .innerJoin('evidence', 'evidence.id', 'found.id')
    .select('evidence.id')
    .$if(sort === 'logged', query => query.orderBy('evidence.loggedAt', 'desc'))
    .$if(sort === 'school', query =>
      query.orderBy(eb =>
        eb
          .selectFrom('evidenceSchools')
          .innerJoin('schools', 'schools.id', 'evidenceSchools.schoolId')
          .select(of => of.fn.min('schools.name').as('first'))
          .whereRef('evidenceSchools.evidenceId', '=', 'evidence.id'),
      ),
    )
    .orderBy('evidence.number', sort === 'number' ? 'asc' : 'desc')
  const rows = await (most === undefined ? all : all.limit(most).offset(after)).execute()
  return rows.map(row => row.id)
}
