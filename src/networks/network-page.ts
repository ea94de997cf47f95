import type { Db } from '../database.js'
import type { Reader } from '../names/reader.js'
import { formOf, type FormState } from '../web/read.js'
import { networkHead } from './head.js'
import { loadParts, type NetworkPart } from './network-parts.js'
import { hasLeader } from './networks.js'
import type { NetworkPage } from './pages.js'
import { mayChangeSettings, maySeeInside } from './permissions.js'
import { schoolsOf } from './schools/schools.js'
import type { Network } from './tables.js'
import { termOn, termsOf } from './terms/terms.js'

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
    next: change ? await whatComesNext(db, network.id) : [],
    parts: seeInside ? await loadParts(onNetwork, db, person, network) : [],
    may: { change, propose: seeInside && person.joinsFrom(network.id).length > 0, seeInside },
    form,
    leaderless: person.isAdministrator && !(await hasLeader(db, network)),
  }
}

/** What a new network still lacks, as one step each. */
async function whatComesNext(db: Db, networkId: string): Promise<NetworkPage['next']> {
  const here = `/networks/${networkId}`
  const terms = {
    text: 'The network has no terms yet. Reports go by term.',
    href: `${here}/terms`,
    action: 'Add the terms',
  }
  const schools = {
    text: 'No schools yet. Pick them from the government’s list, or add them by hand.',
    href: `${here}/schools/new`,
    action: 'Add schools',
  }
  return [
    ...((await termsOf(db, networkId)).length === 0 ? [terms] : []),
    ...((await schoolsOf(db, networkId)).length === 0 ? [schools] : []),
  ]
}
