import type { Request } from 'express'
import type { Db } from '../../database.js'
import { crumbsOf, headOf } from '../../enquiries/head.js'
import { cardOf } from '../../evidence/listing/cards.js'
import type { Reader } from '../../names/reader.js'
import { localPath } from '../../web/local-path.js'
import { claimInView, type FoundClaim, type Linked } from '../claims.js'
import { crumbsToClaim } from '../crumbs.js'
import type { LinkToClaimPage } from '../pages.js'
import type { Bearing } from '../tables.js'
import { piecesToPick } from './picking.js'

/** @param req its query string may narrow the pieces to choose from */
export async function linkPage(db: Db, person: Reader, found: FoundClaim, req: Request): Promise<LinkToClaimPage> {
  const claim = await claimInView(db, person, found)
  const picking = await piecesToPick(db, person, found.enquiry, req)
  const both = [...claim.for, ...claim.against]
  const linked = [
    ...claim.for.filter(isWhole).map(asLinked('for')),
    ...claim.against.filter(isWhole).map(asLinked('against')),
  ]
  const quoted = (id: string) => both.filter(({ piece }) => piece.id === id).flatMap(one => one.quotations).length
  const links = new Map(linked.map(({ id, ...link }) => [id, link]))
  return {
    title: `Link evidence to claim ${claim.label}`,
    breadcrumbs: crumbsOf(found.enquiry, ...crumbsToClaim(found)),
    head: headOf(found.enquiry, 'claims'),
    claim,
    picking,
    pieces: picking.page.rows.map(piece => ({
      id: piece.id,
      card: cardOf(piece, person),
      quoted: quoted(piece.id),
      ...(links.get(piece.id) ?? { bearing: '', note: '' }),
    })),
    back: localPath(req.originalUrl),
  }
}

function isWhole({ whole }: Linked): boolean {
  return whole
}

function asLinked(bearing: Bearing) {
  return ({ piece, note }: Linked) => ({ id: piece.id, bearing, note })
}
