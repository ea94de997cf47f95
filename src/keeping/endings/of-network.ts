import type { Db } from '../../database.js'
import type { House } from '../../house.js'
import type { Reader } from '../../names/reader.js'
import { networkHead } from '../../networks/head.js'
import { hasLeader } from '../../networks/networks.js'
import type { Network } from '../../networks/tables.js'
import type { Brought } from '../../room.js'
import type { FormState } from '../../web/read.js'
import { plural } from '../../words/words.js'
import { holdersOf } from '../coming/who-is-told.js'
import type { Ending } from '../tables.js'
import { type EndingPage, waitingInWords } from './ending-page.js'
import { openEnding } from './endings.js'
import { countsOfWhole } from './of-group.js'

/** The page on which a whole network is erased. */
export async function networkEndingPage(
  house: House,
  brought: Pick<Brought, 'tables'>,
  person: Reader,
  network: Network,
  form: FormState,
): Promise<EndingPage> {
  const { db } = house
  const ending = await openEnding(db, 'network', network.id)
  const address = `/networks/${network.id}/deletion`
  const groups = await db.selectFrom('groups').select('id').where('networkId', '=', network.id).execute()
  const own = person.membershipsWith('leads the group').map(one => one.groupId)
  const may = mayAskForEndOfNetwork(person, network)
  return {
    title: `Erase ${network.name}`,
    head: networkHead(network, person, 'keeping'),
    heading: `Erase ${network.name} for good`,
    lede: 'The whole network: its groups with everything that they found, its meetings, its reports and what it published.',
    goes: [
      ...(groups.length > 0 ? [`${plural(groups.length, 'group', 'groups')} with all that is theirs`] : []),
      ...(await countsOfWhole(house, brought, 'networks', network.id)),
    ],
    stays: [
      'Its people’s accounts: each closes their own.',
      'That things were done, by whom and when, in the audit trail, without a word of them.',
      'Copies and PDFs that somebody has taken along.',
    ],
    first: [],
    copies: [
      ...(person.isNetworkLeaderOf(network.id)
        ? [{ href: `/networks/${network.id}/copy`, text: 'Take the network’s lists along' }]
        : []),
      ...groups
        .filter(one => own.includes(one.id))
        .map(one => ({ href: `/groups/${one.id}/copies`, text: 'Take a copy of the group that you lead' })),
    ],
    waiting: ending
      ? await waitingInWords(db, ending, person, {
          second:
            ending.askedBy === person.id && person.isAdministrator ? 'a leader of the network' : 'a second person',
          agree: (await mayAgreeToEndOfNetwork(db, person, network, ending)) ? `${address}/agreement` : null,
          stop: may ? `${address}/stop` : null,
        })
      : null,
    ask: ending || !may ? null : { address, button: 'Ask that the network is erased', choices: [], needsReason: true },
    form,
    back: { href: `/networks/${network.id}`, text: 'Leave the network as it is' },
  }
}

/** Administrators of the site, and whoever leads the network: one asks, the other agrees. */
export function mayAskForEndOfNetwork(person: Reader, network: { id: string }): boolean {
  return person.isAdministrator || person.isNetworkLeaderOf(network.id)
}

/** The other of administrator and leader; another administrator where nobody leads it. */
export async function mayAgreeToEndOfNetwork(
  db: Db,
  person: Reader,
  network: Network,
  ending: Ending,
): Promise<boolean> {
  if (ending.agreedAt !== null || ending.askedBy === person.id) return false
  const leaders = await holdersOf(db, network.id, 'network leader')
  if (leaders.includes(ending.askedBy)) return person.isAdministrator
  return leaders.includes(person.id) || (person.isAdministrator && !(await hasLeader(db, network)))
}

/** Those who can agree now. */
export async function secondsOfNetwork(db: Db, person: Reader, network: Network): Promise<string[]> {
  const leaders = await holdersOf(db, network.id, 'network leader')
  if (person.isAdministrator && leaders.some(id => id !== person.id)) return leaders.filter(id => id !== person.id)
  const administrators = await db
    .selectFrom('people')
    .select('id')
    .where('administratorSince', 'is not', null)
    .where('disabledAt', 'is', null)
    .execute()
  return administrators.map(one => one.id).filter(id => id !== person.id)
}

/** Everybody with a role in the network. */
export async function everybodyInNetwork(db: Db, networkId: string): Promise<string[]> {
  const roles = await db
    .selectFrom('networkRoles')
    .select('personId')
    .distinct()
    .where('networkId', '=', networkId)
    .where('endedAt', 'is', null)
    .execute()
  return roles.map(role => role.personId)
}
