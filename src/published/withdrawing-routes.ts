import { type Request, type Response, Router } from 'express'
import { inOne } from '../database.js'
import { allow } from '../errors.js'
import type { House } from '../house.js'
import { tell } from '../people/sessions.js'
import { mayWithdrawEditions } from '../publishing/permissions.js'
import { queried } from '../web/page-of.js'
import { type FormState, formOf, read } from '../web/read.js'
import { show } from '../web/show.js'
import { signedIn } from '../web/signed-in.js'
import { WithdrawalForm } from './forms.js'
import { addressOf } from './works.js'
import { findEdition, type FoundEdition } from './reading.js'
import { withdrawWork } from './withdrawing.js'

type OfWork = Request<{ place: string; slug: string }>

/** A published work taken out of the public's sight, all its editions, with the reason at its address. */
export function withdrawingRoutes({ db }: House): Router {
  const routes = Router()

  routes.get('/published/:place/:slug/withdrawal', async (req: OfWork, res) => {
    const { found } = await withdrawing(req, res)
    show(res, 'published/withdrawing', withdrawingPage(found, formOf()))
  })

  routes.post('/published/:place/:slug/withdrawal', async (req: OfWork, res) => {
    const { found, person } = await withdrawing(req, res)
    const reading = read(WithdrawalForm, req.body)
    if (!reading.ok) return show(res.status(422), 'published/withdrawing', withdrawingPage(found, reading.form))
    await inOne(db, trx => withdrawWork(trx, found, person, reading.values.because))
    await tell(db, res, 'It is withdrawn. At its address stands when and why.')
    res.redirect(303, addressOf(found.edition.ofKind, found.edition.slug))
  })

  async function withdrawing(req: OfWork, res: Response) {
    const person = signedIn(res)
    const found = await findEdition(db, req.params.place, req.params.slug, queried(req, 'edition'))
    allow(
      mayWithdrawEditions(person, found.edition),
      'A leader of the network withdraws what it published; an administrator can take it down.',
    )
    return { person, found }
  }

  return routes
}

function withdrawingPage({ edition, editions }: FoundEdition, form: FormState) {
  const href = addressOf(edition.ofKind, edition.slug)
  return {
    title: `Withdraw “${edition.title}”`,
    work: edition.title,
    editions: editions.length,
    address: `${href}/withdrawal`,
    back: href,
    form,
  }
}
