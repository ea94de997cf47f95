import { hindered, type ManyAct } from '../../evidence/together/acts.js'
import { findClaim } from '../claims.js'
import { openClaims } from '../narrowing.js'
import { mayReviseClaim } from '../permissions.js'
import type { Bearing } from '../tables.js'
import { findLinkedPiece, linkEvidence, mayBeLinked, unlinkEvidence, whyNot } from './linking.js'

/** Many pieces that speak for a claim, or against it. */
export const linkTogether: ManyAct<Awaited<ReturnType<typeof openClaims>>> = {
  name: 'claim',
  label: 'A claim they bear on',
  knows: openClaims,
  choices(_db, { enquiry }, open) {
    const linkable = mayReviseClaim(enquiry, { retiredAt: null }) ? open : []
    return Promise.resolve(
      enquiry.names.read(linkable).flatMap(({ id, number, claim }) => [
        { value: `for ${id}`, text: `Say that they speak for C${number}: ${shortened(claim)}` },
        { value: `against ${id}`, text: `Say that they speak against C${number}: ${shortened(claim)}` },
      ]),
    )
  },
  async hinders(db, { person }, pieces, value) {
    const { bearing, id } = asked(value)
    const claim = await findClaim(db, person, id)
    const linked = await bearingsOn(db, id)
    return hindered(pieces, piece => {
      if (!mayBeLinked(claim, piece)) return whyNot(piece)
      return linked.get(piece.id) === bearing ? `It speaks ${bearing} C${claim.number} already.` : undefined
    })
  },
  async does(trx, { person }, pieces, value) {
    const { bearing, id } = asked(value)
    const claim = await findClaim(trx, person, id)
    const before = await bearingsOn(trx, id)
    for (const piece of pieces) await linkEvidence(trx, claim, piece, person, { bearing })
    return pieces.map(piece => ({ piece, was: before.get(piece.id) ?? '' }))
  },
  async undoes(trx, { person }, done, value) {
    const { bearing, id } = asked(value)
    const claim = await findClaim(trx, person, id)
    const linked = await bearingsOn(trx, id)
    for (const { piece, was } of done) {
      if (linked.get(piece.id) !== bearing) continue
      if (was) await linkEvidence(trx, claim, piece, person, { bearing: was as Bearing })
      else await unlinkEvidence(trx, claim, await findLinkedPiece(trx, claim, piece.id), person)
    }
  },
}

function asked(value: string): { bearing: Bearing; id: string } {
  const [bearing = '', id = ''] = value.split(' ')
  return { bearing: bearing as Bearing, id }
}

async function bearingsOn(db: Parameters<ManyAct['hinders']>[0], claimId: string): Promise<Map<string, Bearing>> {
  const rows = await db
    .selectFrom('claimEvidence')
    .select(['evidenceId', 'bearing'])
    .where('claimId', '=', claimId)
    .execute()
  return new Map(rows.map(row => [row.evidenceId, row.bearing]))
}

function shortened(words: string): string {
  return words.length <= 70 ? words : `${words.slice(0, 70).replace(/\s+\S*$/, '')} …`
}
