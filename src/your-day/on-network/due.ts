import type { NetworkPart } from '../../networks/network-parts.js'
import { aroundPerson } from '../../enquiries/around.js'
import type { Brought } from '../../room.js'
import { waitingFor } from '../waiting.js'

/** What is due in a network, for those who lead it: the same lines as on their own day, of this network only. */
export const dueInNetwork = ({ threads, waiting }: Pick<Brought, 'threads' | 'waiting'>): NetworkPart => ({
  place: 'due',
  view: 'your-day/_due',
  async load(db, person, network) {
    if (!person.isNetworkLeaderOf(network.id)) return undefined
    const around = await aroundPerson(db, person, threads, [network.id])
    const lines = (await waitingFor(around, waiting, ['for the network'])).filter(line => line.networkId === network.id)
    return { lines }
  },
})
