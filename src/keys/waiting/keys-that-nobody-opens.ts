import { inTheSameWords } from '../../database/in-the-same-words.js'
import type { Db } from '../../database.js'
import type { Around } from '../../enquiries/around.js'
import { keys } from '../keys.js'
import { isLookedAfter } from '../looked-after.js'
import { waitsForSomebody, whoOpens } from '../who-opens.js'
import { waits } from '../../web/waiting.js'

/** A key whose owner has left waits for a data lead: its school's head names one, a network leader where there is no head. */
export const keysThatNobodyOpens = waits({
  asks: inTheSameWords(
    ({ person, enquiries }: Around) => ({ groups: mayNameSomewhere(person) ? enquiries.map(one => one.groupId) : [] }),
    (db, { groups }) =>
      keys(db)
        .where('pupilKeys.groupId', 'in', groups)
        .where(eb => eb.not(isLookedAfter(eb)))
        .orderBy('schools.name'),
  ),
  async says(found, { db, person }) {
    const named = await schoolsWithDataLeadAsked(db)
    const waiting = []
    for (const key of found) {
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
          groupId: key.groupId,
        })
    }
    return waiting
  },
})

/** Heads and network leaders name data leads. */
function mayNameSomewhere(person: Around['person']): boolean {
  return person.rolesWith('answers for the school').length + person.rolesWith('leads the network').length > 0
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
