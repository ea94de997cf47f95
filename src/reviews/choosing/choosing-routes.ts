import { Router } from 'express'
import { inOne } from '../../database.js'
import { allow, Conflict, NotFound } from '../../errors.js'
import type { House } from '../../house.js'
import type { Person } from '../../people/person.js'
import { tell } from '../../people/sessions.js'
import { queried } from '../../web/page-of.js'
import { addMistake, type FormState, formOf, read, wellRead } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { ChooseForm, EndForm, QuestionForm, TakeOnForm } from '../forms.js'
import { mayChoose, mayFinish, mayLead, mayReadReviews, maySeeSpread } from '../permissions.js'
import { findRound, type FoundRound } from '../rounds/rounds.js'
import { itemIn } from '../spread/spread.js'
import { becameElsewhere, choose, type ChosenWithOwner, findChosen, finish, letGo, takeOn } from './choosing.js'
import './pages.js'
import { choosePage, pointPage } from './point-page.js'

/** One or two things to work on are chosen, taken on, and ended. */
export function choosingRoutes({ db }: House): Router {
  const routes = Router()
  const at = '/networks/:network/reviews/:round/chosen' as const

  routes.get(`${at}/new`, async (req, res) => {
    const found = await roundToChooseIn(signedIn(res), req.params)
    const form = formOf({ item: queried(req, 'item'), what: queried(req, 'what').slice(0, 240) })
    show(res, 'reviews/choose', choosePage(found, form))
  })

  routes.post(at, async (req, res) => {
    const found = await roundToChooseIn(signedIn(res), req.params)
    const reading = read(ChooseForm, req.body)
    if (!reading.ok) return show(res.status(422), 'reviews/choose', choosePage(found, reading.form))
    const { what, item } = reading.values
    const itemId = itemIn(found.instrument, item)?.id ?? null
    const id = await inOne(db, trx => choose(trx, found.round, found.person, { what, itemId }))
    res.redirect(303, `${found.address}/chosen/${id}`)
  })

  routes.get(`${at}/:point`, async (req, res) => {
    const { found, point } = await pointOf(signedIn(res), req.params)
    show(res, 'reviews/point', await pointPage(db, found, point))
  })

  routes.post(`${at}/:point/action`, async (req, res) => {
    const { found, point } = await pointToChange(signedIn(res), req.params)
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

  routes.post(`${at}/:point/question`, async (req, res) => {
    const { found, point } = await pointToChange(signedIn(res), req.params)
    const { question } = wellRead(read(QuestionForm, req.body))
    const query = question ? `?question=${encodeURIComponent(question)}` : ''
    const address = `/networks/${found.network.id}/groups/new${query}`
    await inOne(db, trx => becameElsewhere(trx, found.round, point, found.person, { into: 'question', address }))
    await tell(db, res, 'It is offered as a question. Whoever wants to lead it can begin a group from here.')
    res.redirect(303, `${found.address}/chosen/${point.id}`)
  })

  routes.post(`${at}/:point/done`, async (req, res) => {
    const { found, point } = await pointToFinish(signedIn(res), req.params)
    const reading = read(EndForm, req.body)
    if (!reading.ok)
      return show(res.status(422), 'reviews/point', await pointPage(db, found, point, { ending: reading.form }))
    await inOne(db, trx => finish(trx, found.round, point, found.person, reading.values.cameOfIt))
    res.redirect(303, `${found.address}/chosen/${point.id}`)
  })

  routes.post(`${at}/:point/letting-go`, async (req, res) => {
    const { found, point } = await pointToChange(signedIn(res), req.params)
    const reading = read(EndForm, req.body)
    if (!reading.ok)
      return show(res.status(422), 'reviews/point', await pointPage(db, found, point, { ending: reading.form }))
    await inOne(db, trx => letGo(trx, found.round, point, found.person, reading.values.cameOfIt))
    res.redirect(303, found.address)
  })

  type At = { network: string; round: string; point: string }

  async function roundToChooseIn(person: Person, at: Omit<At, 'point'>): Promise<FoundRound> {
    const found = await findRound(db, person, at)
    if (!maySeeSpread(person, found.round, found.asked)) throw new NotFound('review')
    allow(
      mayChoose(person, found.round),
      'What to work on is chosen together, and written down by whoever leads the review.',
    )
    return found
  }

  /** @throws NotFound for guests who may not see the spread */
  async function pointOf(person: Person, at: At): Promise<{ found: FoundRound; point: ChosenWithOwner }> {
    const found = await findRound(db, person, at)
    const isInside = mayReadReviews(person, found.network)
    if (!isInside && !maySeeSpread(person, found.round, found.asked)) throw new NotFound('point')
    return { found, point: await findChosen(db, found.round, at.point) }
  }

  async function pointToChange(person: Person, at: At) {
    const { found, point } = await pointOf(person, at)
    allow(mayLead(person, found.round), 'Who does what is written down by whoever leads the review.')
    return underWay(found, point)
  }

  async function pointToFinish(person: Person, at: At) {
    const { found, point } = await pointOf(person, at)
    allow(mayFinish(person, found.round, point), 'Whoever took it on says when it is done.')
    return underWay(found, point)
  }

  function underWay(found: FoundRound, point: ChosenWithOwner) {
    if (point.doneAt || point.letGoAt) throw new Conflict('This has ended already.')
    return { found, point }
  }

  return routes
}
