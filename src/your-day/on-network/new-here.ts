import { newsAtVisit, placeOfNetwork } from '../../enquiries/news/places.js'
import type { NetworkPart } from '../../networks/network-parts.js'
import type { Brought } from '../../room.js'

/** What others did in the network since the reader was last on its page, for everybody who works in it. */
export const newInNetwork = (brought: Pick<Brought, 'facts' | 'threads'>): NetworkPart => ({
  place: 'due',
  view: 'enquiries/_news',
  async load(db, person, network) {
    if (!person.works(network.id)) return undefined
    const news = await newsAtVisit(db, person, brought, placeOfNetwork(network))
    return { news, seen: { network: network.id } }
  },
})
