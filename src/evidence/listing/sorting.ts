import type { Request } from 'express'
import { sql } from 'kysely'
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
    .orderBy(orders[sort])
  const rows = await (most === undefined ? all : all.limit(most).offset(after)).execute()
  return rows.map(row => row.id)
}

/** Where a piece stands in such a list, from 1, and those beside it. */
export interface PlaceInOrder {
  place: number
  total: number
  previous: string | null
  next: string | null
}

/** Undefined where the piece is not among what was found. */
export async function placeInOrder(
  db: Db,
  found: Pieces,
  sort: Exclude<Sort, ''>,
  pieceId: string,
): Promise<PlaceInOrder | undefined> {
  const all = db.selectFrom(found.as('found')).innerJoin('evidence', 'evidence.id', 'found.id').selectAll('evidence')
  const { rows } = await sql<PlaceInOrder>`select place, total, previous, next from (
    select id, row_number() over ordered as place, count(*) over () as total, lag(id) over ordered as previous,
      lead(id) over ordered as next
    from ${all} as evidence window ordered as (order by ${orders[sort]})) as placed where id = ${pieceId}`.execute(db)
  return rows[0]
}

const school = sql<string | null>`(select min(schools.name) from evidence_schools inner join schools
    on schools.id = evidence_schools.school_id where evidence_schools.evidence_id = evidence.id)`

/** What pieces have in common that stand beside one another in each order; beyond it they go by their numbers. */
export const keyOf = {
  '': sql<string>`evidence.gathered_on`,
  logged: sql<string>`evidence.logged_at`,
  number: sql<string>`''`,
  school: sql<string>`coalesce(${school}, '')`,
} satisfies Record<Sort, unknown>

const orders = {
  logged: sql<string>`evidence.logged_at desc, evidence.number desc`,
  number: sql<string>`evidence.number`,
  school: sql<string>`${school}, evidence.number desc`,
} satisfies Record<Exclude<Sort, ''>, unknown>
