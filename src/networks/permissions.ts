import type { Person } from '../people/person.js'
import type { Network } from './tables.js'

/** Its staff, heads, co-leaders and leaders; administrators see the settings. Governors and readers see what is published. */
export function maySeeNetwork(person: Person, network: Pick<Network, 'id'>): boolean {
  return person.works(network.id) || person.isAdministrator
}

/** Whether somebody sees the network's life, not only its settings: administration gives no right to content. */
export function maySeeInside(person: Person, network: Pick<Network, 'id'>): boolean {
  return person.works(network.id)
}

/** Those who work in the school, and whoever may have to name its data lead. */
export function maySeeDataLeads(person: Person, school: { id: string; networkId: string }): boolean {
  return person.worksAt(school.id) || person.isNetworkLeaderOf(school.networkId)
}

/** The head of the school, or a network leader (whom either can name: src/networks/people/data-leads.ts). */
export function mayNameDataLead(person: Person, school: { id: string; networkId: string }): boolean {
  return person.answersFor(school.id) || person.isNetworkLeaderOf(school.networkId)
}

/** The head of the school; a network leader only as long as the school has no head on the workbench. */
export function mayEndDataLead(person: Person, school: { id: string; networkId: string }, hasHead: boolean): boolean {
  return person.answersFor(school.id) || (!hasHead && person.isNetworkLeaderOf(school.networkId))
}

export function mayMakeNetworks(person: Person): boolean {
  return person.isAdministrator
}

/** The network's leaders, and the heads and data leads of its schools: to them people turn who ask about their data. */
export function mayAnswerForData(person: Person, network: Pick<Network, 'id'>): boolean {
  return [
    ...person.rolesWith('leads the network'),
    ...person.rolesWith('answers for the school'),
    ...person.rolesWith('keeps the keys of the school'),
  ].some(role => role.networkId === network.id)
}

export function mayChangeSettings(person: Person, network: Pick<Network, 'id'>): boolean {
  return person.isNetworkLeaderOf(network.id)
}

/** Until a network has its first leader, an administrator prepares it: terms, and the leader's invitation. */
export function mayPrepare(person: Person, network: Pick<Network, 'id'>, led: boolean): boolean {
  return mayChangeSettings(person, network) || (person.isAdministrator && !led)
}

export function mayImportEstablishments(person: Person): boolean {
  return person.isAdministrator || person.rolesWith('leads the network').length > 0
}

/** Everybody's name and role, across the network. */
export function maySeePeople(person: Person, network: Pick<Network, 'id'>): boolean {
  return person.works(network.id)
}

export function mayChangePeople(person: Person, network: Pick<Network, 'id'>): boolean {
  return person.isNetworkLeaderOf(network.id)
}
