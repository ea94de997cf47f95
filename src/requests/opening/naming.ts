import type { House } from '../../house.js'
import { keysIn } from '../../keys/keys.js'
import { hasOpen } from '../../keys/opening/opening.js'
import { mayOpenKey } from '../../keys/permissions.js'
import type { RequestsOfNetwork } from '../requests.js'
import type { CodeInGroup } from '../said.js'

/** One a line, or with commas. */
export function namesTyped(typed: string): string[] {
  return [
    ...new Set(
      typed
        .split(/[\n,;]/)
        .map(one => one.trim())
        .filter(Boolean),
    ),
  ].slice(0, 12)
}

/** What codes that were typed stand for. */
export interface CodesKnown {
  codes: CodeInGroup[]
  /** The names behind them, where the key is open to whoever asks. */
  names: string[]
  mistake?: string
}

/**
 * Codes as they are typed, `P07` or `P07 in Reading by choice`: one a line. A code stands for one pupil in one group, so it counts in
 * every group with a key of that school whose key holds it. Names come from those keys alone that this person has open.
 */
export async function codesTyped(
  { db, keys }: Pick<House, 'db' | 'keys'>,
  { person, network }: RequestsOfNetwork,
  schoolId: string | null,
  typed: string,
): Promise<CodesKnown> {
  // P7 and P07 are the same: a key writes two figures at least.
  const codes = (typed.toUpperCase().match(/\bP\d{1,4}\b/g) ?? []).map(
    one => `P${String(Number(one.slice(1))).padStart(2, '0')}`,
  )
  if (typed.trim() !== '' && codes.length === 0)
    return { codes: [], names: [], mistake: 'A code is a P and a number, such as P07' }
  if (codes.length === 0 || schoolId === null) return { codes: [], names: [] }
  const groups = await db.selectFrom('groups').select('id').where('networkId', '=', network.id).execute()
  const own = (
    await keysIn(
      db,
      groups.map(one => one.id),
    )
  ).filter(key => key.schoolId === schoolId)
  const found: CodesKnown = { codes: [], names: [] }
  for (const key of own) {
    const given = new Set(await keys.codes([key.id]))
    const here = codes.filter(code => given.has(code))
    found.codes.push(...here.map(code => ({ groupId: key.groupId, code })))
    if (here.length === 0 || !mayOpenKey(person, key) || !(await hasOpen(db, key, person))) continue
    for (const line of await keys.lines(key.id))
      if (here.includes(line.code)) found.names.push(line.name, ...namesTyped(line.also))
  }
  if (found.codes.length === 0) return { ...found, mistake: 'No key of this school holds this code' }
  return found
}
