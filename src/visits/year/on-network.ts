import type { NetworkPart } from '../../networks/network-parts.js'
import { listed } from '../list-page.js'
import { visitsIn } from '../listing.js'

/** The next visits, on the network’s page; where nobody has offered one, it says nothing of them. */
export const visitsOnNetwork: NetworkPart = {
  place: 'ahead',
  view: 'visits/_on-network',
  async load(db, person, network) {
    if (!person.works(network.id)) return undefined
    const { rows, total } = await visitsIn(db, { networkId: network.id, showing: 'ahead' }, { number: 1, perPage: 3 })
    if (total === 0) return undefined
    const address = `/networks/${network.id}/visits`
    return { visits: rows.map(row => listed(row, address)), address, more: total > rows.length }
  },
}
