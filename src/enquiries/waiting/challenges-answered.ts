import { inTheSameWords } from '../../database/in-the-same-words.js'
import type { Around } from '../around.js'
import { beginningOf, daysAfter } from '../../web/now.js'
import { waits } from '../../web/waiting.js'

const daysNew = 14

/** Answers that a group gave to somebody's challenges in the last two weeks. */
export const challengesAnswered = waits({
  asks: inTheSameWords(
    ({ person, today }: Around) => ({ me: person.id, since: beginningOf(daysAfter(today, -daysNew)) }),
    (db, { me, since }) =>
      db
        .selectFrom('comments')
        .innerJoin('people', 'people.id', 'comments.answeredBy')
        .select(['comments.id', 'comments.groupId', 'comments.aboutKind', 'comments.aboutId', 'people.name as by'])
        .where('comments.madeBy', '=', me)
        .where('comments.kind', '=', 'challenge')
        .where('comments.answeredBy', '<>', me)
        .where('comments.answeredAt', '>=', since)
        .where('comments.removedAt', 'is', null)
        .where('comments.settledAt', 'is', null)
        .orderBy('comments.answeredAt', 'desc')
        .limit(10),
  ),
  async says(comments, { enquiries, placesOf }) {
    const places = await placesOf(comments)
    return comments.flatMap(one => {
      const place = places.get(one.id)
      const enquiry = enquiries.find(found => found.groupId === one.groupId)
      if (!place || !enquiry) return []
      return {
        text: answeredInWords({ by: one.by, name: place.name, group: enquiry.groupName }),
        href: place.href,
        action: 'Read the answer',
        networkId: enquiry.networkId,
        groupId: enquiry.groupId,
      }
    })
  },
})

export function answeredInWords(one: { by: string; name: string; group: string }): string {
  return `${one.by} answered what you asked about ${one.name} in ${one.group}.`
}
