import { sql } from 'kysely'
import type { Db } from '../../database.js'
import type { FactBook } from '../../facts/kinds.js'
import { auditOf, kindsInAudit } from '../../facts/telling.js'

export interface AuditLine {
  at: string
  person: string | null
  did: string
  aboutKind: string | null
  aboutId: string | null
  networkId: string | null
}

export interface AuditFilter {
  /** The id of a person. */
  person: string
  /** What it was done to, such as `person` or `invitation`. */
  about: string
}

/** One page of the audit trail, the newest first: who did what to which id. It holds no content, so none can be shown. */
export async function auditTrail(
  db: Db,
  book: FactBook,
  filter: AuditFilter,
  page: number,
  size: number,
): Promise<{ rows: AuditLine[]; total: number }> {
  let query = db.selectFrom(lines(db, book).as('lines')).leftJoin('people', 'people.id', 'lines.personId')
  if (filter.person) query = query.where('lines.personId', '=', filter.person)
  if (filter.about) query = query.where('lines.aboutKind', '=', filter.about)
  const { total } = await query.select(sql<number>`count(*)`.as('total')).executeTakeFirstOrThrow()
  const rows = await query
    .select(['lines.at', 'people.name as person', 'lines.did', 'lines.aboutKind', 'lines.aboutId', 'lines.networkId'])
    .select(['lines.kind', 'lines.details'])
    .orderBy('lines.at', 'desc')
    .orderBy('lines.number', 'desc')
    .orderBy('lines.id')
    .limit(size)
    .offset((page - 1) * size)
    .execute()
  return {
    rows: rows.map(({ kind, details, ...row }) => (kind ? { ...row, did: auditOf(book, { kind, details }) } : row)),
    total: Number(total),
  }
}

/** Facts of the kinds that stand in the trail, and beside them the lines from before facts were. */
function lines(db: Db, book: FactBook) {
  return db
    .selectFrom('audit')
    .select(['id', 'at', 'personId', 'aboutKind', 'aboutId', 'networkId', 'did'])
    .select(eb => [eb.val<number>(0).as('number'), eb.val('').as('kind'), eb.val('{}').as('details')])
    .unionAll(
      db
        .selectFrom('facts')
        .select(['id', 'at', 'personId', 'aboutKind', 'aboutId', 'networkId'])
        .select(eb => eb.val('').as('did'))
        .select(['number', 'kind', 'details'])
        .where('broughtAt', 'is', null)
        .where('kind', 'in', kindsInAudit(book)),
    )
}
