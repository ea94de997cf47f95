import type { Db } from '../../database.js'
import type { Reader } from '../../names/reader.js'
import type { Network } from '../../networks/tables.js'
import { networkList } from '../../networks/year.js'
import { type Column, day, number, text } from '../../web/columns.js'
import { byName } from '../../words/words.js'
import { kindNamed, outcomeNamed, ways } from '../kinds.js'
import { mayTakePart } from '../permissions.js'
import type { TakeUpShown } from '../taking-up/taking-up.js'
import { allPostsOf, type PostInList } from './list.js'

/** Posts, as a list that is taken away. */
export const postColumns: Column<PostInList>[] = [
  day('Posted', post => post.postedAt),
  text('Kind', 28, post => kindNamed(post.kind).label),
  text('Sentence', 60, post => post.sentence),
  text('More', 50, post => post.more),
  text('By', 24, post => post.by),
  text('School', 28, post => post.school),
  text('For whom', 24, post => post.forWhom),
  text('Link', 30, post => post.link),
  day('Date', post => post.onDay),
  text('Place', 24, post => post.place),
  number('Coming', 8, post => (post.onDay ? post.coming : '')),
  number('Schools that took it up', 12, post => post.takenUp),
  number('Answers', 8, post => post.answers),
  day('Met', post => post.metAt),
]

export interface TakeUpLine extends TakeUpShown {
  sentence: string
  from: string | null
}

export const takeUpColumns: Column<TakeUpLine>[] = [
  day('When', one => one.takenAt),
  text('School', 28, one => one.school),
  text('Who', 24, one => one.by),
  text('How', 16, one => ways.find(way => way.how === one.how)!.says),
  text('What', 60, one => one.sentence),
  text('From', 28, one => one.from),
  text('In their words', 50, one => one.words),
  text('What came of it', 24, one => (one.cameOf ? outcomeNamed(one.cameOf).name : '')),
  text('What they say of it', 50, one => one.cameOfWords),
]

/** Every take-up of posts that are there: by school in the alphabet, then by day. */
export async function allTakeUpsOf(db: Db, network: Pick<Network, 'id'>): Promise<TakeUpLine[]> {
  const rows = await db
    .selectFrom('forumTakeUps')
    .innerJoin('forumPosts', 'forumPosts.id', 'forumTakeUps.postId')
    .innerJoin('schools', 'schools.id', 'forumTakeUps.schoolId')
    .innerJoin('people', 'people.id', 'forumTakeUps.takenBy')
    .leftJoin('schools as offering', 'offering.id', 'forumPosts.schoolId')
    .selectAll('forumTakeUps')
    .select(['schools.name as school', 'people.name as by', 'forumPosts.sentence', 'offering.name as from'])
    .where('forumTakeUps.networkId', '=', network.id)
    .where('forumPosts.goneAt', 'is', null)
    .orderBy('forumTakeUps.takenAt')
    .execute()
  return rows.sort((one, other) => byName({ name: one.school }, { name: other.school }))
}

const forThoseInside =
  <Line>(lines: (db: Db, network: Network) => Promise<Line[]>) =>
  async (db: Db, person: Reader, network: Network) =>
    mayTakePart(person, network) ? lines(db, network) : []

export const postList = networkList({
  name: 'forum-posts',
  title: 'Posts in the forum',
  columns: postColumns,
  lines: forThoseInside((db, network) => allPostsOf(db, network)),
})

export const takeUpList = networkList({
  name: 'forum-take-ups',
  title: 'What schools took up from the forum',
  columns: takeUpColumns,
  lines: forThoseInside(allTakeUpsOf),
})
