import { Router } from 'express'
import { piecesToPick } from '../../claims/linking/picking.js'
import { inOne } from '../../database.js'
import { headOf } from '../../enquiries/head.js'
import { findEvidence } from '../../evidence/evidence.js'
import { cardOf } from '../../evidence/listing/cards.js'
import type { House } from '../../house.js'
import { tell } from '../../people/sessions.js'
import { localPath } from '../../web/local-path.js'
import { read, wellRead } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { actionInView } from '../actions.js'
import { crumbsBeneathAction } from '../addresses.js'
import { actionToChange } from '../action-to-change.js'
import { ActionOfPieceForm, BackForm, LinkForm } from '../forms.js'
import { linkToAction, unlinkFromAction } from './linking.js'

/** The evidence on an action: picked for it, taken off it, and linked from a piece's own page. */
export function linkingRoutes({ db }: House): Router {
  const routes = Router()

  routes.get('/actions/:action/evidence', async (req, res) => {
    const person = signedIn(res)
    const action = await actionToChange(db, person, req.params.action)
    const { label, href, evidence } = await actionInView(db, person, action)
    const picking = await piecesToPick(db, person, action.enquiry, req)
    show(res, 'actions/link', {
      title: `Link evidence to action ${label}`,
      breadcrumbs: crumbsBeneathAction(action),
      head: headOf(action.enquiry, 'actions'),
      action: { id: action.id, label, href, action: action.action },
      picking,
      pieces: picking.page.rows.map(piece => ({
        id: piece.id,
        card: cardOf(piece, person),
        linked: evidence.some(one => one.id === piece.id),
      })),
      back: localPath(req.originalUrl),
    })
  })

  routes.post('/actions/:action/evidence', async (req, res) => {
    const person = signedIn(res)
    const action = await actionToChange(db, person, req.params.action)
    const { piece: id, back } = wellRead(read(LinkForm, req.body))
    const piece = await findEvidence(db, person, id)
    await inOne(db, trx => linkToAction(trx, action, piece, person))
    await tell(db, res, `E${piece.number} is linked to A${action.number}.`)
    res.redirect(303, `${localPath(back, `/actions/${action.id}`)}#piece-${piece.id}`)
  })

  routes.post('/actions/:action/evidence/:piece/removal', async (req, res) => {
    const person = signedIn(res)
    const action = await actionToChange(db, person, req.params.action)
    const { back } = wellRead(read(BackForm, req.body))
    const { evidence } = await actionInView(db, person, action)
    const piece = evidence.find(one => one.id === req.params.piece)
    if (piece) await inOne(db, trx => unlinkFromAction(trx, action, piece, person))
    await tell(db, res, piece ? `E${piece.number} is no longer linked to A${action.number}.` : 'It was not linked.')
    res.redirect(303, localPath(back, `/actions/${action.id}`))
  })

  routes.post('/evidence/:piece/actions', async (req, res) => {
    const person = signedIn(res)
    const piece = await findEvidence(db, person, req.params.piece)
    const action = await actionToChange(db, person, wellRead(read(ActionOfPieceForm, req.body)).action)
    await inOne(db, trx => linkToAction(trx, action, piece, person))
    await tell(db, res, `E${piece.number} is linked to A${action.number}.`)
    res.redirect(303, `/evidence/${piece.id}#actions`)
  })

  return routes
}
