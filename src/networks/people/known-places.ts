import type { Db } from '../../database.js'
import { untakenInvitationsOf } from '../../people/invitations/invitations.js'
import { partnersOf } from '../partners/partners.js'
import { schoolsOf } from '../schools/schools.js'
import type { Network } from '../tables.js'
import { openThemesOf } from '../themes/themes.js'
import type { KnownPlaces } from './reading-people.js'

/** What lines of a list of people can name, and who is in the network or invited already. */
export async function knownPlaces(db: Db, { id }: Network): Promise<KnownPlaces> {
  return {
    schools: await schoolsOf(db, id),
    themes: await openThemesOf(db, id),
    partners: await partnersOf(db, id),
    groups: await openGroupsOf(db, id),
    people: [...(await rolesIn(db, id)), ...(await inGroupsOf(db, id))],
    open: await untakenInvitationsOf(db, id),
  }
}

async function openGroupsOf(db: Db, networkId: string): Promise<KnownPlaces['groups']> {
  const groups = await db
    .selectFrom('groups')
    .select(['id', 'name'])
    .select(({ exists, selectFrom }) =>
      exists(
        selectFrom('groupPeople')
          .select('groupPeople.id')
          .whereRef('groupPeople.groupId', '=', 'groups.id')
          .where('groupPeople.role', '=', 'lead learner')
          .where('groupPeople.leftAt', 'is', null),
      ).as('hasLead'),
    )
    .where('networkId', '=', networkId)
    .where('closedAt', 'is', null)
    .orderBy('name')
    .execute()
  return groups.map(one => ({ ...one, hasLead: Boolean(one.hasLead) }))
}

async function rolesIn(db: Db, networkId: string): Promise<KnownPlaces['people']> {
  const held = await db
    .selectFrom('networkRoles')
    .innerJoin('people', 'people.id', 'networkRoles.personId')
    .select(['people.email', 'networkRoles.role', 'networkRoles.schoolId', 'networkRoles.themeId'])
    .where('networkRoles.networkId', '=', networkId)
    .where('networkRoles.endedAt', 'is', null)
    .execute()
  return held.map(one => ({ ...one, groupId: null }))
}

async function inGroupsOf(db: Db, networkId: string): Promise<KnownPlaces['people']> {
  const held = await db
    .selectFrom('groupPeople')
    .innerJoin('people', 'people.id', 'groupPeople.personId')
    .innerJoin('groups', 'groups.id', 'groupPeople.groupId')
    .select(['people.email', 'groupPeople.role', 'groupPeople.schoolId', 'groupPeople.groupId'])
    .where('groups.networkId', '=', networkId)
    .where('groupPeople.leftAt', 'is', null)
    .execute()
  return held.map(one => ({ ...one, themeId: null }))
}
