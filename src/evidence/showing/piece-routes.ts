import { Router } from 'express'
import { takeComment } from '../../enquiries/comments/commenting.js'
import { findEnquiryById } from '../../enquiries/enquiry.js'
import { allow } from '../../errors.js'
import { noteRead } from '../../facts/reads/noting.js'
import type { House } from '../../house.js'
import type { Brought } from '../../room.js'
import { queried } from '../../web/page-of.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { aboutThePiece, piecesCommentedOn, threadOfPiece } from './comments-on-pieces.js'
import { evidenceById, findEvidence, findGap } from '../evidence.js'
import { mayShowPupils } from '../consent/seen.js'
import { gapPage } from '../withdrawing/gap-page.js'
import { numberOf } from '../listing/cards.js'
import { piecePage } from './piece-page.js'
import { placeOf } from '../crumbs.js'

/** The page of one piece, and what is said about it; where it was withdrawn, the page of the gap that it left. */
export function pieceRoutes(house: House, { onPiece, narrows }: Pick<Brought, 'onPiece' | 'narrows'>): Router {
  const { db } = house
  const routes = Router()

  routes.get('/evidence/:id', async (req, res) => {
    const person = signedIn(res)
    const piece = await evidenceById(db, person, req.params.id)
    const list = queried(req, 'list')
    if (piece && mayShowPupils(piece)) {
      const { id: aboutId, networkId } = piece
      noteRead(db, { personId: person.id, aboutKind: 'piece', aboutId, networkId })
    }
    if (piece) return show(res, 'evidence/piece', await piecePage(house, { onPiece, narrows }, person, piece, list))
    const gap = await findGap(db, person, req.params.id)
    show(res, 'evidence/gap', await gapPage(db, person, gap))
  })

  routes.post('/evidence/:id/comments', async (req, res) => {
    const person = signedIn(res)
    const piece = await findEvidence(db, person, req.params.id)
    const enquiry = await findEnquiryById(db, person, piece.enquiryId)
    allow(piece.sharedWithGroupAt !== null, 'A draft is spoken about when it is shared.')
    await takeComment(db, req, res, {
      enquiry,
      thing: { ...aboutThePiece(piece), name: `evidence ${numberOf(piece)}` },
      finder: piecesCommentedOn,
      page: `/evidence/${piece.id}`,
      again: async form =>
        show(res, 'evidence/comments', {
          title: `About ${numberOf(piece)}`,
          ...(await placeOf(db, person, piece, true)),
          thread: await threadOfPiece(db, person, enquiry, piece, form),
        }),
    })
  })

  return routes
}
