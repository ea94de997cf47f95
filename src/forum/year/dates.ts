import type { DatesOf } from '../../networks/year.js'
import { isInvitedToRead } from '../inviting/readers.js'
import { calendarDateOf } from '../joining/moments.js'
import { mayReadForum } from '../permissions.js'

/** Days on which one can come; their own are those that somebody holds, or to which they have said that they come. */
export const forumDates: DatesOf = async (db, person, networkIds, { from, until }) => {
  const readable: string[] = []
  for (const id of networkIds) {
    const invited = !person.works(id) && (await isInvitedToRead(db, person, id))
    if (mayReadForum(person, { id }, invited)) readable.push(id)
  }
  if (readable.length === 0) return []
  const posts = await db
    .selectFrom('forumPosts')
    .leftJoin('forumJoins', join =>
      join
        .onRef('forumJoins.postId', '=', 'forumPosts.id')
        .on('forumJoins.personId', '=', person.id)
        .on('forumJoins.state', '=', 'coming'),
    )
    .selectAll('forumPosts')
    .select('forumJoins.id as joinId')
    .where('forumPosts.networkId', 'in', readable)
    .where('forumPosts.onDay', '>=', from)
    .where('forumPosts.onDay', '<=', until)
    .orderBy('forumPosts.onDay')
    .execute()
  return posts.map(post => calendarDateOf(post, post.joinId !== null || post.postedBy === person.id))
}
