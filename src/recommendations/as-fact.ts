import type { Recommendation } from './tables.js'

/** How a fact knows a recommendation. A head who answers need not stand in its group. */
export function aboutRecommendation(
  { networkId, groupId }: { networkId: string; groupId: string },
  { id, number }: Pick<Recommendation, 'id' | 'number'>,
) {
  return { networkId, groupId, aboutKind: 'recommendation', aboutId: id, number }
}
