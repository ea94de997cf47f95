import type { Dependants } from '../evidence/withdrawing/dependants.js'

/** Posts on which the piece hangs. */
export const dependentPosts: Dependants = async (trx, piece) => {
  const rows = await trx
    .selectFrom('forumPosts')
    .select(['id', 'networkId'])
    .where('evidenceId', '=', piece.id)
    .where('goneAt', 'is', null)
    .orderBy('postedAt')
    .execute()
  return rows.map(row => ({
    kind: 'Forum post',
    name: 'a post in the forum',
    now: 'It stays, and nobody sees the piece there any more.',
    href: `/networks/${row.networkId}/forum/${row.id}`,
  }))
}
