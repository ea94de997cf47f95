import { sql } from 'kysely'
import type { Db } from '../../src/database.js'
import type { Agreed } from '../../src/reach/agreed.js'
import { countsOf } from '../../src/reach/counted-pieces.js'
import { type Reach, reachOn } from '../../src/reach/reaches.js'
import { renewReach } from '../../src/reach/renewing.js'
import { brought } from '../../src/rooms.js'
import { beginAnew } from '../../src/search/renewing.js'
import { workedOut } from '../../src/reach/working-out.js'
import { today } from '../../src/web/now.js'

/** For a test that writes rows itself: what any verb would have done in the same breath, and what follows from its facts. */
export async function renewAll(db: Db): Promise<void> {
  const pieces = await db.selectFrom('evidence').select('id').execute()
  await db.transaction().execute(trx =>
    renewReach(
      trx,
      pieces.map(one => one.id),
    ),
  )
  await beginAnew(db, brought.searchables)
}

/** What is kept of how far pieces go and what is true of them today must be the same. @returns whatever is not */
export async function wronglyKept(db: Db, day = today()): Promise<string[]> {
  const pieces = await db.selectFrom('evidence').selectAll().execute()
  const wrong: string[] = []
  for (let from = 0; from < pieces.length; from += 1000) {
    const some = pieces.slice(from, from + 1000)
    const { rows } = await sql<{ id: string; agreed: Agreed; reach: Reach; reachUntil: string | null }>`${workedOut(
      some.map(one => one.id),
      day,
    )}`.execute(db)
    const now = new Map(rows.map(row => [row.id, row]))
    for (const piece of some) {
      const is = now.get(piece.id)!
      const passed = piece.reachUntil !== null && piece.reachUntil < day
      const kept = [passed ? 'group' : piece.agreed, reachOn(piece, day), passed ? null : piece.reachUntil]
      const really = [is.agreed, is.reach, is.reachUntil]
      if (kept.join() !== really.join()) wrong.push(`${piece.id} is kept as ${kept.join()}, and is ${really.join()}`)
    }
  }
  return [...wrong, ...(await wronglyCounted(db))]
}

async function wronglyCounted(db: Db): Promise<string[]> {
  const pieces = await db.selectFrom('evidence').selectAll().execute()
  const schools = await db.selectFrom('evidenceSchools').selectAll().orderBy('schoolId').execute()
  const from = new Map<string, string[]>()
  for (const { evidenceId, schoolId } of schools) from.set(evidenceId, [...(from.get(evidenceId) ?? []), schoolId])
  const really = new Map<string, number>()
  for (const piece of pieces) {
    const alike = keyOf({ ...piece, schoolIds: from.get(piece.id) ?? [] })
    really.set(alike, (really.get(alike) ?? 0) + 1)
  }
  const groups = await db.selectFrom('groups').select('id').execute()
  const kept = new Map<string, number>()
  for (const { id } of groups)
    for (const one of await countsOf(db, id)) kept.set(keyOf({ ...one, groupId: id }), one.pieces)
  return [...new Set([...really.keys(), ...kept.keys()])].flatMap(key =>
    really.get(key) === kept.get(key) ? [] : [`${kept.get(key)} are counted for ${really.get(key)} of ${key}`],
  )
}

function keyOf(one: {
  groupId: string
  enquiryId: string
  stage: string
  kind: string
  loggedBy: string
  schoolIds: string[]
  reach: string
  reachUntil: string | null
}): string {
  const { groupId, enquiryId, stage, kind, loggedBy, schoolIds, reach, reachUntil } = one
  return JSON.stringify([groupId, enquiryId, stage, kind, loggedBy, schoolIds, reach, reachUntil])
}
