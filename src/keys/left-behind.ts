import type { Db } from '../database.js'
import { lettersAfter } from '../mail/following.js'
import type { Letter } from '../mail/mail.js'
import { listed } from '../words/words.js'
import { type FoundKey, keys } from './keys.js'
import { isLookedAfter } from './looked-after.js'
import { whoOpens } from './who-opens.js'

/** Those who may take a key over, or say who does, hear that whoever looked after it does so no more. */
export const tellOfKeyLeftBehind = lettersAfter({
  name: 'letters of keys that nobody looks after',
  follows: ['role ended'],
  async write({ db, baseUrl }, { aboutId, details: { schoolId } }) {
    if (!aboutId || !schoolId) return []
    const left = await keys(db)
      .where('pupilKeys.ownerId', '=', aboutId)
      .where('pupilKeys.schoolId', '=', schoolId)
      .where(eb => eb.not(isLookedAfter(eb)))
      .orderBy('groups.name')
      .execute()
    return left.length > 0 ? lettersOfKeysLeft(db, left, baseUrl) : []
  },
})

async function lettersOfKeysLeft(db: Db, left: FoundKey[], baseUrl: string): Promise<Letter[]> {
  const [key] = left as [FoundKey]
  const { dataLeads, heads, namedAt } = await whoOpens(db, key)
  const what = `the key of ${key.school} to the pupils’ codes of ${listed(left.map(one => one.group))}`
  const goesOn =
    dataLeads.length > 0
      ? `${listed(dataLeads)}, data lead of ${key.school}, can open it and take it over:\n${baseUrl}/keys`
      : `Nobody can open it now, and nothing of it is lost. ${heads.length > 0 ? 'The head' : 'A network leader'} names a data lead, who then takes it over:\n${baseUrl}${namedAt}`
  const text = `${key.owner} looked after ${what}, and no longer takes part for the school. ${goesOn}\n`
  const told = await addressesOf(db, key, heads.length + dataLeads.length > 0)
  return told.map(to => ({ to, subject: `Who looks after a key of ${key.school}?`, text }))
}

/** The data leads and heads of the school; where it has neither, those who lead its network. */
async function addressesOf(db: Db, { schoolId, networkId }: FoundKey, hasOwn: boolean): Promise<string[]> {
  const rows = await db
    .selectFrom('networkRoles')
    .innerJoin('people', 'people.id', 'networkRoles.personId')
    .select('people.email')
    .distinct()
    .where('networkRoles.endedAt', 'is', null)
    .where('people.disabledAt', 'is', null)
    .where('networkRoles.role', 'in', hasOwn ? ['headteacher', 'data lead'] : ['network leader'])
    .where(hasOwn ? 'networkRoles.schoolId' : 'networkRoles.networkId', '=', hasOwn ? schoolId : networkId)
    .orderBy('people.email')
    .execute()
  return rows.map(one => one.email)
}
