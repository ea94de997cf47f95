import type { Db } from '../../database.js'
import { namesOf } from '../../people/people.js'
import type { ErasurePage } from '../pages.js'
import type { DataRequest } from '../tables.js'

/** How much goes wholly, in how many places a name gives way, and what stays. */
export async function numbersOf(db: Db, requestId: string): Promise<ErasurePage['numbers']> {
  const rows = await db
    .selectFrom('dataRequestFindings')
    .select(['how', 'erasing', 'evidenceId'])
    .where('requestId', '=', requestId)
    .execute()
  const codes = rows.filter(one => one.how === 'code' && one.erasing !== 'piece')
  const others = rows.filter(one => one.how !== 'code' || one.erasing === 'piece')
  const of = (erasing: string | null) => others.filter(one => one.erasing === erasing)
  return {
    pieces: new Set(of('piece').map(one => one.evidenceId)).size,
    files: of('file').length,
    words: of('words').length + of(null).filter(one => one.how !== 'file').length,
    stay: of('leave').length,
    codes: codes.length,
  }
}

export async function askedBy(
  db: Db,
  { erasureAskedAt, erasureAskedBy, erasureConfirmedAt }: DataRequest,
): Promise<{ at: string; by: string } | null> {
  if (erasureAskedAt === null || erasureConfirmedAt !== null) return null
  const nameOf = await namesOf(db, [erasureAskedBy])
  return { at: erasureAskedAt, by: nameOf(erasureAskedBy) }
}
