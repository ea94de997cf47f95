import { inTheSameWords } from '../../database/in-the-same-words.js'
import type { Around } from '../../enquiries/around.js'
import { mayBePublishedOn } from '../../reach/finding.js'
import { grouped } from '../../words/grouped.js'
import { today } from '../../web/now.js'
import { plural } from '../../words/words.js'
import { waits } from '../../web/waiting.js'

/** Published work of which some pieces are hidden now, because consent was taken back or they were withdrawn or erased. */
export const editionsWithGaps = waits({
  asks: inTheSameWords(
    ({ person, enquiries }: Around) => ({
      led: person.rolesWith('leads the network').map(role => role.networkId),
      groups: enquiries.filter(one => one.standing.lead).map(one => one.groupId),
      day: today(),
    }),
    (db, { led, groups, day }) =>
      db
        .selectFrom('editions')
        .innerJoin('editionEvidence', 'editionEvidence.editionId', 'editions.id')
        .select(['editions.id', 'editions.ofKind', 'editions.slug', 'editions.title', 'editions.networkId'])
        .select(eb =>
          eb
            .selectFrom('writeUps')
            .select('writeUps.groupId')
            .whereRef('writeUps.id', '=', 'editions.ofId')
            .as('groupId'),
        )
        .where(({ or, eb, selectFrom }) =>
          or([
            eb('editions.networkId', 'in', led),
            eb('editions.ofId', 'in', selectFrom('writeUps').select('writeUps.id').where('groupId', 'in', groups)),
          ]),
        )
        .where('editions.withdrawnAt', 'is', null)
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom('editions as later')
                .select('later.id')
                .whereRef('later.ofId', '=', 'editions.ofId')
                .whereRef('later.number', '>', 'editions.number')
                .where('later.withdrawnAt', 'is', null),
            ),
          ),
        )
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom('evidence')
                .select('evidence.id')
                .whereRef('evidence.id', '=', 'editionEvidence.evidenceId')
                .where(eb => mayBePublishedOn(eb, day)),
            ),
          ),
        )
        .orderBy('editions.number', 'desc')
        .orderBy('editions.id'),
  ),
  says: hidden =>
    [...grouped(hidden, one => one.id).values()].map(pieces => {
      const { ofKind, slug, title, networkId, groupId } = pieces[0]!
      return {
        text: gapsInWords({ title, gaps: pieces.length }),
        href: `/published/${ofKind === 'write-up' ? 'write-ups' : 'reports'}/${slug}`,
        action: 'See how it reads',
        networkId,
        groupId,
      }
    }),
})

export function gapsInWords(one: { title: string; gaps: number }): string {
  return `${plural(one.gaps, 'piece is', 'pieces are')} hidden in the published “${one.title}”. A new edition can do without.`
}
