import { inTheSameWords } from '../../database/in-the-same-words.js'
import type { Around } from '../../enquiries/around.js'
import { numberOf } from '../listing/cards.js'
import { evidenceVisibleTo } from '../evidence.js'
import { ofWhom } from '../loading-pieces.js'
import { mayClearPupil } from '../permissions.js'
import { day, plural } from '../../words/words.js'
import { waits } from '../../web/waiting.js'

/**
 * Pieces that somebody keeps and in which a pupil may be named: they stay within the group until that is mended. One
 * line a group, which leads to the piece that waits longest.
 */
export const piecesNamingAPupil = waits({
  asks: inTheSameWords(
    ({ person, enquiries }: Around) => ({
      me: person.id,
      own: enquiries.filter(one => one.standing.member).map(one => one.groupId),
      led: enquiries.filter(one => one.standing.lead).map(one => one.groupId),
    }),
    (db, { me, own, led }) =>
      db
        .selectFrom('evidence')
        .select('evidence.id')
        .where('evidence.groupId', 'in', own)
        .where('evidence.namesPupilAt', 'is not', null)
        .where('evidence.sharedWithGroupAt', 'is not', null)
        .where(eb => eb.or([eb('evidence.loggedBy', '=', me), eb('evidence.groupId', 'in', led)])),
  ),
  async says(found, { db, person, enquiries }) {
    const rows = await evidenceVisibleTo(db, person)
      .selectAll('evidence')
      .select(ofWhom)
      .where(
        'evidence.id',
        'in',
        found.map(one => one.id),
      )
      .orderBy('evidence.namesPupilAt')
      .execute()
    const own = enquiries.filter(one => one.standing.member)
    const pieces = rows.filter(row => mayClearPupil(person, { ...row, authorLeft: !row.takesPart }))
    return own.flatMap(({ groupId, groupName, networkId }) => {
      const [first, ...others] = pieces.filter(piece => piece.groupId === groupId)
      if (!first) return []
      return {
        text: namedInWords({ ...first, group: groupName, count: others.length + 1 }),
        href: `/evidence/${first.id}`,
        action: others.length > 0 ? 'Begin with the first' : 'Take the name out',
        networkId,
        groupId,
      }
    })
  },
})

export function namedInWords(one: {
  number: number
  group: string
  namesPupilAt: string | null
  count: number
}): string {
  if (one.count > 1)
    return `${plural(one.count, 'piece', 'pieces')} of yours in ${one.group} may name a pupil. They stay within the group until the names are out.`
  return `Somebody said on ${day(one.namesPupilAt)} that ${numberOf(one)} of ${one.group} may name a pupil. It stays within the group until the name is out.`
}
