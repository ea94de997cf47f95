import { inTheSameWords } from '../../database/in-the-same-words.js'
import type { Around } from '../../enquiries/around.js'
import { publishable } from '../../evidence/sharing/publishable.js'
import { plural } from '../../words/words.js'
import { waits } from '../../web/waiting.js'

/** Published work of which some pieces are hidden now, because consent was taken back or they were withdrawn. */
export const editionsWithGaps = waits({
  asks: inTheSameWords(
    ({ person, enquiries }: Around) => ({
      led: person.rolesWith('leads the network').map(role => role.networkId),
      groups: enquiries.filter(one => one.standing.lead).map(one => one.groupId),
    }),
    (db, { led, groups }) =>
      db
        .selectFrom('editions')
        .select(['id', 'ofKind', 'ofId', 'slug', 'title', 'networkId'])
        .select(eb =>
          eb
            .selectFrom('writeUps')
            .select('writeUps.groupId')
            .whereRef('writeUps.id', '=', 'editions.ofId')
            .as('groupId'),
        )
        .where(({ or, eb, selectFrom }) =>
          or([
            eb('networkId', 'in', led),
            eb('ofId', 'in', selectFrom('writeUps').select('writeUps.id').where('groupId', 'in', groups)),
          ]),
        )
        .where('withdrawnAt', 'is', null)
        .orderBy('number', 'desc'),
  ),
  async says(editions, { db }) {
    const newest = editions.filter(one => editions.find(other => other.ofId === one.ofId) === one)
    const cited = await db
      .selectFrom('editionEvidence')
      .selectAll()
      .where('editionId', 'in', [...newest.map(one => one.id), ''])
      .execute()
    const findings = await publishable(
      db,
      cited.map(one => one.evidenceId),
      'public',
    )
    const stopped = new Set(findings.map(finding => finding.piece.id))
    return newest.flatMap(({ id, ofKind, slug, title, networkId, groupId }) => {
      const gaps = cited.filter(one => one.editionId === id && stopped.has(one.evidenceId)).length
      if (gaps === 0) return []
      return {
        text: gapsInWords({ title, gaps }),
        href: `/published/${ofKind === 'write-up' ? 'write-ups' : 'reports'}/${slug}`,
        action: 'See how it reads',
        networkId,
        groupId,
      }
    })
  },
})

export function gapsInWords(one: { title: string; gaps: number }): string {
  return `${plural(one.gaps, 'piece is', 'pieces are')} hidden in the published “${one.title}”. A new edition can do without.`
}
