import { inTheSameWords } from '../../database/in-the-same-words.js'
import type { Around } from '../../enquiries/around.js'
import { quoted, type Waiting, waits } from '../../web/waiting.js'

/** Whoever took something up is asked, once and after some weeks, what came of it. */
export const whatCameOfIt = waits({
  asks: inTheSameWords(
    ({ person, today }: Around) => ({ me: person.id, today }),
    (db, { me, today }) =>
      db
        .selectFrom('forumTakeUps')
        .innerJoin('forumPosts', 'forumPosts.id', 'forumTakeUps.postId')
        .innerJoin('schools', 'schools.id', 'forumTakeUps.schoolId')
        .select(['forumTakeUps.id', 'forumTakeUps.postId', 'forumTakeUps.networkId', 'forumTakeUps.how'])
        .select(['forumPosts.sentence', 'schools.name as school'])
        .where('forumTakeUps.takenBy', '=', me)
        .where('forumTakeUps.askAfter', '<=', today)
        .where('forumPosts.goneAt', 'is', null)
        .orderBy('forumTakeUps.askAfter'),
  ),
  says: (rows, { person }) =>
    rows
      .filter(row => person.works(row.networkId))
      .map((row): Waiting => ({
        text: cameOfInWords(row),
        href: `/networks/${row.networkId}/forum/${row.postId}/take-ups/${row.id}`,
        action: 'Say what came of it',
        networkId: row.networkId,
      })),
})

export function cameOfInWords({ school, sentence, how }: { school: string; sentence: string; how: string }): string {
  const took = how === 'tried it' ? 'tried' : 'took up'
  return `${school} ${took} ${quoted(sentence)} What came of it?`
}
