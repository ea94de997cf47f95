import type { Db } from '../../database.js'
import type { Network } from '../../networks/tables.js'
import { beginningOf, monthsAfter, today } from '../../web/now.js'
import { byName } from '../../words/words.js'

/** Somebody who took on a role of leading in the past year. */
export interface TakenOn {
  name: string
  role: string
  of: string | null
  at: string
}

/** By name, so that succession can be thought of in time; nobody is measured by it. */
export async function takenOnMore(db: Db, network: Pick<Network, 'id'>): Promise<TakenOn[]> {
  const since = beginningOf(monthsAfter(today(), -12))
  const roles = await db
    .selectFrom('networkRoles')
    .innerJoin('people', 'people.id', 'networkRoles.personId')
    .leftJoin('themes', 'themes.id', 'networkRoles.themeId')
    .select(['people.name', 'networkRoles.role', 'themes.name as of', 'networkRoles.beganAt as at'])
    .where('networkRoles.networkId', '=', network.id)
    .where('networkRoles.role', 'in', ['network leader', 'co-leader'])
    .where('networkRoles.beganAt', '>=', since)
    .where('networkRoles.endedAt', 'is', null)
    .execute()
  const leads = await db
    .selectFrom('groupPeople')
    .innerJoin('people', 'people.id', 'groupPeople.personId')
    .innerJoin('groups', 'groups.id', 'groupPeople.groupId')
    .select(['people.name', 'groupPeople.role', 'groups.name as of', 'groupPeople.joinedAt as at'])
    .where('groups.networkId', '=', network.id)
    .where('groupPeople.role', '=', 'lead learner')
    .where('groupPeople.joinedAt', '>=', since)
    .where('groupPeople.leftAt', 'is', null)
    .execute()
  return [...roles, ...leads].sort(byName)
}
