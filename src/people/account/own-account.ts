import type { Db, Trx } from '../../database.js'
import { record } from '../../facts/facts.js'
import { keepFormerName } from '../../names/former-names.js'
import { roleInWords } from '../invitations/invitations-in-words.js'
import { personByEmail } from '../people.js'
import type { Person } from '../person.js'
import { forgetOpenLinks } from '../passwords/resetting-password.js'

/** Somebody is called otherwise from now on. */
export async function changeName(trx: Trx, person: Person, name: string): Promise<void> {
  await trx.updateTable('people').set({ name }).where('id', '=', person.id).execute()
  await keepFormerName(trx, { personId: person.id }, person.name, name)
  await record(trx, { kind: 'name changed', ...aboutOneself(person) })
}

/** Somebody signs in with another address from now on. @returns false when the address belongs to another account */
export async function changeEmail(trx: Trx, person: Person, email: string): Promise<boolean> {
  const taken = await personByEmail(trx, email)
  if (taken) return taken.id === person.id
  await trx.updateTable('people').set({ email }).where('id', '=', person.id).execute()
  await forgetOpenLinks(trx, person.id)
  await record(trx, { kind: 'email address changed', ...aboutOneself(person) })
  return true
}

/** What somebody is, in which network, since when. */
export async function rolesInWords(db: Db, person: Person) {
  const rows = await db
    .selectFrom('networkRoles')
    .innerJoin('networks', 'networks.id', 'networkRoles.networkId')
    .leftJoin('schools', 'schools.id', 'networkRoles.schoolId')
    .leftJoin('themes', 'themes.id', 'networkRoles.themeId')
    .leftJoin('partners', 'partners.id', 'networkRoles.partnerId')
    .select(['networkRoles.role', 'networkRoles.beganAt as since', 'networks.name as network'])
    .select(['schools.name as schoolName', 'themes.name as themeName', 'partners.name as partnerName'])
    .where('networkRoles.personId', '=', person.id)
    .where('networkRoles.endedAt', 'is', null)
    .orderBy('networks.name')
    .orderBy('networkRoles.beganAt')
    .execute()
  return rows.map(row => ({ words: roleInWords({ ...row, groupName: null }), network: row.network, since: row.since }))
}

/** The groups that somebody is in, as what, since when and until when. */
export function groupsOf(db: Db, person: Person) {
  return db
    .selectFrom('groupPeople')
    .innerJoin('groups', 'groups.id', 'groupPeople.groupId')
    .select(['groups.id', 'groups.name', 'groupPeople.role', 'groupPeople.until', 'groupPeople.joinedAt as since'])
    .where('groupPeople.personId', '=', person.id)
    .where('groupPeople.leftAt', 'is', null)
    .orderBy('groups.name')
    .execute()
}

function aboutOneself(person: Person) {
  return { by: person, aboutKind: 'person', aboutId: person.id }
}
