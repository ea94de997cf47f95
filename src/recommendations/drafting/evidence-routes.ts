import { type Request, type Response, Router } from 'express'
import { inOne } from '../../database.js'
import { crumbsOf, headOf } from '../../enquiries/head.js'
import { allow, NotFound } from '../../errors.js'
import { chosenPiece, piecesToChoose } from '../../evidence/choosing/pieces-to-choose.js'
import { findEvidence } from '../../evidence/evidence.js'
import { cardOf } from '../../evidence/listing/cards.js'
import { piecesById } from '../../claims/linking/pieces.js'
import type { House } from '../../house.js'
import type { Brought } from '../../room.js'
import { tell } from '../../people/sessions.js'
import { localPath } from '../../web/local-path.js'
import { read, wellRead } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { BackForm, LeanForm } from '../forms.js'
import { mayRevise } from '../permissions.js'
import { findOwnRecommendation } from '../recommendations.js'
import { amongThose, chooseEvidence, letEvidenceGo } from './leaning.js'

/** The evidence that a draft leans on, looked for among all of the group's. */
export function evidenceRoutes({ db }: House, { narrows }: Pick<Brought, 'narrows'>): Router {
  const routes = Router()

  routes.get('/recommendations/:id/evidence', async (req, res) => {
    const { person, recommendation, enquiry, address } = await drafted(req, res)
    const { fields, page } = await piecesToChoose(db, person, enquiry, req, narrows)
    const back = localPath(req.originalUrl)
    const letGo = (id: string) => ({
      ...{ address: `${address}/evidence/${id}/removal`, fields: { back }, text: 'Take it off', plain: true },
    })
    const chosen = [...(await piecesById(db, person, recommendation.evidenceIds)).values()]
    show(res, 'recommendations/evidence', {
      title: `Choose evidence for R${recommendation.number}`,
      breadcrumbs: crumbsOf(enquiry, { href: address, text: `R${recommendation.number}` }),
      head: headOf(enquiry, 'recommendations'),
      recommendation,
      choosing: {
        fields,
        address: `${address}/evidence`,
        chosen: chosen
          .sort((one, other) => one.number - other.number)
          .map(piece => chosenPiece(piece, person, '', letGo(piece.id))),
        page: {
          ...page,
          rows: page.rows.map(piece => {
            const isChosen = recommendation.evidenceIds.includes(piece.id)
            const choose = { address: `${address}/evidence`, fields: { piece: piece.id, back }, text: 'Choose it' }
            return {
              id: piece.id,
              card: cardOf(piece, person),
              tag: isChosen ? 'Chosen' : '',
              presses: [isChosen ? letGo(piece.id) : choose],
            }
          }),
        },
      },
    })
  })

  routes.post('/recommendations/:id/evidence', async (req, res) => {
    const { person, recommendation, enquiry, address } = await drafted(req, res)
    const { piece: id, back } = wellRead(read(LeanForm, req.body))
    const piece = await findEvidence(db, person, id)
    const [known] = await amongThose(db, person, enquiry, [piece.id])
    allow(known !== undefined, 'Only what is shared with the whole group can be chosen.')
    await inOne(db, trx => chooseEvidence(trx, enquiry, recommendation, piece, person))
    await tell(db, res, `E${piece.number} is chosen for R${recommendation.number}.`)
    res.redirect(303, `${localPath(back, `${address}/evidence`)}#piece-${piece.id}`)
  })

  routes.post('/recommendations/:id/evidence/:piece/removal', async (req, res) => {
    const { person, recommendation, enquiry, address } = await drafted(req, res)
    const { back } = wellRead(read(BackForm, req.body))
    const piece = (await piecesById(db, person, recommendation.evidenceIds)).get(String(req.params.piece))
    if (!piece) throw new NotFound('piece on this recommendation')
    await inOne(db, trx => letEvidenceGo(trx, enquiry, recommendation, piece, person))
    await tell(db, res, `R${recommendation.number} does not lean on E${piece.number} any more.`)
    res.redirect(303, localPath(back, `${address}/evidence`))
  })

  async function drafted(req: Request, res: Response) {
    const person = signedIn(res)
    const { recommendation, enquiry } = await findOwnRecommendation(db, person, String(req.params.id))
    allow(mayRevise(enquiry, recommendation), 'It has been sent, so it leans on what the heads received with it.')
    return { person, recommendation, enquiry, address: `/recommendations/${recommendation.id}` }
  }

  return routes
}
