import type { Person } from '../../people/person.js'
import type { Db } from '../../database.js'
import { inTheSameWords } from '../../database/in-the-same-words.js'
import { tellsDates } from '../../networks/year.js'
import { isInvitedToRead } from '../inviting/readers.js'
import { calendarDateOf } from '../joining/moments.js'
import { mayReadForum } from '../permissions.js'

/** Days on which one can come; their own are those that somebody holds, or to which they have said that they come. */
export const forumDates = tellsDates({
  asks: inTheSameWords(
    async ({ db, person, networkIds, from, until }) => ({
      me: person.id,
      readable: await forumsReadIn(db, person, networkIds),
      from,
      until,
    }),
    (db, { me, readable, from, until }) =>
      db
        .selectFrom('forumPosts')
        .leftJoin('forumJoins', join =>
          join
            .onRef('forumJoins.postId', '=', 'forumPosts.id')
            .on('forumJoins.personId', '=', me)
            .on('forumJoins.state', '=', 'coming'),
        )
        .selectAll('forumPosts')
        .select('forumJoins.id as joinId')
        .where('forumPosts.networkId', 'in', readable)
        .where('forumPosts.onDay', '>=', from)
        .where('forumPosts.onDay', '<=', until)
        .orderBy('forumPosts.onDay'),
  ),
  says: (posts, { person }) =>
    posts.map(post => calendarDateOf(post, post.joinId !== null || post.postedBy === person.id)),
})

/** Those of the networks whose forum somebody may read. */
async function forumsReadIn(db: Db, person: Person, networkIds: string[]): Promise<string[]> {
  const readable: string[] = []
  for (const id of networkIds) {
    const invited = !person.works(id) && (await isInvitedToRead(db, person, id))
    if (mayReadForum(person, { id }, invited)) readable.push(id)
  }
  return readable
}
