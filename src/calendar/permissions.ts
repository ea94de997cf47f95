import type { Network } from '../networks/tables.js'
import type { Person } from '../people/person.js'
import type { CommonDay } from './tables.js'

/** A network’s dates are for those who work in it; each date is told by its own room, to those who may know of it. */
export function mayReadNetworkCalendar(person: Person, network: Pick<Network, 'id'>): boolean {
  return person.works(network.id)
}

/** Days in common are the network’s, and its leaders set them. */
export function maySetCommonDays(person: Person, network: Pick<Network, 'id'>): boolean {
  return person.isNetworkLeaderOf(network.id)
}

/** What was cancelled stays as it was. */
export function mayChangeCommonDay(person: Person, day: Pick<CommonDay, 'networkId' | 'cancelledAt'>): boolean {
  return person.isNetworkLeaderOf(day.networkId) && day.cancelledAt === null
}

/** The head answers for the school; a network leader writes down what a head has told them. */
export function mayAnswerCommonDay(
  person: Person,
  day: Pick<CommonDay, 'networkId' | 'cancelledAt'>,
  schoolId: string,
): boolean {
  return day.cancelledAt === null && (person.answersFor(schoolId) || person.isNetworkLeaderOf(day.networkId))
}
