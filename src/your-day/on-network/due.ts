import type { NetworkPart } from '../../networks/network-parts.js'
import { aroundWith, enquiriesInNetwork, type EnquiriesAround } from '../../enquiries/around.js'
import type { Brought } from '../../room.js'
import { waitingFor } from '../../enquiries/waiting/what-waits.js'

/** What is due in a network, for those who lead it: the same lines as on their own day, of this network only. */
export const dueInNetwork = ({
  threads,
  waiting,
}: Pick<Brought, 'threads' | 'waiting'>): NetworkPart<EnquiriesAround> => ({
  place: 'due',
  view: 'your-day/_due',
  knows: enquiriesInNetwork,
  async load(db, person, network, known) {
    if (!person.isNetworkLeaderOf(network.id)) return undefined
    const around = aroundWith(db, person, threads, known)
    const lines = (await waitingFor(around, waiting, ['for the network'])).filter(line => line.networkId === network.id)
    return { lines, week: `/networks/${network.id}/week` }
  },
})
