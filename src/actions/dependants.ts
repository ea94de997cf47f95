import type { Dependants } from '../evidence/withdrawing/dependants.js'

/** Actions that the piece was linked to. */
export const dependentActions: Dependants = async (trx, piece) => {
  const rows = await trx
    .selectFrom('actionEvidence')
    .innerJoin('actions', 'actions.id', 'actionEvidence.actionId')
    .select(['actions.id', 'actions.number'])
    .where('actionEvidence.evidenceId', '=', piece.id)
    .where('actions.removedAt', 'is', null)
    .orderBy('actions.number')
    .execute()
  return rows.map(row => ({
    kind: 'Action',
    name: `A${row.number}`,
    now: 'The piece stands there as a gap.',
    href: `/actions/${row.id}`,
  }))
}
