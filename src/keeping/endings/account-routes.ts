import { Router } from 'express'
import { z } from 'zod'
import { inOne } from '../../database.js'
import { allow } from '../../errors.js'
import { askForGraveAct, stopGraveAct, waitingGraveAct } from '../../grave-acts/grave-acts.js'
import type { House } from '../../house.js'
import { tell } from '../../people/sessions.js'
import type { Brought } from '../../room.js'
import { formOf, read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { endings } from './kinds.js'
import { accountEndingPage, whatStops } from './of-account.js'

const AccountForm = z.strictObject({
  choice: z.enum(['words stay', 'words go'], { error: 'Choose what becomes of your words' }),
})

/** Somebody closes their own account: it waits for a week, and is stopped on the same page. */
export function accountEndingRoutes({ db }: House, brought: Pick<Brought, 'beforeLeaving'>): Router {
  const routes = Router()

  routes.get('/account/deletion', async (_req, res) => {
    const person = signedIn(res)
    const form = formOf({ choice: 'words stay' })
    show(res, 'keeping/ending', await accountEndingPage(db, brought, person, form))
  })

  routes.post('/account/deletion', async (req, res) => {
    const person = signedIn(res)
    const reading = read(AccountForm, req.body)
    if (!reading.ok)
      return show(res.status(422), 'keeping/ending', await accountEndingPage(db, brought, person, reading.form))
    const stops = await whatStops(db, person)
    allow(stops.length === 0, stops[0]?.text)
    const wanted = {
      ofId: person.id,
      choice: reading.values.choice,
    }
    await inOne(db, trx => askForGraveAct(trx, endings.account, wanted, person))
    await tell(db, res, 'Your account is closed in a week. Until then you can stop it here.')
    res.redirect(303, '/account/deletion')
  })

  routes.post('/account/deletion/stop', async (_req, res) => {
    const person = signedIn(res)
    const ending = await waitingGraveAct(db, endings.account, person.id)
    await inOne(db, trx => stopGraveAct(trx, endings.account, ending, person))
    await tell(db, res, 'It is stopped. Your account stays as it is.')
    res.redirect(303, '/account')
  })

  return routes
}
