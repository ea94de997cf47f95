import type { News, NewsOf } from '../../networks/year.js'
import { plural } from '../../words/words.js'
import { quoted } from '../../web/waiting.js'
import { isInvitedToRead } from '../inviting/readers.js'
import { kindNamed } from '../kinds.js'
import { newestPosts } from '../listing/list.js'
import { mayReadForum, mayTakePart } from '../permissions.js'
import type { Db } from '../../database.js'
import type { Person } from '../../people/person.js'
import type { Network } from '../../networks/tables.js'

const mostPosts = 12

/** New posts of others, what was answered where somebody follows, who took theirs up, and what a leader folded away of theirs. */
export const forumNews: NewsOf = async (db, person, network, since) => {
  const invited = !person.works(network.id) && (await isInvitedToRead(db, person, network.id))
  if (!mayReadForum(person, network, invited)) return []
  const address = `/networks/${network.id}/forum`
  const posts = (await newestPosts(db, network, mostPosts)).filter(
    post => post.postedAt > since && post.postedBy !== person.id,
  )
  const newPosts = posts.map((post): News => ({
    at: post.postedAt,
    text: `${post.by}${post.school ? `, ${post.school}` : ''}. ${kindNamed(post.kind).label.replace(/\?$/, '')}: ${quoted(post.sentence, 160)}`,
    href: `${address}/${post.id}`,
  }))
  if (!mayTakePart(person, network)) return newPosts
  return [
    ...(await answered(db, person, network, since)),
    ...(await takenUp(db, person, network, since)),
    ...(await foldedAway(db, person, network, since)),
    ...newPosts,
  ]
}

/** One line for each of their posts, and of those that they follow, to which somebody else has answered. */
async function answered(db: Db, person: Person, network: Network, since: string): Promise<News[]> {
  const rows = await db
    .selectFrom('forumAnswers')
    .innerJoin('forumPosts', 'forumPosts.id', 'forumAnswers.postId')
    .leftJoin('forumFollows', join =>
      join.onRef('forumFollows.postId', '=', 'forumPosts.id').on('forumFollows.personId', '=', person.id),
    )
    .select(['forumPosts.id', 'forumPosts.sentence', 'forumPosts.postedBy'])
    .select(eb => [eb.fn.countAll<number>().as('count'), eb.fn.max('forumAnswers.answeredAt').as('at')])
    .where('forumPosts.networkId', '=', network.id)
    .where('forumPosts.goneAt', 'is', null)
    .where('forumAnswers.takenDownAt', 'is', null)
    .where('forumAnswers.answeredBy', '<>', person.id)
    .where('forumAnswers.answeredAt', '>', since)
    .where(eb => eb.or([eb('forumPosts.postedBy', '=', person.id), eb('forumFollows.postId', 'is not', null)]))
    .groupBy(['forumPosts.id', 'forumPosts.sentence', 'forumPosts.postedBy'])
    .execute()
  return rows.map(row => ({
    at: row.at,
    text: `${plural(Number(row.count), 'new answer', 'new answers')} to ${row.postedBy === person.id ? 'your post' : ''} ${quoted(row.sentence)}`.replace(
      'to  ',
      'to ',
    ),
    href: `/networks/${network.id}/forum/${row.id}#answers`,
  }))
}

async function takenUp(db: Db, person: Person, network: Network, since: string): Promise<News[]> {
  const rows = await db
    .selectFrom('forumTakeUps')
    .innerJoin('forumPosts', 'forumPosts.id', 'forumTakeUps.postId')
    .innerJoin('schools', 'schools.id', 'forumTakeUps.schoolId')
    .select(['forumPosts.id', 'forumPosts.sentence', 'schools.name as school'])
    .select(['forumTakeUps.takenAt', 'forumTakeUps.cameOfAt', 'forumTakeUps.cameOf'])
    .where('forumPosts.networkId', '=', network.id)
    .where('forumPosts.postedBy', '=', person.id)
    .where('forumPosts.goneAt', 'is', null)
    .where('forumTakeUps.how', '<>', 'not for us')
    .where(eb => eb.or([eb('forumTakeUps.takenAt', '>', since), eb('forumTakeUps.cameOfAt', '>', since)]))
    .execute()
  return rows.map(row => ({
    at: row.cameOfAt ?? row.takenAt,
    text: row.cameOf
      ? `${row.school} says what came of your post ${quoted(row.sentence)}`
      : `${row.school} took up your post ${quoted(row.sentence)}`,
    href: `/networks/${network.id}/forum/${row.id}#taken-up`,
  }))
}

async function foldedAway(db: Db, person: Person, network: Network, since: string): Promise<News[]> {
  const rows = await db
    .selectFrom('forumPosts')
    .select(['id', 'sentence', 'foldedAwayAt'])
    .where('postedBy', '=', person.id)
    .where('networkId', '=', network.id)
    .where('foldedAwayAt', '>', since)
    .execute()
  return rows.map(row => ({
    at: row.foldedAwayAt!,
    text: `A network leader folded away your post ${quoted(row.sentence)} Read why.`,
    href: `/networks/${network.id}/forum/${row.id}`,
  }))
}
