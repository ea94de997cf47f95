import type { Around } from '../around.js'
import { mayAnswerChallenges } from '../permissions.js'
import { plural } from '../../words/words.js'
import type { Waiting, WaitingKind } from '../../web/waiting.js'

/** Challenges that somebody's groups have not answered: one line a group, which leads to the oldest. */
export const challengesToAnswer: WaitingKind<Around> = async around => {
  const { db, person } = around
  const own = around.enquiries.filter(mayAnswerChallenges)
  if (own.length === 0) return []
  const comments = await db
    .selectFrom('comments')
    .innerJoin('people', 'people.id', 'comments.madeBy')
    .select(['comments.id', 'comments.groupId', 'comments.aboutKind', 'comments.aboutId', 'people.name as by'])
    .where(
      'comments.groupId',
      'in',
      own.map(enquiry => enquiry.groupId),
    )
    .where('comments.kind', '=', 'challenge')
    .where('comments.answeredAt', 'is', null)
    .where('comments.removedAt', 'is', null)
    .where('comments.madeBy', '<>', person.id)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('comments as later').select('later.id').whereRef('later.carriedFrom', '=', 'comments.id'))),
    )
    .orderBy('comments.madeAt')
    .execute()
  const places = await around.placesOf(comments)
  return own.flatMap((enquiry): Waiting[] => {
    const open = comments.filter(one => one.groupId === enquiry.groupId && places.has(one.id))
    const [oldest] = open
    if (!oldest) return []
    const { name, href } = places.get(oldest.id)!
    return [
      {
        text: challengesInWords({ group: enquiry.groupName, by: oldest.by, name, count: open.length }),
        href,
        action: open.length > 1 ? 'Answer the oldest' : 'Answer it',
        networkId: enquiry.networkId,
      },
    ]
  })
}

export function challengesInWords(one: { group: string; by: string; name: string; count: number }): string {
  if (one.count === 1) return `${one.by} challenges ${one.name} in ${one.group}. It waits for your group’s answer.`
  const waiting = plural(one.count, 'challenge waits', 'challenges wait')
  return `${waiting} for the answer of ${one.group}. The oldest is about ${one.name}, by ${one.by}.`
}
