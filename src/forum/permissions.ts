import type { Network } from '../networks/tables.js'
import type { Person } from '../people/person.js'
import type { ForumAnswer, ForumPost, ForumTakeUp } from './tables.js'

type OfNetwork = Pick<Network, 'id'>
type PostInHand = Pick<ForumPost, 'networkId' | 'postedBy' | 'goneAt'>

/** Everybody who works in the network, and whoever of outside is invited to read along today. */
export function mayReadForum(person: Person, network: OfNetwork, isInvited: boolean): boolean {
  return person.works(network.id) || isInvited
}

/** To post, answer, take up, join, thank and support is for those who work in the network; guests read. */
export function mayTakePart(person: Person, network: OfNetwork): boolean {
  return person.works(network.id)
}

export function isOwnPost(person: Person, post: Pick<ForumPost, 'networkId' | 'postedBy'>): boolean {
  return post.postedBy === person.id && person.works(post.networkId)
}

export function mayChangePost(person: Person, post: PostInHand): boolean {
  return isOwnPost(person, post) && post.goneAt === null
}

/** A network leader folds a post away, and opens it again; nobody words it for its author. */
export function mayFoldAway(person: Person, post: Pick<ForumPost, 'networkId' | 'postedBy'>): boolean {
  return person.isNetworkLeaderOf(post.networkId) && post.postedBy !== person.id
}

/** The asker says whether help has come; for one who has left, a network leader does. */
export function maySayMet(person: Person, post: PostInHand & Pick<ForumPost, 'kind'>, askerIsHere: boolean): boolean {
  if (post.kind !== 'help' || post.goneAt !== null) return false
  return isOwnPost(person, post) || (!askerIsHere && person.isNetworkLeaderOf(post.networkId))
}

/** Colleagues other than whoever posted it, from a school of theirs. */
export function mayTakeUp(person: Person, post: PostInHand): boolean {
  return post.goneAt === null && post.postedBy !== person.id && person.schoolsIn(post.networkId).length > 0
}

export function mayTellWhatCameOfIt(person: Person, takeUp: Pick<ForumTakeUp, 'networkId' | 'takenBy'>): boolean {
  return takeUp.takenBy === person.id && person.works(takeUp.networkId)
}

export function mayTakeDownAnswer(
  person: Person,
  post: Pick<ForumPost, 'networkId'>,
  answer: Pick<ForumAnswer, 'answeredBy' | 'takenDownAt'>,
): boolean {
  return answer.answeredBy === person.id && answer.takenDownAt === null && person.works(post.networkId)
}

/**
 * Those who lead the network or a theme in it, and whoever is in the chair, take what people want to talk about to a meeting.
 * @param isInTheChair of a circle of the network, or of a meeting of it that is still to come
 */
export function mayChooseTopics(person: Person, network: OfNetwork, isInTheChair: boolean): boolean {
  const leadsTheme = person.rolesWith('leads the theme').some(role => role.networkId === network.id)
  return person.isNetworkLeaderOf(network.id) || leadsTheme || (isInTheChair && person.works(network.id))
}

export function mayInviteReaders(person: Person, network: OfNetwork): boolean {
  return person.isNetworkLeaderOf(network.id)
}
