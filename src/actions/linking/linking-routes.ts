import { Router } from 'express'
import { inOne } from '../../database.js'
import { headOf } from '../../enquiries/head.js'
import { findEvidence } from '../../evidence/evidence.js'
import { chosenPiece, piecesToChoose } from '../../evidence/choosing/pieces-to-choose.js'
import { cardOf } from '../../evidence/listing/cards.js'
import type { House } from '../../house.js'
import type { Brought } from '../../room.js'
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
export function linkingRoutes({ db }: House, { narrows }: Pick<Brought, 'narrows'>): Router {
  const routes = Router()

  routes.get('/actions/:action/evidence', async (req, res) => {
    const person = signedIn(res)
    const action = await actionToChange(db, person, req.params.action)
    const { label, href, evidence } = await actionInView(db, person, action)
    const { fields, page } = await piecesToChoose(db, person, action.enquiry, req, narrows)
    const back = localPath(req.originalUrl)
    const unlink = (id: string) => ({
      address: `${href}/evidence/${id}/removal`,
      fields: { back },
      text: 'Unlink',
      plain: true,
    })
    show(res, 'actions/link', {
      title: `Link evidence to action ${label}`,
      breadcrumbs: crumbsBeneathAction(action),
      head: headOf(action.enquiry, 'actions'),
      action: { id: action.id, label, href, action: action.action },
      choosing: {
        fields,
        address: `${href}/evidence`,
        chosen: evidence.map(piece => chosenPiece(piece, person, '', unlink(piece.id))),
        page: {
          ...page,
          rows: page.rows.map(piece => {
            const linked = evidence.some(one => one.id === piece.id)
            const link = { address: `${href}/evidence`, fields: { piece: piece.id, back }, text: 'Link it' }
            return {
              id: piece.id,
              card: cardOf(piece, person),
              tag: linked ? 'Linked' : '',
              presses: [linked ? unlink(piece.id) : link],
            }
          }),
        },
      },
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
