import { inOne } from '../../../database.js'
import type { House } from '../../../house.js'
import { keepAsUsual } from '../../../keeping/periods/periods.js'
import { findNetwork } from '../../../networks/networks.js'
import { castPerson, type Deed, moment } from '../deeds.js'

/** In the network's first autumn its leader says how long things are kept: as long as is usual. */
export function keepingDeeds(house: House): Deed[] {
  const act = async () => {
    const leader = await castPerson(house, 'nia')
    const network = await findNetwork(house.db, leader, 'hafren')
    await inOne(house.db, trx => keepAsUsual(trx, network, leader))
  }
  return [{ at: moment('2025-10-03', '16:40'), act }]
}
