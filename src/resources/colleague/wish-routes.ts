import { type Request, type Response, Router } from 'express'
import { inOne } from '../../database.js'
import { allow } from '../../errors.js'
import type { House } from '../../house.js'
import { tell } from '../../people/sessions.js'
import { addMistake, formOf, read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { schoolsHeaded } from '../claims/claims.js'
import { findResources } from '../finding.js'
import { mayAnswerWish, mayWish } from '../permissions.js'
import { WishForm } from './colleague-forms.js'
import { colleaguePage, wishPage } from './colleague-page.js'
import { findColleague } from './colleagues.js'
import { readAnswerToWish } from './wish-answer.js'
import { answerWish, findWish, wishForMore } from './wishes.js'

/** A head wishes for more of a colleague’s time; what the circle agreed is entered with its word. */
export function wishRoutes({ db }: House): Router {
  const routes = Router()
  const at = '/networks/:network/resources/colleagues/:colleague/wishes' as const

  routes.post(at, async (req, res) => {
    const { there, colleague, address } = await found(req, res)
    const own = schoolsHeaded(there.person, there.network).filter(id => mayWish(there.person, colleague, id))
    allow(own.length > 0, 'The head of a school wishes for more.')
    const reading = read(WishForm, req.body)
    const form = reading.ok ? formOf(req.body) : reading.form
    const typed = reading.ok ? reading.values.needs : ''
    const schoolId = own.length === 1 && !typed ? own[0] : own.find(one => one === typed)
    if (reading.ok && !schoolId) addMistake(form, 'needs', 'Choose the school that needs it')
    if (!reading.ok || form.summary.length > 0)
      return show(res.status(422), 'resources/colleague', await colleaguePage(db, there, colleague, { wishForm: form }))
    const words = { schoolId: schoolId!, halfDays: reading.values.more, reason: reading.values.reason }
    await inOne(db, trx => wishForMore(trx, colleague, there.person, words))
    await tell(db, res, 'Your wish is with the network leaders, and nobody else reads it.')
    res.redirect(303, address)
  })

  routes.get(`${at}/:wish`, async (req, res) => {
    const { there, colleague, wish } = await foundWish(req, res)
    const may = mayAnswerWish(there.person, colleague, wish)
    show(res, 'resources/wish', await wishPage(db, there, colleague, wish, may))
  })

  routes.post(`${at}/:wish`, async (req, res) => {
    const { there, colleague, wish, address } = await foundWish(req, res)
    allow(mayAnswerWish(there.person, colleague, wish), 'Another network leader enters what the circle agreed.')
    const reading = await readAnswerToWish(db, there, colleague, wish, req.body)
    if (!reading.ok)
      return show(res.status(422), 'resources/wish', await wishPage(db, there, colleague, wish, true, reading.form))
    await inOne(db, trx => answerWish(trx, colleague, wish, there.person, reading.values))
    await tell(db, res, 'What the circle agreed is entered, and the school is told.')
    res.redirect(303, address)
  })

  async function found(req: Request<{ network: string; colleague: string }>, res: Response) {
    const there = await findResources(db, signedIn(res), req.params.network)
    const colleague = await findColleague(db, there.person, there.network, req.params.colleague)
    return { there, colleague, address: `${there.address}/colleagues/${colleague.id}` }
  }

  async function foundWish(req: Request<{ network: string; colleague: string; wish: string }>, res: Response) {
    const one = await found(req, res)
    return { ...one, wish: await findWish(db, one.there.person, one.colleague, req.params.wish) }
  }

  return routes
}
