import { openGraveAct } from '../../grave-acts/grave-acts.js'
import { isSecondPerson } from '../../grave-acts/who-agrees.js'
import type { House } from '../../house.js'
import type { Reader } from '../../names/reader.js'
import { networkHead } from '../../networks/head.js'
import type { Network } from '../../networks/tables.js'
import type { Brought } from '../../room.js'
import type { FormState } from '../../web/read.js'
import { plural } from '../../words/words.js'
import { type EndingPage, waitingInWords } from './ending-page.js'
import { endings } from './kinds.js'
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
  const ending = await openGraveAct(db, endings.network, network.id)
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
          agree: (await isSecondPerson(db, endings.network, ending, person)) ? `${address}/agreement` : null,
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
