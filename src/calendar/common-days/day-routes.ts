import { type Request, Router } from 'express'
import { inOne } from '../../database.js'
import { allow } from '../../errors.js'
import type { House } from '../../house.js'
import { tell } from '../../people/sessions.js'
import { sendCsvText } from '../../web/csv.js'
import { formOf, read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { mayChangeCommonDay, maySetCommonDays } from '../permissions.js'
import { commonDaysList } from './columns.js'
import { commonDayPage } from './day-page.js'
import { cancelCommonDay, changeCommonDay, setCommonDay } from './days.js'
import { type CommonDayThere, findCommonDays, findCommonDayThere } from './finding.js'
import { CancellationForm, CommonDayForm } from './forms.js'
import { datesInWords } from './in-words.js'
import { commonDaysPage } from './list-page.js'
import './pages.js'

const at = '/networks/:network/common-days'
type OfDay = Request<{ network: string; day: string }>

const onlyLeaders = 'The network leader sets the days in common.'

/** Days in common are set, changed and cancelled. */
export function dayRoutes({ db }: House): Router {
  const routes = Router()

  routes.get(at, async (req, res) => {
    const there = await findCommonDays(db, signedIn(res), req.params.network)
    show(res, 'calendar/common-days', await commonDaysPage(db, req, there))
  })

  routes.get(`${at}.csv`, async (req: Request<{ network: string }>, res) => {
    const { person, network } = await findCommonDays(db, signedIn(res), req.params.network)
    sendCsvText(res, 'common-days', await commonDaysList.csv(db, person, network))
  })

  routes.get(`${at}/new`, async (req: Request<{ network: string }>, res) => {
    const {
      person,
      network,
      head,
      listAddress: address,
      breadcrumbs,
    } = await findCommonDays(db, signedIn(res), req.params.network)
    allow(maySetCommonDays(person, network), onlyLeaders)
    const page = { title: 'Set a day in common', breadcrumbs, head, address, back: address }
    show(res, 'calendar/common-day-edit', { ...page, form: formOf({ kind: 'closure day' }) })
  })

  routes.post(at, async (req: Request<{ network: string }>, res) => {
    const there = await findCommonDays(db, signedIn(res), req.params.network)
    const { person, network, head, listAddress: address, breadcrumbs } = there
    allow(maySetCommonDays(person, network), onlyLeaders)
    const reading = read(CommonDayForm, req.body)
    if (!reading.ok) {
      const page = { title: 'Set a day in common', breadcrumbs, head, address, back: address, form: reading.form }
      return show(res.status(422), 'calendar/common-day-edit', page)
    }
    const id = await inOne(db, trx => setCommonDay(trx, network, person, reading.values))
    await tell(db, res, 'The day is set. Heads are asked whether their schools keep it.')
    res.redirect(303, `${address}/${id}`)
  })

  routes.get(`${at}/:day`, async (req: OfDay, res) => {
    const there = await findCommonDayThere(db, signedIn(res), req.params)
    show(res, 'calendar/common-day', await commonDayPage(db, there))
  })

  routes.get(`${at}/:day/edit`, async (req: OfDay, res) => {
    const there = await findCommonDayThere(db, signedIn(res), req.params)
    allow(mayChangeCommonDay(there.person, there.day), onlyLeaders)
    const { kind, title, startsOn, endsOn, begins, finishes, place, about } = there.day
    const last = endsOn === startsOn ? '' : endsOn
    const form = formOf({ kind, title, startsOn, endsOn: last, begins, finishes, place, about })
    show(res, 'calendar/common-day-edit', editPage(there, form))
  })

  routes.post(`${at}/:day`, async (req: OfDay, res) => {
    const there = await findCommonDayThere(db, signedIn(res), req.params)
    allow(mayChangeCommonDay(there.person, there.day), onlyLeaders)
    const reading = read(CommonDayForm, req.body)
    if (!reading.ok) return show(res.status(422), 'calendar/common-day-edit', editPage(there, reading.form))
    await inOne(db, trx => changeCommonDay(trx, there.day, there.person, reading.values))
    await tell(db, res, 'The day is saved. Calendars elsewhere follow by themselves.')
    res.redirect(303, there.address)
  })

  routes.get(`${at}/:day/cancellation`, async (req: OfDay, res) => {
    const there = await findCommonDayThere(db, signedIn(res), req.params)
    allow(mayChangeCommonDay(there.person, there.day), onlyLeaders)
    show(res, 'calendar/common-day-cancelling', cancellingPage(there, formOf()))
  })

  routes.post(`${at}/:day/cancellation`, async (req: OfDay, res) => {
    const there = await findCommonDayThere(db, signedIn(res), req.params)
    allow(mayChangeCommonDay(there.person, there.day), onlyLeaders)
    const reading = read(CancellationForm, req.body)
    if (!reading.ok) return show(res.status(422), 'calendar/common-day-cancelling', cancellingPage(there, reading.form))
    await inOne(db, trx => cancelCommonDay(trx, there.day, there.person, reading.values.because))
    await tell(db, res, 'The day is cancelled. It stays in the calendars as cancelled until it is over.')
    res.redirect(303, there.address)
  })

  return routes
}

function editPage({ day, head, address, breadcrumbs }: CommonDayThere, form: ReturnType<typeof formOf>) {
  return { title: `Change “${day.title}”`, breadcrumbs, head, address, back: address, form }
}

function cancellingPage({ day, head, address, breadcrumbs }: CommonDayThere, form: ReturnType<typeof formOf>) {
  const own = { address: `${address}/cancellation`, back: address }
  return { title: `Cancel “${day.title}”`, breadcrumbs, head, ...own, common: day, when: datesInWords(day), form }
}
