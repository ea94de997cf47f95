import { sql } from 'kysely'
import type { Trx } from '../database.js'
import { record } from '../facts/facts.js'
import { today } from '../web/now.js'
import { recount } from './counted-pieces.js'
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
 * asks for the day too; this brings the counts after it, and its fact the search index.
 * @returns how many there were, 400 at most: a transaction of a sweep should be short
 */
export async function renewEnded(trx: Trx, day = today()): Promise<number> {
  const rows = await trx.selectFrom('evidence').select('id').where('reachUntil', '<', day).limit(atOnce).execute()
  const pieces = rows.map(row => row.id)
  if (pieces.length === 0) return 0
  await renewReach(trx, pieces, day)
  await record(trx, { kind: 'agreements ended', by: null, pieces })
  return pieces.length
}

const atOnce = 400

/** A statement can hold only so many ids. */
function inParts(ids: string[]): string[][] {
  const unique = [...new Set(ids)]
  const parts = Math.ceil(unique.length / atOnce)
  return Array.from({ length: parts }, (_, part) => unique.slice(part * atOnce, part * atOnce + atOnce))
}
