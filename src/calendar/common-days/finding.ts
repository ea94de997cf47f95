import type { Db } from '../../database.js'
import { NotFound } from '../../errors.js'
import type { Reader } from '../../names/reader.js'
import { networkHead, type NetworkHead } from '../../networks/head.js'
import { findNetwork } from '../../networks/networks.js'
import type { Network } from '../../networks/tables.js'
import type { Crumb } from '../../web/show.js'
import { mayReadNetworkCalendar } from '../permissions.js'
import type { CommonDay } from '../tables.js'
import { findCommonDay } from './days.js'

/** The days in common of a network, as somebody opens them. */
export interface CommonDaysThere {
  person: Reader
  network: Network
  head: NetworkHead
  listAddress: string
  breadcrumbs: Crumb[]
}

export interface CommonDayThere extends CommonDaysThere {
  day: CommonDay
  address: string
}

/** @throws NotFound for those who do not work in the network */
export async function findCommonDays(db: Db, person: Reader, id: string): Promise<CommonDaysThere> {
  const network = await findNetwork(db, person, id)
  if (!mayReadNetworkCalendar(person, network)) throw new NotFound('day in common')
  const listAddress = `/networks/${network.id}/common-days`
  const calendar = { href: `/networks/${network.id}/calendar`, text: 'Calendar' }
  return { person, network, head: networkHead(network, person, 'common days'), listAddress, breadcrumbs: [calendar] }
}

/** @throws NotFound */
export async function findCommonDayThere(
  db: Db,
  person: Reader,
  at: { network: string; day: string },
): Promise<CommonDayThere> {
  const there = await findCommonDays(db, person, at.network)
  const day = await findCommonDay(db, there.network, at.day)
  const breadcrumbs = [...there.breadcrumbs, { href: there.listAddress, text: 'Days in common' }]
  return { ...there, day, address: `${there.listAddress}/${day.id}`, breadcrumbs }
}
