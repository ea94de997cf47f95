import type { Db } from '../database.js'
import { dataLeadsOf, headsOf } from '../networks/people/data-leads.js'
import { listed } from '../words/words.js'
import type { FoundKey } from './keys.js'
import { isLookedAfter } from './looked-after.js'

/** Who can open a key now, and where to turn when nobody can. */
export interface WhoOpens {
  /** The owner is still in the group, and at the school. */
  owned: boolean
  dataLeads: string[]
  heads: string[]
  /** Where the data lead of the school is named. */
  namedAt: string
}

/** Asks who can open this key now. */
export async function whoOpens(db: Db, key: FoundKey): Promise<WhoOpens> {
  const lookedAfter = await db
    .selectFrom('pupilKeys')
    .select('id')
    .where('id', '=', key.id)
    .where(isLookedAfter)
    .executeTakeFirst()
  return {
    owned: lookedAfter !== undefined,
    dataLeads: (await dataLeadsOf(db, key.schoolId)).map(one => one.name),
    heads: (await headsOf(db, key.schoolId)).map(one => one.name),
    namedAt: `/networks/${key.networkId}/schools/${key.schoolId}/data-leads`,
  }
}

/** A key that nobody can open waits, and is read by nobody, until its school has a data lead. */
export function waitsForSomebody({ owned, dataLeads }: WhoOpens): boolean {
  return !owned && dataLeads.length === 0
}

/** What those in the group are told about a key whose owner has left the group or the school; null as long as its owner is there. */
export function ownerGoneInWords(key: Pick<FoundKey, 'owner' | 'school'>, openers: WhoOpens): string | null {
  if (openers.owned) return null
  const left = `${key.owner}, who looked after it, no longer takes part for ${key.school}.`
  if (openers.dataLeads.length > 0)
    return `${left} ${listed(openers.dataLeads)}, data lead of ${key.school}, can open it and take it over.`
  const who =
    openers.heads.length > 0
      ? `${listed(openers.heads)}, head of ${key.school}, names a data lead`
      : `${key.school} has no head on the workbench, so a network leader names a data lead for it`
  return `${left} Nobody can open it now, and nothing of it is lost: ${who}, who then takes it over.`
}

/** What somebody is told before they leave a group in which they look after keys. */
export function leftBehindInWords(key: Pick<FoundKey, 'school'>, { dataLeads, heads }: WhoOpens): string {
  if (dataLeads.length > 0)
    return `You look after the key of ${key.school}. When you have left, only its data lead, ${listed(dataLeads)}, can open it. You can hand it to a colleague first.`
  const who = heads.length > 0 ? `its head, ${listed(heads)},` : 'a network leader'
  return `You look after the key of ${key.school}. When you have left, nobody can open it until ${who} names a data lead. Hand it to a colleague first.`
}
