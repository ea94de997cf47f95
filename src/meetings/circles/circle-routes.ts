import { Router } from 'express'
import { inOne } from '../../database.js'
import { allow } from '../../errors.js'
import type { House } from '../../house.js'
import { tell } from '../../people/sessions.js'
import { plural } from '../../words/words.js'
import { formOf, read, withChoices } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import '../pages.js'
import { mayChangeCircle, mayMakeCircle, maySetUpUsual } from '../permissions.js'
import { circleEditPage, circlePage, circlesPage, formOfCircle } from './circle-page.js'
import { findCircle, findNetworkAtWork } from './circles.js'
import { CircleForm, GroupCircleForm, offeredOn, wordsOfCircle } from './forms.js'
import { changeCircle, makeCircle, setUpUsualCircles } from './making.js'

/** The circles of a network: founded, described, read. */
export function circleRoutes({ db }: House): Router {
  const routes = Router()
  const all = '/networks/:network/circles' as const
  const founding = (id: string) => ({
    ...{ address: `/networks/${id}/circles`, back: `/networks/${id}/circles` },
    ...{ button: 'Found the circle', title: 'Found a circle' },
  })

  routes.get(all, async (req, res) => {
    const there = await findNetworkAtWork(db, signedIn(res), req.params.network)
    show(res, 'meetings/circles', await circlesPage(db, there))
  })

  routes.get(`${all}/new`, async (req, res) => {
    const there = await findNetworkAtWork(db, signedIn(res), req.params.network)
    allow(mayMakeCircle(there.person, there.network))
    const page = await circleEditPage(db, there, formOf({ kind: 'own' }), founding(there.network.id))
    show(res, 'meetings/circle-edit', page)
  })

  routes.post(all, async (req, res) => {
    const there = await findNetworkAtWork(db, signedIn(res), req.params.network)
    const { person, network } = there
    allow(mayMakeCircle(person, network))
    const page = await circleEditPage(db, there, formOf(), founding(network.id))
    const reading = withChoices(read(CircleForm, req.body), req.body, offeredOn(page))
    if (!reading.ok) return show(res.status(422), 'meetings/circle-edit', { ...page, form: reading.form })
    const id = await inOne(db, trx => makeCircle(trx, network, person, wordsOfCircle(reading.values)))
    await tell(db, res, `“${reading.values.name}” is founded, and you are in it.`)
    res.redirect(303, `/circles/${id}`)
  })

  routes.post(`${all}/usual`, async (req, res) => {
    const { person, network } = await findNetworkAtWork(db, signedIn(res), req.params.network)
    allow(maySetUpUsual(person, network), 'A network leader sets up the usual circles.')
    const made = await inOne(db, trx => setUpUsualCircles(trx, network, person))
    await tell(db, res, `${plural(made, 'circle is', 'circles are')} set up. Change whatever is different with you.`)
    res.redirect(303, `/networks/${network.id}/circles`)
  })

  routes.get('/circles/:circle', async (req, res) => {
    const found = await findCircle(db, signedIn(res), req.params.circle)
    show(res, 'meetings/circle', await circlePage(db, req, found))
  })

  routes.get('/circles/:circle/edit', async (req, res) => {
    const found = await findCircle(db, signedIn(res), req.params.circle)
    allow(mayChangeCircle(found), 'Chair and note-taker look after the circle.')
    const page = await circleEditPage(db, found, await formOfCircle(db, found), editing(found), found.circle)
    show(res, 'meetings/circle-edit', page)
  })

  routes.post('/circles/:circle', async (req, res) => {
    const found = await findCircle(db, signedIn(res), req.params.circle)
    const { person, circle, address } = found
    allow(mayChangeCircle(found), 'Chair and note-taker look after the circle.')
    const page = await circleEditPage(db, found, formOf(), editing(found), circle)
    const typed = circle.groupId ? ofGroup(req.body, circle.name) : read(CircleForm, req.body)
    const reading = withChoices(typed, req.body, offeredOn(page))
    if (!reading.ok) return show(res.status(422), 'meetings/circle-edit', { ...page, form: reading.form })
    const words = wordsOfCircle(reading.values)
    const kept = circle.groupId ? { ...words, kind: circle.kind } : words
    await inOne(db, trx => changeCircle(trx, circle, person, kept))
    await tell(db, res, 'The circle is saved.')
    res.redirect(303, address)
  })

  return routes
}

function editing({ address, circle }: Awaited<ReturnType<typeof findCircle>>) {
  return { address, back: address, button: 'Save the circle', title: `Change “${circle.name}”` }
}

/** What can be changed of a group's own circle, in the shape of any other. */
function ofGroup(body: unknown, name: string) {
  const reading = read(GroupCircleForm, body)
  if (!reading.ok) return reading
  const values = { kind: 'own' as const, name, theme: '', open: false, roles: [], ...reading.values }
  return { ok: true as const, values }
}
