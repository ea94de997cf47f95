import { inTheSameWords } from '../../database/in-the-same-words.js'
import { waits } from '../../web/waiting.js'
import type { Around } from '../around.js'

/** Where somebody is named in a comment or a challenge: until they have opened the page that it stands on. */
export const mentionsToRead = waits({
  asks: inTheSameWords(
    ({ person }: Around) => ({ me: person.id }),
    (db, { me }) =>
      db
        .selectFrom('mentions')
        .innerJoin('comments', 'comments.id', 'mentions.commentId')
        .innerJoin('people', 'people.id', 'mentions.mentionedBy')
        .select(['comments.id', 'comments.groupId', 'comments.aboutKind', 'comments.aboutId', 'people.name as by'])
        .where('mentions.personId', '=', me)
        .where('mentions.seenAt', 'is', null)
        .where('comments.removedAt', 'is', null)
        .where('comments.settledAt', 'is', null)
        .orderBy('mentions.mentionedAt')
        .limit(10),
  ),
  async says(rows, { enquiries, placesOf }) {
    const places = await placesOf(rows)
    return rows.flatMap(({ id, groupId, by }) => {
      const place = places.get(id)
      const enquiry = enquiries.find(one => one.groupId === groupId)
      if (!place || !enquiry) return []
      return {
        text: mentionedInWords({ by: enquiry.names.read(by), name: place.name, group: enquiry.groupName }),
        href: place.href,
        action: 'Read what they say',
        networkId: enquiry.networkId,
        groupId: enquiry.groupId,
      }
    })
  },
})

export function mentionedInWords(one: { by: string; name: string; group: string }): string {
  return `${one.by} asks for your eyes on ${one.name} in ${one.group}.`
}
