import { Router } from 'express'
import { inOne } from '../../database.js'
import { allow } from '../../errors.js'
import { heardBy } from '../../mail/heard.js'
import type { House } from '../../house.js'
import { tell } from '../../people/sessions.js'
import { formOf, read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { plural } from '../../words/words.js'
import { findCircle } from '../circles/circles.js'
import '../pages.js'
import { mayPlan } from '../permissions.js'
import { LayOutForm, RhythmForm } from './forms.js'
import { layOut } from './rhythm.js'
import { firstForm, linesAsSent, linesFor, yearPage } from './year-page.js'

/** A year’s meetings in one go: a list is made of the terms, ticked and changed, and then planned at once. */
export function rhythmRoutes({ db, mail }: House): Router {
  const routes = Router()
  const at = '/circles/:circle/year' as const

  routes.get(at, async (req, res) => {
    const found = await findCircle(db, signedIn(res), req.params.circle)
    allow(mayPlan(found), 'Those in the circle plan its meetings.')
    if (Object.keys(req.query).length === 0)
      return show(res, 'meetings/year', await yearPage(db, found, await firstForm(db, found), null))
    const reading = read(RhythmForm, req.query)
    if (!reading.ok) return show(res.status(422), 'meetings/year', await yearPage(db, found, reading.form, null))
    const lines = await linesFor(db, found, reading.values)
    const { place } = reading.values
    const page = await yearPage(db, found, formOf(req.query), lines, formOf({ place }))
    show(res, 'meetings/year', page)
  })

  routes.post(at, async (req, res) => {
    const found = await findCircle(db, signedIn(res), req.params.circle)
    const { person, circle, address } = found
    allow(mayPlan(found), 'Those in the circle plan its meetings.')
    const reading = read(LayOutForm, req.body)
    if (!reading.ok) {
      const page = await yearPage(db, found, await firstForm(db, found), linesAsSent(reading.form), reading.form)
      return show(res.status(422), 'meetings/year', page)
    }
    const { times, ...words } = reading.values
    const made = await inOne(db, trx => layOut(trx, circle, person, words, times))
    await tell(
      db,
      res,
      `${plural(made.length, 'meeting is', 'meetings are')} planned. ${heardBy(mail).tells('everybody')}`,
    )
    res.redirect(303, address)
  })

  return routes
}
