import { sql } from 'kysely'
import type { Db, Trx } from '../database.js'
import { today } from '../web/now.js'
import { recount } from './counting.js'
import { workedOut } from './working-out.js'

/**
 * Works out anew how far these pieces go and keeps it on them, in the counts too. Whatever changes a consent, a refusal, a
 * sharing, a withdrawal, a named pupil, the kind, the schools or the files of a piece calls this in the same transaction.
 */
export async function renewReach(trx: Trx, ids: string[], day = today()): Promise<void> {
  for (const some of inParts(ids)) {
    await sql`update evidence set agreed = is_now.agreed, reach = is_now.reach, reach_until = is_now.reach_until
      from (${workedOut(some, day)}) as is_now where is_now.id = evidence.id and (evidence.agreed <> is_now.agreed
        or evidence.reach <> is_now.reach or evidence.reach_until is distinct from is_now.reach_until)`.execute(trx)
    await recount(trx, some)
  }
}

/** Every piece of a school, whichever group it belongs to: for what the school says about all of them. */
export async function renewReachOfSchool(trx: Trx, schoolId: string): Promise<void> {
  const rows = await trx.selectFrom('evidenceSchools').select('evidenceId').where('schoolId', '=', schoolId).execute()
  await renewReach(
    trx,
    rows.map(row => row.evidenceId),
  )
}

/**
 * Once a day: pieces in which an agreement has ended. Nobody has come upon them since that midnight, since every question
 * asks for the day too; this brings the counts and the search index after it.
 * @returns how many there were
 */
export async function renewEnded(db: Db, day = today()): Promise<number> {
  const rows = await db.selectFrom('evidence').select('id').where('reachUntil', '<', day).execute()
  for (const some of inParts(rows.map(row => row.id))) await db.transaction().execute(trx => renewReach(trx, some, day))
  return rows.length
}

/** A statement can hold only so many ids, and a transaction of a sweep should be short. */
function inParts(ids: string[]): string[][] {
  const unique = [...new Set(ids)]
  return Array.from({ length: Math.ceil(unique.length / 400) }, (_, part) => unique.slice(part * 400, part * 400 + 400))
}
