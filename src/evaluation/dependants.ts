import type { Dependants } from '../evidence/withdrawing/dependants.js'

/** Effects that were judged with the piece. */
export const dependentEffects: Dependants = async (trx, piece) => {
  const rows = await trx
    .selectFrom('effectEvidence')
    .innerJoin('effects', 'effects.id', 'effectEvidence.effectId')
    .innerJoin('actions', 'actions.id', 'effects.actionId')
    .select(['effects.schoolId', 'actions.id', 'actions.number'])
    .where('effectEvidence.evidenceId', '=', piece.id)
    .where('actions.removedAt', 'is', null)
    .orderBy('actions.number')
    .execute()
  return rows.map(row => ({
    kind: 'Effect',
    name: `of A${row.number} in one school`,
    now: 'It was judged with this piece. Look again at how sure you are.',
    href: `/actions/${row.id}/effects/${row.schoolId}`,
  }))
}
