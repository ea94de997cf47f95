import type { Leaning } from '../evidence/leaning.js'

/** Claims that the piece spoke for or against. */
export const claimsLeaning: Leaning = async (trx, piece) => {
  const rows = await trx
    .selectFrom('claimEvidence')
    .innerJoin('claims', 'claims.id', 'claimEvidence.claimId')
    .select(['claims.id', 'claims.number', 'claims.retiredAt', 'claimEvidence.bearing'])
    .where('claimEvidence.evidenceId', '=', piece.id)
    .orderBy('claims.number')
    .execute()
  return rows.map(row => ({
    kind: row.retiredAt ? 'Claim, given up' : 'Claim',
    name: `C${row.number}`,
    now: `It rested on the piece (${row.bearing}). The gap shows on its page, and it counts no more.`,
    href: `/claims/${row.id}`,
  }))
}
