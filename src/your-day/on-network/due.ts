import type { NetworkPart } from '../../networks/network-parts.js'
import { aroundPerson } from '../../enquiries/around.js'
import { forTheNetwork, waitingFor } from '../waiting.js'

/** What is due in a network, for those who lead it: the same lines as on their own day, of this network only. */
export const dueInNetwork: NetworkPart = {
  view: 'your-day/_due',
  async load(db, person, network) {
    if (!person.isNetworkLeaderOf(network.id)) return undefined
    const around = await aroundPerson(db, person, [network.id])
    const lines = (await waitingFor(around, forTheNetwork)).filter(line => line.networkId === network.id)
    return { lines }
  },
}
