import type { Db } from '../../database.js'
import type { Person } from '../../people/person.js'
import type { FormState } from '../../web/read.js'
import { listed } from '../../words/words.js'
import { networkHead, type NetworkHead } from '../head.js'
import { mayChangePeople } from '../permissions.js'
import { type Network, type Partner, partnerKinds } from '../tables.js'
import { everyPartnerOf, peopleFromPartners, type PersonFromPartner } from './partners.js'

export interface PartnerWithPeople extends Partner {
  people: PersonFromPartner[]
}

export interface PartnersPage {
  title: string
  head: NetworkHead
  network: Network
  address: string
  partners: PartnerWithPeople[]
  ended: Partner[]
  may: { change: boolean }
}

export interface PartnerEditPage {
  title: string
  head: NetworkHead
  action: string
  back: string
  partner: Partner | null
  kinds: { value: string; text: string }[]
  form: FormState
}

export interface PartnerEndingPage {
  title: string
  head: NetworkHead
  action: string
  back: string
  partner: Partner
  /** Those who would not be partners of the network any more, as a list in words. */
  who: string
  form: FormState
}

declare module '../../web/show.js' {
  interface Pages {
    'networks/partners': PartnersPage
    'networks/partner-edit': PartnerEditPage
    'networks/partner-ending': PartnerEndingPage
  }
}

export async function partnersPage(db: Db, person: Person, network: Network): Promise<PartnersPage> {
  const all = await everyPartnerOf(db, network.id)
  const people = await peopleFromPartners(db, network.id)
  return {
    title: 'Partners',
    head: networkHead(network, person, 'partners'),
    network,
    address: partnersAt(network),
    partners: all
      .filter(one => one.endedAt === null)
      .map(one => ({ ...one, people: people.filter(({ partnerId }) => partnerId === one.id) })),
    ended: all.filter(one => one.endedAt !== null),
    may: { change: mayChangePeople(person, network) },
  }
}

/** @param partner none where it is to be added */
export function partnerEditPage(
  person: Person,
  network: Network,
  partner: Partner | null,
  form: FormState,
): PartnerEditPage {
  const back = partnersAt(network)
  return {
    title: partner?.name ?? 'Add a partner',
    head: networkHead(network, person, 'partners'),
    action: partner ? `${back}/${partner.id}` : back,
    back,
    partner,
    kinds: partnerKinds.map(one => ({ value: one, text: one.charAt(0).toUpperCase() + one.slice(1) })),
    form,
  }
}

export async function partnerEndingPage(
  db: Db,
  person: Person,
  network: Network,
  partner: Partner,
  form: FormState,
): Promise<PartnerEndingPage> {
  const people = await peopleFromPartners(db, network.id)
  const theirs = people.filter(one => one.partnerId === partner.id && one.role === 'partner')
  const back = partnersAt(network)
  return {
    title: `The partnership with ${partner.name} ends`,
    head: networkHead(network, person, 'partners'),
    action: `${back}/${partner.id}/ending`,
    back,
    partner,
    who: listed(theirs.map(one => one.name)),
    form,
  }
}

export function partnersAt(network: Pick<Network, 'id'>): string {
  return `/networks/${network.id}/partners`
}
