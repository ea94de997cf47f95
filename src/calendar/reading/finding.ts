import type { Db } from '../../database.js'
import { findEnquiry } from '../../enquiries/enquiry.js'
import { crumbsOf, type EnquiryHead, headOf } from '../../enquiries/head.js'
import { NotFound } from '../../errors.js'
import type { Reader } from '../../names/reader.js'
import { networkHead, type NetworkHead } from '../../networks/head.js'
import { findNetwork } from '../../networks/networks.js'
import type { Crumb } from '../../web/show.js'
import { mayReadNetworkCalendar } from '../permissions.js'
import type { CalendarOf } from './dates-in.js'

/** A calendar as somebody opens it. */
export interface FoundCalendar {
  calendar: CalendarOf
  title: string
  address: string
  breadcrumbs: Crumb[]
  head: EnquiryHead | NetworkHead | null
  /** The networks whose dates are shown together, by name. */
  networks: Map<string, string>
  /** Where its days in common are set; null where it has none. */
  commonDays: string | null
  /** How the form for secret addresses calls it. */
  choice: string
}

export async function findOwnCalendar(db: Db, person: Reader): Promise<FoundCalendar> {
  const rows = await db
    .selectFrom('networks')
    .select(['id', 'name'])
    .where('id', 'in', [...person.networkIds, ''])
    .execute()
  return {
    ...{ calendar: { of: 'own' }, title: 'Your calendar', address: '/calendar', breadcrumbs: [] },
    ...{ head: null, commonDays: null, choice: 'own' },
    networks: new Map(rows.map(({ id, name }) => [id, name])),
  }
}

/** @throws NotFound for those who do not work in the network */
export async function findNetworkCalendar(db: Db, person: Reader, id: string): Promise<FoundCalendar> {
  const network = await findNetwork(db, person, id)
  if (!mayReadNetworkCalendar(person, network)) throw new NotFound('calendar')
  return {
    ...{ calendar: { of: 'network', networkId: id }, title: 'Calendar' },
    ...{ address: `/networks/${id}/calendar`, breadcrumbs: [] },
    head: networkHead(network, person, 'calendar'),
    ...{ networks: new Map(), commonDays: `/networks/${id}/common-days`, choice: `network:${id}` },
  }
}

/** @throws NotFound for those who stand in no relation to the group */
export async function findGroupCalendar(db: Db, person: Reader, id: string): Promise<FoundCalendar> {
  const enquiry = await findEnquiry(db, person, id)
  return {
    ...{ calendar: { of: 'group', groupId: id, networkId: enquiry.networkId } },
    ...{ title: 'Calendar', address: `/groups/${id}/calendar` },
    ...{ breadcrumbs: crumbsOf(enquiry), head: headOf(enquiry, 'calendar') },
    ...{ networks: new Map(), commonDays: null, choice: `group:${id}` },
  }
}
