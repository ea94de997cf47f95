import { sql } from 'kysely'
import type { Db } from '../database.js'

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
  filter: AuditFilter,
  page: number,
  size: number,
): Promise<{ rows: AuditLine[]; total: number }> {
  let query = db.selectFrom('audit').leftJoin('people', 'people.id', 'audit.personId')
  if (filter.person) query = query.where('audit.personId', '=', filter.person)
  if (filter.about) query = query.where('audit.aboutKind', '=', filter.about)
  const { total } = await query.select(sql<number>`count(*)`.as('total')).executeTakeFirstOrThrow()
  const rows = await query
    .select(['audit.at', 'people.name as person', 'audit.did', 'audit.aboutKind', 'audit.aboutId', 'audit.networkId'])
    .orderBy('audit.at', 'desc')
    .orderBy('audit.id')
    .limit(size)
    .offset((page - 1) * size)
    .execute()
  return { rows, total: Number(total) }
}
