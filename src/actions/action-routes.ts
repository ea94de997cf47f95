import { Router } from 'express'
import { type Db, inOne } from '../database.js'
import { takeComment } from '../enquiries/comments/commenting.js'
import { crumbsOf, headOf } from '../enquiries/head.js'
import { threadAbout } from '../enquiries/comments/thread.js'
import { allow, BadInput } from '../errors.js'
import { cardOf } from '../evidence/listing/cards.js'
import { findEvidence } from '../evidence/evidence.js'
import type { House } from '../house.js'
import { citationsIn } from '../knowledge/citing/citing.js'
import type { Reader } from '../names/reader.js'
import { tell } from '../people/sessions.js'
import { localPath } from '../web/local-path.js'
import { type FormState, read, type Reading } from '../web/read.js'
import { show } from '../web/show.js'
import { signedIn } from '../web/signed-in.js'
import { piecesToPick } from '../claims/linking/picking.js'
import { type ActionInView, actionInView, findAction, type FoundAction } from './actions.js'
import { ActionOfPieceForm, BackForm, LinkForm } from './forms.js'
import { linkToAction, unlinkFromAction } from './linking.js'
import { actionsCrumb } from './list-routes.js'
import type { ActionPage } from './pages.js'
import { mayChangeAction, mayShareActions } from './permissions.js'

/** An action's own page, what is said about it, and the evidence on it. */
export function actionRoutes({ db }: House): Router {
  const routes = Router()

  routes.get('/actions/:action', async (req, res) => {
    const person = signedIn(res)
    show(res, 'actions/action', await actionPage(db, person, await findAction(db, person, req.params.action)))
  })

  routes.post('/actions/:action/comments', async (req, res) => {
    const person = signedIn(res)
    const action = await findAction(db, person, req.params.action)
    await takeComment(db, req, res, {
      enquiry: action.enquiry,
      thing: { ...aboutAction(action), name: `action A${action.number}` },
      page: `/actions/${action.id}`,
      again: async form => show(res, 'actions/action', await actionPage(db, person, action, form)),
    })
  })

  routes.get('/actions/:action/evidence', async (req, res) => {
    const person = signedIn(res)
    const action = await findAction(db, person, req.params.action)
    allow(mayChangeAction(action.enquiry, action))
    const { label, href, evidence } = await actionInView(db, person, action)
    const picking = await piecesToPick(db, person, action.enquiry, req)
    show(res, 'actions/link', {
      title: `Link evidence to action ${label}`,
      breadcrumbs: crumbsOf(action.enquiry, actionsCrumb(action), { href, text: label }),
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

async function actionPage(db: Db, person: Reader, found: FoundAction, said?: FormState): Promise<ActionPage> {
  const { enquiry } = found
  const action = await actionInView(db, person, found)
  const place = { page: action.href, address: `${action.href}/comments`, ...(said ? { form: said } : {}) }
  return {
    title: `Action ${action.label}`,
    breadcrumbs: crumbsOf(enquiry, actionsCrumb(found)),
    head: headOf(enquiry, 'actions'),
    action,
    steps: action.steps.split('\n').filter(step => step.trim() !== ''),
    pieces: action.evidence.map(piece => ({ id: piece.id, card: cardOf(piece, person) })),
    measures: bySchool(action),
    inside: enquiry.standing.member,
    may: { change: mayChangeAction(enquiry, found), share: mayShareActions(enquiry) },
    evaluation: `/groups/${enquiry.groupId}/evaluation${enquiry.cycle < enquiry.newestCycle ? `?cycle=${enquiry.cycle}` : ''}`,
    thread: await threadAbout(db, person, enquiry, aboutAction(found), { ...place, cites: citationsIn }),
  }
}

function aboutAction({ id }: FoundAction) {
  return { aboutKind: 'action', aboutId: id }
}

function bySchool({ measures }: ActionInView) {
  const schools = [...new Set(measures.map(measure => measure.school))]
  return schools.map(school => ({ school, values: measures.filter(measure => measure.school === school) }))
}

export async function actionToChange(db: Db, person: Reader, id: string): Promise<FoundAction> {
  const action = await findAction(db, person, id)
  allow(mayChangeAction(action.enquiry, action))
  return action
}

/** These forms are buttons: what cannot be read is told as a sentence. */
function wellRead<Values>(reading: Reading<Values>): Values {
  if (!reading.ok) throw new BadInput(reading.form.summary[0]!.text, 422)
  return reading.values
}
