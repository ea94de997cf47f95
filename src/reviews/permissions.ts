import type { Network } from '../networks/tables.js'
import type { Person } from '../people/person.js'
import { outcomeOf, showsAnything } from './rounds/outcome.js'
import type { ReviewRound, Stands } from './tables.js'

/** How somebody is asked in a round; null where they are not. */
export type AskedAs = { stands: Stands } | null

/** Those who work in a network know which reviews there are; others only those in which they are asked. */
export function mayReadReviews(person: Person, network: Pick<Network, 'id'>): boolean {
  return person.works(network.id)
}

/** Somebody of the network answers as long as they belong to it; an outsider as long as they have an account. */
export function isStillAsked(person: Person, { networkId }: Pick<ReviewRound, 'networkId'>, asked: AskedAs): boolean {
  return asked !== null && (asked.stands !== 'self' || person.belongsTo(networkId))
}

/** The leaders of the network, for anybody in it; a co-leader for the people of their theme. */
export function mayBegin(person: Person, network: Pick<Network, 'id'>, themeIds: string[]): boolean {
  return person.isNetworkLeaderOf(network.id) || themeIds.some(id => person.isCoLeaderOf(id))
}

export function mayLead(person: Person, { networkId, themeId }: Pick<ReviewRound, 'networkId' | 'themeId'>): boolean {
  return person.isNetworkLeaderOf(networkId) || person.isCoLeaderOf(themeId)
}

export function mayAnswer(person: Person, round: ReviewRound, asked: AskedAs): boolean {
  return round.openedAt !== null && round.closedAt === null && isStillAsked(person, round, asked)
}

/** Those who were asked, and the network's leaders; never before it is closed, and only where enough have answered. */
export function maySeeSpread(person: Person, round: ReviewRound, asked: AskedAs): boolean {
  return showsAnything(outcomeOf(round)) && (isStillAsked(person, round, asked) || mayLead(person, round))
}

/** What is chosen is chosen by those who lead the round, after they have talked. */
export function mayChoose(person: Person, round: ReviewRound): boolean {
  return mayLead(person, round) && showsAnything(outcomeOf(round))
}

/** What everybody will read is put into the report by a network leader alone. */
export function mayTell(person: Person, round: ReviewRound): boolean {
  return person.isNetworkLeaderOf(round.networkId) && showsAnything(outcomeOf(round))
}

/** Whoever took something on, and those who lead the round. */
export function mayFinish(person: Person, round: ReviewRound, { ownerId }: { ownerId: string | null }): boolean {
  return person.works(round.networkId) && (ownerId === person.id || mayLead(person, round))
}

export function mayMakeInstruments(person: Person, network: Pick<Network, 'id'>): boolean {
  return person.isNetworkLeaderOf(network.id)
}
