import { inTheSameWords } from '../../database/in-the-same-words.js'
import type { Around } from '../around.js'
import { unanswered } from '../comments/comments.js'
import { mayAnswerChallenges } from '../permissions.js'
import { plural } from '../../words/words.js'
import { type Waiting, waits } from '../../web/waiting.js'

/** Challenges that somebody's groups have not answered: one line a group, which leads to the oldest. */
export const challengesToAnswer = waits({
  asks: inTheSameWords(
    ({ person, enquiries }: Around) => ({
      me: person.id,
      own: enquiries.filter(mayAnswerChallenges).map(one => one.groupId),
    }),
    (db, { me, own }) => unanswered(db).where('comments.groupId', 'in', own).where('comments.madeBy', '<>', me),
  ),
  async says(comments, { enquiries, placesOf }) {
    const own = enquiries.filter(mayAnswerChallenges)
    const places = await placesOf(comments)
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
          groupId: enquiry.groupId,
        },
      ]
    })
  },
})

export function challengesInWords(one: { group: string; by: string; name: string; count: number }): string {
  if (one.count === 1) return `${one.by} challenges ${one.name} in ${one.group}. It waits for your group’s answer.`
  const waiting = plural(one.count, 'challenge waits', 'challenges wait')
  return `${waiting} for the answer of ${one.group}. The oldest is about ${one.name}, by ${one.by}.`
}
