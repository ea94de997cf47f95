import type { Around } from '../../enquiries/around.js'
import { quoted, type Waiting, type WaitingKind } from '../../web/waiting.js'

/** Whoever took something up is asked, once and after some weeks, what came of it. */
export const whatCameOfIt: WaitingKind<Around> = async ({ db, person, today }) => {
  const rows = await db
    .selectFrom('forumTakeUps')
    .innerJoin('forumPosts', 'forumPosts.id', 'forumTakeUps.postId')
    .innerJoin('schools', 'schools.id', 'forumTakeUps.schoolId')
    .select(['forumTakeUps.id', 'forumTakeUps.postId', 'forumTakeUps.networkId', 'forumTakeUps.how'])
    .select(['forumPosts.sentence', 'schools.name as school'])
    .where('forumTakeUps.takenBy', '=', person.id)
    .where('forumTakeUps.askAfter', '<=', today)
    .where('forumPosts.goneAt', 'is', null)
    .orderBy('forumTakeUps.askAfter')
    .execute()
  return rows
    .filter(row => person.works(row.networkId))
    .map((row): Waiting => ({
      text: cameOfInWords(row),
      href: `/networks/${row.networkId}/forum/${row.postId}/take-ups/${row.id}`,
      action: 'Say what came of it',
      networkId: row.networkId,
    }))
}

export function cameOfInWords({ school, sentence, how }: { school: string; sentence: string; how: string }): string {
  const took = how === 'tried it' ? 'tried' : 'took up'
  return `${school} ${took} ${quoted(sentence)} What came of it?`
}
