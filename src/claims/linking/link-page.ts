import type { Request } from 'express'
import type { Db } from '../../database.js'
import { crumbsOf, headOf } from '../../enquiries/head.js'
import { chosenPiece, piecesToChoose, type Press } from '../../evidence/choosing/pieces-to-choose.js'
import { cardOf } from '../../evidence/listing/cards.js'
import type { Narrowing } from '../../evidence/listing/narrowing.js'
import type { Reader } from '../../names/reader.js'
import { localPath } from '../../web/local-path.js'
import { claimInView, type ClaimInView, type FoundClaim, type Linked } from '../claims.js'
import { crumbsToClaim } from '../crumbs.js'
import type { LinkToClaimPage } from '../pages.js'
import type { Bearing } from '../tables.js'

/** @param req its query string may narrow the pieces to choose from */
export async function linkPage(
  db: Db,
  person: Reader,
  found: FoundClaim,
  req: Request,
  narrows: Narrowing[],
): Promise<LinkToClaimPage> {
  const claim = await claimInView(db, person, found)
  const { fields, page } = await piecesToChoose(db, person, found.enquiry, req, narrows)
  const back = localPath(req.originalUrl)
  const both = [...claim.for, ...claim.against]
  const quoted = (id: string) => both.filter(({ piece }) => piece.id === id).flatMap(one => one.quotations).length
  const linked = linkedTo(claim)
  return {
    title: `Link evidence to claim ${claim.label}`,
    breadcrumbs: crumbsOf(found.enquiry, ...crumbsToClaim(found)),
    head: headOf(found.enquiry, 'claims'),
    claim,
    choosing: {
      fields,
      address: `${claim.href}/evidence`,
      chosen: linked.map(({ piece, bearing }) =>
        chosenPiece(piece, person, `speaks ${bearing}`, {
          ...{ address: `${claim.href}/evidence/${piece.id}/removal`, fields: { back }, text: 'Unlink', plain: true },
        }),
      ),
      page: {
        ...page,
        rows: page.rows.map(piece => {
          const link = linked.find(one => one.piece.id === piece.id)
          return {
            id: piece.id,
            card: cardOf(piece, person),
            tag: link ? `Speaks ${link.bearing}` : '',
            presses: pressesFor(claim, piece.id, link?.bearing, back),
            claim: claim.id,
            note: link?.note ?? '',
            quoted: quoted(piece.id),
          }
        }),
      },
    },
    back,
  }
}

/** The pieces that bear on the claim as a whole, by their numbers. */
function linkedTo(claim: ClaimInView): (Linked & { bearing: Bearing })[] {
  return [
    ...claim.for.map(one => ({ ...one, bearing: 'for' as const })),
    ...claim.against.map(one => ({ ...one, bearing: 'against' as const })),
  ]
    .filter(one => one.whole)
    .sort((one, other) => one.piece.number - other.piece.number)
}

/** For and against; for what is linked already, the other side. */
function pressesFor(claim: ClaimInView, piece: string, is: Bearing | undefined, back: string): Press[] {
  const sides: { bearing: Bearing; text: string }[] = [
    { bearing: 'for', text: is ? 'for instead' : 'For' },
    { bearing: 'against', text: is ? 'against instead' : 'Against' },
  ]
  const open = sides.filter(({ bearing }) => bearing !== is)
  return [
    {
      ...{ address: `${claim.href}/evidence`, fields: { piece, back }, text: '' },
      sides: open.map(({ bearing, text }) => ({ name: 'bearing', value: bearing, text })),
    },
  ]
}
