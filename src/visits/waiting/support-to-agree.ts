import { inTheSameWords } from '../../database/in-the-same-words.js'
import type { Around } from '../../enquiries/around.js'
import { type Waiting, waits } from '../../web/waiting.js'
import { whenInWords } from '../times.js'

/** A colleague proposed a visit; the line belongs to this person’s day alone, and to no network’s page. */
export const supportToAgree = waits({
  asks: inTheSameWords(
    ({ person, today }: Around) => ({ me: person.id, today }),
    (db, { me, today }) =>
      db
        .selectFrom('supportingVisits')
        .innerJoin('people', 'people.id', 'supportingVisits.proposedBy')
        .selectAll('supportingVisits')
        .select('people.name')
        .where('colleagueId', '=', me)
        .where('agreedAt', 'is', null)
        .where('cancelledAt', 'is', null)
        .where('day', '>=', today),
  ),
  says: rows =>
    rows.map((row): Waiting => ({
      text: `${row.name} proposes a visit between you two: ${whenInWords({ ...row, lastDay: row.day })}.`,
      href: `/networks/${row.networkId}/visits/supporting/${row.id}`,
      action: 'See the proposal',
      networkId: null,
    })),
})
