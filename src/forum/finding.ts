import type { Db } from '../database.js'
import { NotFound } from '../errors.js'
import type { Reader } from '../names/reader.js'
import { headOfGuest, networkHead, type NetworkHead } from '../networks/head.js'
import type { Network } from '../networks/tables.js'
import { rolesThat } from '../people/roles/roles.js'
import { isInvitedToRead } from './inviting/readers.js'
import { mayFoldAway, mayReadForum, mayTakePart } from './permissions.js'
import type { ForumPost } from './tables.js'

/** The forum of a network, as a person opens it. */
export interface Forum {
  person: Reader
  network: Network
  address: string
  /** What stands above each of its pages; none for guests, who are led to no other place of the network. */
  head: NetworkHead
  takesPart: boolean
}

/** @throws NotFound for those who neither work in the network nor are invited */
export async function findForum(db: Db, person: Reader, networkId: string): Promise<Forum> {
  const network = await db.selectFrom('networks').selectAll().where('id', '=', networkId).executeTakeFirst()
  const takesPart = network !== undefined && mayTakePart(person, network)
  const invited = network !== undefined && !takesPart && (await isInvitedToRead(db, person, network.id))
  if (!network || !mayReadForum(person, network, invited)) throw new NotFound('forum')
  const address = `/networks/${network.id}/forum`
  const head = takesPart
    ? networkHead(network, person, 'forum')
    : headOfGuest(network, { href: address, text: 'Forum' })
  return { person, network, address, head, takesPart }
}

export interface FoundPost extends Forum {
  post: ForumPost
  postAddress: string
}

/**
 * A post of the forum. One that was taken down or folded away is there for its author and for network leaders, and for the
 * others as a mark where somebody answered, took it up or said that they come.
 * @throws NotFound
 */
export async function findPost(db: Db, person: Reader, at: { network: string; post: string }): Promise<FoundPost> {
  const forum = await findForum(db, person, at.network)
  const post = await db
    .selectFrom('forumPosts')
    .selectAll()
    .where('id', '=', at.post)
    .where('networkId', '=', forum.network.id)
    .executeTakeFirst()
  if (!post) throw new NotFound('post')
  const isTheirs = post.postedBy === person.id || mayFoldAway(person, post)
  const leavesAMark = post.answers + post.takenUp + post.coming > 0
  if (post.goneAt !== null && !isTheirs && !leavesAMark) throw new NotFound('post')
  return { ...forum, post, postAddress: `${forum.address}/${post.id}` }
}

/** Whether its words are read: always while it is there; after that by its author, and once folded away by leaders too. */
export function readsWordsOf({ person, post }: Pick<FoundPost, 'person' | 'post'>): boolean {
  if (post.goneAt === null || post.postedBy === person.id) return true
  return post.takenDownAt === null && mayFoldAway(person, post)
}

/** Whether whoever posted it still works in the network. */
export async function isStillHere(db: Db, post: Pick<ForumPost, 'networkId' | 'postedBy'>): Promise<boolean> {
  const role = await db
    .selectFrom('networkRoles')
    .innerJoin('people', 'people.id', 'networkRoles.personId')
    .select('networkRoles.id')
    .where('networkRoles.personId', '=', post.postedBy)
    .where('networkRoles.networkId', '=', post.networkId)
    .where('networkRoles.role', 'in', rolesThat('works'))
    .where('networkRoles.endedAt', 'is', null)
    .where('people.disabledAt', 'is', null)
    .executeTakeFirst()
  return role !== undefined
}
