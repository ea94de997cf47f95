import type { Dependants } from '../evidence/withdrawing/dependants.js'

/** Claims that the piece spoke for or against. */
export const dependentClaims: Dependants = async (trx, piece) => {
  const rows = await trx
    .selectFrom('claimEvidence')
    .innerJoin('claims', 'claims.id', 'claimEvidence.claimId')
    .select(['claims.id', 'claims.number', 'claims.retiredAt', 'claimEvidence.bearing'])
    .where('claimEvidence.evidenceId', '=', piece.id)
    .orderBy('claims.number')
    .execute()
  const quoted = await trx
    .selectFrom('claimPassages')
    .innerJoin('claims', 'claims.id', 'claimPassages.claimId')
    .select(['claims.id', 'claims.number', 'claims.retiredAt', 'claimPassages.bearing'])
    .distinct()
    .where('claimPassages.evidenceId', '=', piece.id)
    .orderBy('claims.number')
    .execute()
  const touched = (row: (typeof rows)[number], on: string) => ({
    kind: row.retiredAt ? 'Claim, given up' : 'Claim',
    name: `C${row.number}`,
    now: `It rested on ${on} (${row.bearing}). The gap shows on its page, and it counts no more.`,
    href: `/claims/${row.id}`,
  })
  return [...rows.map(row => touched(row, 'the piece')), ...quoted.map(row => touched(row, 'words of the piece'))]
}
