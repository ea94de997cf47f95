import type { Db, Trx } from '../../database.js'
import { record } from '../../facts/facts.js'
import type { Network } from '../../networks/tables.js'
import type { Reader } from '../../names/reader.js'
import { newId } from '../../web/new-id.js'
import { now } from '../../web/now.js'
import { plural } from '../../words/words.js'
import { countSupports } from '../answering/thanking.js'
import type { ForumPost } from '../tables.js'
import { putOnAgenda } from './to-agenda.js'

export const mostTopics = 30

export interface ToTalkAbout extends ForumPost {
  by: string
  school: string | null
}

/** What people would like to talk about, by how many, and the newest first among equals; what is chosen already is left out. */
export function wantedTopics(db: Db, network: Pick<Network, 'id'>): Promise<ToTalkAbout[]> {
  return db
    .selectFrom('forumPosts')
    .innerJoin('people', 'people.id', 'forumPosts.postedBy')
    .leftJoin('schools', 'schools.id', 'forumPosts.schoolId')
    .selectAll('forumPosts')
    .select(['people.name as by', 'schools.name as school'])
    .where('forumPosts.networkId', '=', network.id)
    .where('forumPosts.goneAt', 'is', null)
    .where('forumPosts.supports', '>', 0)
    .where('forumPosts.id', 'not in', eb =>
      eb
        .selectFrom('forumTopics')
        .select('forumTopics.postId')
        .where('forumTopics.networkId', '=', network.id)
        .where('forumTopics.talkedAt', 'is', null)
        .where('forumTopics.putBackAt', 'is', null),
    )
    .orderBy('forumPosts.supports', 'desc')
    .orderBy('forumPosts.postedAt', 'desc')
    .limit(mostTopics)
    .execute()
}

export interface ChosenTopic {
  id: string
  postId: string
  minutes: number
  sentence: string
  kind: ForumPost['kind']
  by: string
  school: string | null
  supports: number
}

/** What stands on the list for the next session, in the order in which it was chosen. */
export function chosenTopics(db: Db, network: Pick<Network, 'id'>): Promise<ChosenTopic[]> {
  return db
    .selectFrom('forumTopics')
    .innerJoin('forumPosts', 'forumPosts.id', 'forumTopics.postId')
    .innerJoin('people', 'people.id', 'forumPosts.postedBy')
    .leftJoin('schools', 'schools.id', 'forumPosts.schoolId')
    .select(['forumTopics.id', 'forumTopics.postId', 'forumTopics.minutes'])
    .select(['forumPosts.sentence', 'forumPosts.kind', 'forumPosts.supports'])
    .select(['people.name as by', 'schools.name as school'])
    .where('forumTopics.networkId', '=', network.id)
    .where('forumTopics.talkedAt', 'is', null)
    .where('forumTopics.putBackAt', 'is', null)
    .where('forumTopics.meetingId', 'is', null)
    .where('forumPosts.goneAt', 'is', null)
    .orderBy('forumTopics.chosenAt')
    .orderBy('forumTopics.id')
    .execute()
}

/** Somebody in the chair takes posts to the next session: to a meeting's agenda, or to the forum's own list before there is one. */
export async function chooseTopics(
  trx: Trx,
  network: Pick<Network, 'id'>,
  person: Reader,
  posts: ToTalkAbout[],
  { minutes, meetingId }: { minutes: number; meetingId: string | null },
): Promise<void> {
  const at = now()
  for (const post of posts)
    await trx
      .insertInto('forumTopics')
      .values({
        ...{ id: newId(), networkId: network.id, postId: post.id, minutes, meetingId },
        ...{ chosenAt: at, chosenBy: person.id, talkedAt: null, putBackAt: null },
      })
      .execute()
  const ids = posts.map(post => post.id)
  const about = { networkId: network.id, aboutKind: 'network', aboutId: network.id }
  await record(trx, { kind: 'forum topics chosen', by: person, ...about, posts: ids })
  if (meetingId === null) return
  await putOnAgenda(
    trx,
    meetingId,
    person,
    posts.map(post => ({
      title: post.sentence,
      minutes,
      why: `${plural(post.supports, 'colleague', 'colleagues')} would like to talk about it.`,
      href: `/networks/${network.id}/forum/${post.id}`,
    })),
  )
}

export async function putBack(trx: Trx, topic: ChosenTopic): Promise<void> {
  await trx.updateTable('forumTopics').set({ putBackAt: now() }).where('id', '=', topic.id).execute()
}

/** The session is over: what was talked about leaves the list, and whoever still wants to talk about it says so again. */
export async function haveTalked(trx: Trx, topics: ChosenTopic[]): Promise<void> {
  const at = now()
  for (const { id, postId } of topics) {
    await trx.updateTable('forumTopics').set({ talkedAt: at }).where('id', '=', id).execute()
    await trx.deleteFrom('forumSupports').where('postId', '=', postId).execute()
    await trx.updateTable('forumPosts').set({ talkedAt: at }).where('id', '=', postId).execute()
    await countSupports(trx, { id: postId })
  }
}
