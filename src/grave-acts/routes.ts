import { type RequestHandler, type Response, Router } from 'express'
import { inOne } from '../database.js'
import { NotAllowed, NotFound } from '../errors.js'
import type { House } from '../house.js'
import { tell } from '../people/sessions.js'
import { show } from '../web/show.js'
import { signedIn } from '../web/signed-in.js'
import { findGraveAct } from './finding.js'
import { graveActPage } from './grave-act-page.js'
import { agreeToGraveAct, stopGraveAct } from './grave-acts.js'
import { graveKind, type GraveKind, pageOf } from './kinds.js'
import './pages.js'
import { mayStopGraveAct } from './permissions.js'
import { noteAsRead } from './telling.js'
import { waitsInWords } from './words.js'

/** Something grave that was asked for: who asks, what it leads to, when; yes, or stop. */
export function graveActRoutes({ db }: House, kinds: GraveKind[]): Router {
  const routes = Router()
  routes.use('/grave-acts', noStore)

  routes.get('/grave-acts/:act', async (req, res) => {
    const { person, kind, act } = await found(res, req.params.act)
    show(res, 'grave-acts/grave-act', await graveActPage(db, kind, act, person))
  })

  routes.post('/grave-acts/:act/agreement', async (req, res) => {
    const { person, kind, act } = await found(res, req.params.act)
    await inOne(db, trx => agreeToGraveAct(trx, kind, act, person))
    await tell(db, res, `You have agreed. Those concerned are told, and can stop it for ${waitsInWords(kind)}.`)
    res.redirect(303, pageOf(kind, act))
  })

  routes.post('/grave-acts/:act/stop', async (req, res) => {
    const { person, kind, act } = await found(res, req.params.act)
    const asIfOpen = { ...act, stoppedAt: null, begunAt: null, doneAt: null }
    if (!mayStopGraveAct(person, kind, asIfOpen)) throw new NotAllowed('Others answer this, not you.')
    await inOne(db, trx => stopGraveAct(trx, kind, act, person))
    await tell(db, res, 'It is stopped. Nothing has changed.')
    res.redirect(303, pageOf(kind, act))
  })

  routes.post('/grave-acts/:act/seen', async (req, res) => {
    const act = await noteAsRead(db, signedIn(res), req.params.act)
    await tell(db, res, 'It stands on Your day no longer.')
    res.redirect(303, act.stoppedAt === null ? pageOf(graveKind(kinds, act.kind), act) : '/')
  })

  async function found(res: Response, id: string) {
    const person = signedIn(res)
    const act = await findGraveAct(db, kinds, person, id)
    const kind = graveKind(kinds, act.kind)
    // What has a page of its own is answered there; that it was stopped, whoever asked reads here.
    const isForAsker = act.stoppedAt !== null && act.askedBy === person.id
    if (kind.page && !isForAsker) throw new NotFound()
    return { person, kind, act }
  }

  return routes
}

const noStore: RequestHandler = (_req, res, next) => {
  res.set('Cache-Control', 'no-store')
  next()
}
