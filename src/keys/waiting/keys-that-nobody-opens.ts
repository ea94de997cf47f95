import type { Db } from '../../database.js'
import type { Around } from '../../enquiries/around.js'
import { keysIn } from '../keys.js'
import { waitsForSomebody, whoOpens } from '../who-opens.js'
import type { WaitingKind } from '../../web/waiting.js'

/** A key whose owner has left waits for a data lead: its school's head names one, a network leader where there is no head. */
export const keysThatNobodyOpens: WaitingKind<Around> = async ({ db, person, enquiries }) => {
  const mine = [...person.rolesWith('answers for the school'), ...person.rolesWith('leads the network')]
  if (mine.length === 0) return []
  const groups = [...new Set(enquiries.map(one => one.groupId))]
  const keys = await keysIn(db, groups)
  const named = await schoolsWithDataLeadAsked(db)
  const waiting = []
  for (const key of keys) {
    const openers = await whoOpens(db, key)
    const mayName = person.answersFor(key.schoolId)
      ? true
      : openers.heads.length === 0 && person.isNetworkLeaderOf(key.networkId)
    if (mayName && waitsForSomebody(openers) && !named.has(key.schoolId))
      waiting.push({
        text: keyWaitsInWords(key),
        href: openers.namedAt,
        action: 'Name a data lead',
        networkId: key.networkId,
      })
  }
  return waiting
}

/** Somebody is named there already and waits for a second person. */
async function schoolsWithDataLeadAsked(db: Db): Promise<Set<string>> {
  const rows = await db
    .selectFrom('roleConfirmations')
    .select('schoolId')
    .where('role', '=', 'data lead')
    .where('confirmedAt', 'is', null)
    .where('refusedAt', 'is', null)
    .execute()
  return new Set(rows.map(row => row.schoolId))
}

export function keyWaitsInWords({ school, group }: { school: string; group: string }): string {
  return `Nobody can open the key of ${school} to the pupils’ codes of ${group}: whoever looked after it has left.`
}
