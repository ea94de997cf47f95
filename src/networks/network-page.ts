import type { Db } from '../database.js'
import type { Reader } from '../names/reader.js'
import { formOf, type FormState } from '../web/read.js'
import { networkHead } from './head.js'
import { loadParts, type NetworkPart } from './network-parts.js'
import { hasLeader } from './networks.js'
import type { NetworkPage } from './pages.js'
import { mayChangeSettings, maySeeInside } from './permissions.js'
import type { Network } from './tables.js'
import { termOn } from './terms/terms.js'

/**
 * What the network's own page is given.
 * @param onNetwork the parts that other rooms show on it
 * @param form of an administrator who invites its first leader
 */
export async function networkPage(
  db: Db,
  onNetwork: NetworkPart[],
  person: Reader,
  network: Network,
  form: FormState = formOf(),
): Promise<NetworkPage> {
  const seeInside = maySeeInside(person, network)
  const change = mayChangeSettings(person, network)
  return {
    title: 'At a glance',
    head: networkHead(network, person, 'home'),
    network,
    term: (await termOn(db, network.id)) ?? null,
    parts: seeInside ? await loadParts(onNetwork, db, person, network) : [],
    may: { change, propose: seeInside && person.joinsFrom(network.id).length > 0, seeInside },
    form,
    leaderless: person.isAdministrator && !(await hasLeader(db, network)),
  }
}
