import { Router } from 'express'
import { inOne } from '../../database.js'
import { allow } from '../../errors.js'
import { findEvidence } from '../../evidence/evidence.js'
import type { House } from '../../house.js'
import type { Brought } from '../../room.js'
import { tell } from '../../people/sessions.js'
import { localPath } from '../../web/local-path.js'
import { read, wellRead } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { findClaim } from '../claims.js'
import { BackForm, BearingForm, LinkForm, NoteForm } from '../forms.js'
import { mayReviseClaim } from '../permissions.js'
import { linkPage } from './link-page.js'
import { findLinkedPiece, linkEvidence, noteOnLink, unlinkEvidence } from './linking.js'

/** Evidence on a claim: from the claim by choosing pieces, from a piece by choosing the claim; two clicks either way. */
export function linkingRoutes({ db }: House, { narrows }: Pick<Brought, 'narrows'>): Router {
  const routes = Router()

  routes.get('/claims/:claim/evidence', async (req, res) => {
    const person = signedIn(res)
    const found = await findClaim(db, person, req.params.claim)
    allow(mayReviseClaim(found.enquiry, found))
    show(res, 'claims/link', await linkPage(db, person, found, req, narrows))
  })

  routes.post('/claims/:claim/evidence', async (req, res) => {
    const person = signedIn(res)
    const claim = await findClaim(db, person, req.params.claim)
    allow(mayReviseClaim(claim.enquiry, claim))
    const { piece: id, bearing, back } = wellRead(read(LinkForm, req.body))
    const piece = await findEvidence(db, person, id)
    await inOne(db, trx => linkEvidence(trx, claim, piece, person, { bearing }))
    await tell(db, res, `E${piece.number} speaks ${bearing} C${claim.number}. You can say why beside it.`)
    res.redirect(303, `${localPath(back, `/claims/${claim.id}`)}#piece-${piece.id}`)
  })

  routes.post('/claims/:claim/evidence/:piece', async (req, res) => {
    const claim = await findClaim(db, signedIn(res), req.params.claim)
    allow(mayReviseClaim(claim.enquiry, claim))
    const { note, back } = wellRead(read(NoteForm, req.body))
    const piece = await findLinkedPiece(db, claim, req.params.piece)
    await noteOnLink(db, claim, piece.id, note)
    await tell(db, res, `What E${piece.number} has to say about C${claim.number} is noted.`)
    res.redirect(303, `${localPath(back, `/claims/${claim.id}`)}#piece-${piece.id}`)
  })

  routes.post('/claims/:claim/evidence/:piece/removal', async (req, res) => {
    const person = signedIn(res)
    const claim = await findClaim(db, person, req.params.claim)
    allow(mayReviseClaim(claim.enquiry, claim))
    const { back } = wellRead(read(BackForm, req.body))
    const piece = await findLinkedPiece(db, claim, req.params.piece)
    await inOne(db, trx => unlinkEvidence(trx, claim, piece, person))
    await tell(db, res, `E${piece.number} is no longer linked to C${claim.number}.`)
    res.redirect(303, localPath(back, `/claims/${claim.id}`))
  })

  routes.post('/evidence/:piece/claims', async (req, res) => {
    const person = signedIn(res)
    const piece = await findEvidence(db, person, req.params.piece)
    const { claim: id, bearing } = wellRead(read(BearingForm, req.body))
    const claim = await findClaim(db, person, id)
    allow(mayReviseClaim(claim.enquiry, claim))
    await inOne(db, trx => linkEvidence(trx, claim, piece, person, { bearing }))
    await tell(db, res, `E${piece.number} speaks ${bearing} C${claim.number}.`)
    res.redirect(303, `/evidence/${piece.id}#claims`)
  })

  return routes
}
