import type { Around } from '../../enquiries/around.js'
import type { Waiting, WaitingKind } from '../../web/waiting.js'
import { whenInWords } from '../times.js'

/** A colleague proposed a visit; the line belongs to this person’s day alone, and to no network’s page. */
export const supportToAgree: WaitingKind<Around> = async ({ db, person, today }) => {
  const rows = await db
    .selectFrom('supportingVisits')
    .innerJoin('people', 'people.id', 'supportingVisits.proposedBy')
    .selectAll('supportingVisits')
    .select('people.name')
    .where('colleagueId', '=', person.id)
    .where('agreedAt', 'is', null)
    .where('cancelledAt', 'is', null)
    .where('day', '>=', today)
    .execute()
  return rows.map((row): Waiting => ({
    text: `${row.name} proposes a visit between you two: ${whenInWords({ ...row, lastDay: row.day })}.`,
    href: `/networks/${row.networkId}/visits/supporting/${row.id}`,
    action: 'See the proposal',
    networkId: null,
  }))
}
