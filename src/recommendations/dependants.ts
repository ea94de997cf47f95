import type { Dependants } from '../evidence/withdrawing/dependants.js'

/** Recommendations that rest on the piece. */
export const dependentRecommendations: Dependants = async (trx, piece) => {
  const rows = await trx
    .selectFrom('recommendationEvidence')
    .innerJoin('recommendations', 'recommendations.id', 'recommendationEvidence.recommendationId')
    .select(['recommendations.id', 'recommendations.number', 'recommendations.withdrawnAt'])
    .where('recommendationEvidence.evidenceId', '=', piece.id)
    .orderBy('recommendations.number')
    .execute()
  return rows.map(row => ({
    kind: row.withdrawnAt ? 'Recommendation, withdrawn' : 'Recommendation',
    name: `R${row.number}`,
    now: 'It stays, and its heads do not see the piece any more.',
    href: `/recommendations/${row.id}`,
  }))
}
