import { sql } from 'kysely'
import type { Db } from '../../database.js'
import type { Network } from '../../networks/tables.js'
import { containing, folded } from '../../words/folded.js'
import type { PostKind } from '../kinds.js'
import type { ForumPost } from '../tables.js'

export const postsAPage = 25
const mostOpen = 4

/** A post as lists show it. */
export interface PostInList extends ForumPost {
  by: string
  school: string | null
}

export interface ForumFilter {
  kind: PostKind | ''
  /** Requests that are still open. */
  isOpen: boolean
  school: string
  words: string
}

export const noFilter: ForumFilter = { kind: '', isOpen: false, school: '', words: '' }

/** One page of the posts that are there, the newest first, and how many there are. */
export async function postsOf(
  db: Db,
  network: Pick<Network, 'id'>,
  filter: ForumFilter,
  page: { number: number; size: number },
): Promise<{ rows: PostInList[]; total: number }> {
  const found = matching(db, network, filter)
  const { total } = await found.select(eb => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const ids = await found
    .select('forumPosts.id')
    .orderBy('forumPosts.postedAt', 'desc')
    .orderBy('forumPosts.id', 'desc')
    .limit(page.size)
    .offset((page.number - 1) * page.size)
    .execute()
  return {
    total: Number(total),
    rows: await postsInOrder(
      db,
      ids.map(one => one.id),
    ),
  }
}

/** These posts as lists show them, in this order. */
export async function postsInOrder(db: Db, ids: string[]): Promise<PostInList[]> {
  if (ids.length === 0) return []
  const rows = await withWho(db).where('forumPosts.id', 'in', ids).execute()
  return ids.flatMap(id => rows.find(row => row.id === id) ?? [])
}

/** The requests that are open longest, which stand above the list. */
export async function openRequests(db: Db, network: Pick<Network, 'id'>): Promise<PostInList[]> {
  return withWho(db)
    .where('forumPosts.networkId', '=', network.id)
    .where('forumPosts.openSince', 'is not', null)
    .orderBy('forumPosts.openSince')
    .limit(mostOpen)
    .execute()
}

/** The newest posts of the forum. */
export async function newestPosts(db: Db, network: Pick<Network, 'id'>, most: number): Promise<PostInList[]> {
  return withWho(db)
    .where('forumPosts.networkId', '=', network.id)
    .where('forumPosts.goneAt', 'is', null)
    .orderBy('forumPosts.postedAt', 'desc')
    .orderBy('forumPosts.id', 'desc')
    .limit(most)
    .execute()
}

/** Every post that matches, as a list that is taken away holds it. */
export async function allPostsOf(db: Db, network: Pick<Network, 'id'>, filter = noFilter): Promise<PostInList[]> {
  return filtered(withWho(db), network, filter)
    .orderBy('forumPosts.postedAt', 'desc')
    .orderBy('forumPosts.id', 'desc')
    .execute()
}

function withWho(db: Db) {
  return db
    .selectFrom('forumPosts')
    .innerJoin('people', 'people.id', 'forumPosts.postedBy')
    .leftJoin('schools', 'schools.id', 'forumPosts.schoolId')
    .selectAll('forumPosts')
    .select(['people.name as by', 'schools.name as school'])
}

function matching(db: Db, network: Pick<Network, 'id'>, filter: ForumFilter) {
  return filtered(db.selectFrom('forumPosts'), network, filter)
}

/** A query over posts, whatever else it joins. */
interface OverPosts<Query> {
  where(condition: ReturnType<typeof sql<boolean>>): Query
}

function filtered<Query extends OverPosts<Query>>(
  query: Query,
  network: Pick<Network, 'id'>,
  { kind, isOpen, school, words }: ForumFilter,
): Query {
  let found = query
    .where(sql<boolean>`forum_posts.network_id = ${network.id}`)
    .where(sql<boolean>`forum_posts.gone_at is null`)
  if (kind) found = found.where(sql<boolean>`forum_posts.kind = ${kind}`)
  if (isOpen) found = found.where(sql<boolean>`forum_posts.open_since is not null`)
  if (school) found = found.where(sql<boolean>`forum_posts.school_id = ${school}`)
  for (const word of folded(words).split(' ').filter(Boolean).slice(0, 8))
    found = found.where(sql<boolean>`forum_posts.folded like ${containing(word)} escape '\\'`)
  return found
}
