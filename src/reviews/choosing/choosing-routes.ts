import { Router } from 'express'
import { inOne } from '../../database.js'
import type { House } from '../../house.js'
import { tell } from '../../people/sessions.js'
import { queried } from '../../web/page-of.js'
import { addMistake, type FormState, formOf, read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { ChooseForm, EndForm, TakeOnForm } from '../forms.js'
import { itemIn } from '../spread/spread.js'
import { choose, finish, letGo, takeOn } from './choosing.js'
import { pointOf, pointToChange, pointToFinish, roundToChooseIn } from './finding.js'
import './pages.js'
import { choosePage, pointPage } from './point-page.js'

/** One or two things to work on are chosen, taken on, and ended. */
export function choosingRoutes({ db }: House): Router {
  const routes = Router()
  const at = '/networks/:network/reviews/:round/chosen' as const

  routes.get(`${at}/new`, async (req, res) => {
    const found = await roundToChooseIn(db, signedIn(res), req.params)
    const form = formOf({ item: queried(req, 'item'), what: queried(req, 'what').slice(0, 240) })
    show(res, 'reviews/choose', choosePage(found, form))
  })

  routes.post(at, async (req, res) => {
    const found = await roundToChooseIn(db, signedIn(res), req.params)
    const reading = read(ChooseForm, req.body)
    if (!reading.ok) return show(res.status(422), 'reviews/choose', choosePage(found, reading.form))
    const { what, item } = reading.values
    const itemId = itemIn(found.instrument, item)?.id ?? null
    const id = await inOne(db, trx => choose(trx, found.round, found.person, { what, itemId }))
    res.redirect(303, `${found.address}/chosen/${id}`)
  })

  routes.get(`${at}/:point`, async (req, res) => {
    const { found, point } = await pointOf(db, signedIn(res), req.params)
    show(res, 'reviews/point', await pointPage(db, found, point))
  })

  routes.post(`${at}/:point/action`, async (req, res) => {
    const { found, point } = await pointToChange(db, signedIn(res), req.params)
    const again = async (form: FormState) =>
      show(res.status(422), 'reviews/point', await pointPage(db, found, point, { form }))
    const reading = read(TakeOnForm, req.body)
    if (!reading.ok) return again(reading.form)
    const { owner, ...words } = reading.values
    const { people } = await pointPage(db, found, point)
    if (!people.some(one => one.value === owner))
      return again(addMistake(formOf(req.body), 'owner', 'Choose one person who looks after it'))
    await inOne(db, trx => takeOn(trx, found.round, point, found.person, { ...words, ownerId: owner }))
    await tell(db, res, 'It is taken on. It stays in their day until it is done.')
    res.redirect(303, `${found.address}/chosen/${point.id}`)
  })

  routes.post(`${at}/:point/done`, async (req, res) => {
    const { found, point } = await pointToFinish(db, signedIn(res), req.params)
    const reading = read(EndForm, req.body)
    if (!reading.ok)
      return show(res.status(422), 'reviews/point', await pointPage(db, found, point, { ending: reading.form }))
    await inOne(db, trx => finish(trx, found.round, point, found.person, reading.values.cameOfIt))
    res.redirect(303, `${found.address}/chosen/${point.id}`)
  })

  routes.post(`${at}/:point/letting-go`, async (req, res) => {
    const { found, point } = await pointToChange(db, signedIn(res), req.params)
    const reading = read(EndForm, req.body)
    if (!reading.ok)
      return show(res.status(422), 'reviews/point', await pointPage(db, found, point, { ending: reading.form }))
    await inOne(db, trx => letGo(trx, found.round, point, found.person, reading.values.cameOfIt))
    res.redirect(303, found.address)
  })

  return routes
}
