import { Router } from 'express'
import { type Db, inOne } from '../../database.js'
import { allow } from '../../errors.js'
import type { House } from '../../house.js'
import { tell } from '../../people/sessions.js'
import { formOf, type FormState, read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import '../pages.js'
import { mayCloseCircle, mayReopenCircle } from '../permissions.js'
import { topOf } from './circle-page.js'
import { findCircle, type FoundCircle } from './circles.js'
import { ClosingForm } from './forms.js'
import { closeCircle, reopenCircle } from './making.js'
import { membersOf } from './members.js'

/** A circle that has done its work is closed, and can be opened again. */
export function closingRoutes({ db }: House): Router {
  const routes = Router()

  routes.get('/circles/:circle/closing', async (req, res) => {
    const found = await findCircle(db, signedIn(res), req.params.circle)
    allow(mayCloseCircle(found), 'Chair and note-taker look after the circle.')
    show(res, 'meetings/circle-closing', await closingPage(db, found, formOf()))
  })

  routes.post('/circles/:circle/closing', async (req, res) => {
    const found = await findCircle(db, signedIn(res), req.params.circle)
    allow(mayCloseCircle(found), 'Chair and note-taker look after the circle.')
    const reading = read(ClosingForm, req.body)
    if (!reading.ok) return show(res.status(422), 'meetings/circle-closing', await closingPage(db, found, reading.form))
    await inOne(db, trx => closeCircle(trx, found.circle, found.person, reading.values.because))
    await tell(db, res, 'The circle is closed. What it decided stays to be read.')
    res.redirect(303, found.address)
  })

  routes.post('/circles/:circle/reopening', async (req, res) => {
    const found = await findCircle(db, signedIn(res), req.params.circle)
    allow(mayReopenCircle(found), 'Chair and note-taker look after the circle.')
    await inOne(db, trx => reopenCircle(trx, found.circle, found.person))
    await tell(db, res, 'The circle is open again.')
    res.redirect(303, found.address)
  })

  return routes
}

async function closingPage(db: Db, found: FoundCircle, form: FormState) {
  const members = (await membersOf(db, [found.circle.id])).get(found.circle.id)!
  const { address } = found
  return {
    ...topOf(found, `Close “${found.circle.name}”`),
    ...{ address: `${address}/closing`, back: address, form, who: members.map(one => one.name) },
  }
}
