import { Router } from 'express'
import { type Db, inOne } from '../../database.js'
import { crumbsOf, headOf } from '../../enquiries/head.js'
import { findEvidence } from '../../evidence/evidence.js'
import { cardOf } from '../../evidence/listing/cards.js'
import { allow, BadInput, NotFound } from '../../errors.js'
import type { House } from '../../house.js'
import { tell } from '../../people/sessions.js'
import { localPath } from '../../web/local-path.js'
import { read, type Reading } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { claimsCrumb } from '../claim-routes.js'
import { claimInView, findClaim, type FoundClaim, type Linked } from '../claims.js'
import { BackForm, BearingForm, LinkForm, NoteForm } from '../forms.js'
import { linkEvidence, noteOnLink, unlinkEvidence } from './linking.js'
import { mayReviseClaim } from '../permissions.js'
import { piecesToPick } from './picking.js'
import type { Bearing } from '../tables.js'

/** Evidence on a claim: from the claim by choosing pieces, from a piece by choosing the claim; two clicks either way. */
export function linkingRoutes({ db }: House): Router {
  const routes = Router()

  routes.get('/claims/:claim/evidence', async (req, res) => {
    const person = signedIn(res)
    const found = await findClaim(db, person, req.params.claim)
    allow(mayReviseClaim(found.enquiry, found))
    const claim = await claimInView(db, person, found)
    const picking = await piecesToPick(db, person, found.enquiry, req)
    const both = [...claim.for, ...claim.against]
    const linked = [
      ...claim.for.filter(isWhole).map(side('for')),
      ...claim.against.filter(isWhole).map(side('against')),
    ]
    const quoted = (id: string) => both.filter(({ piece }) => piece.id === id).flatMap(one => one.quotations).length
    const links = new Map(linked.map(({ id, ...link }) => [id, link]))
    show(res, 'claims/link', {
      title: `Link evidence to claim ${claim.label}`,
      breadcrumbs: crumbsOf(found.enquiry, claimsCrumb(found), { href: claim.href, text: claim.label }),
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
    })
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
    const claim = await claimToLink(db, signedIn(res), req.params.claim)
    const { note, back } = wellRead(read(NoteForm, req.body))
    const piece = await linkedPiece(db, claim, req.params.piece)
    await noteOnLink(db, claim, piece.id, note)
    await tell(db, res, `What E${piece.number} has to say about C${claim.number} is noted.`)
    res.redirect(303, `${localPath(back, `/claims/${claim.id}`)}#piece-${piece.id}`)
  })

  routes.post('/claims/:claim/evidence/:piece/removal', async (req, res) => {
    const person = signedIn(res)
    const claim = await claimToLink(db, person, req.params.claim)
    const { back } = wellRead(read(BackForm, req.body))
    const piece = await linkedPiece(db, claim, req.params.piece)
    await inOne(db, trx => unlinkEvidence(trx, claim, piece, person))
    await tell(db, res, `E${piece.number} is no longer linked to C${claim.number}.`)
    res.redirect(303, localPath(back, `/claims/${claim.id}`))
  })

  routes.post('/evidence/:piece/claims', async (req, res) => {
    const person = signedIn(res)
    const piece = await findEvidence(db, person, req.params.piece)
    const { claim: id, bearing } = wellRead(read(BearingForm, req.body))
    const claim = await claimToLink(db, person, id)
    await inOne(db, trx => linkEvidence(trx, claim, piece, person, { bearing }))
    await tell(db, res, `E${piece.number} speaks ${bearing} C${claim.number}.`)
    res.redirect(303, `/evidence/${piece.id}#claims`)
  })

  return routes
}

async function claimToLink(db: Db, person: Parameters<typeof findClaim>[1], id: string): Promise<FoundClaim> {
  const claim = await findClaim(db, person, id)
  allow(mayReviseClaim(claim.enquiry, claim))
  return claim
}

function isWhole({ whole }: Linked): boolean {
  return whole
}

function side(bearing: Bearing) {
  return ({ piece, note }: Linked) => ({ id: piece.id, bearing, note })
}

/** These forms are buttons and one short note: what cannot be read is told as a sentence. */
function wellRead<Values>(reading: Reading<Values>): Values {
  if (!reading.ok) throw new BadInput(reading.form.summary[0]!.text, 422)
  return reading.values
}

async function linkedPiece(db: Db, claim: FoundClaim, pieceId: string) {
  return db
    .selectFrom('claimEvidence')
    .innerJoin('evidence', 'evidence.id', 'claimEvidence.evidenceId')
    .select(['evidence.id', 'evidence.number'])
    .where('claimEvidence.claimId', '=', claim.id)
    .where('evidence.id', '=', pieceId)
    .executeTakeFirstOrThrow(() => new NotFound('piece on this claim'))
}
