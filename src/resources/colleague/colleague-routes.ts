import { type Request, type Response, Router } from 'express'
import { inOne } from '../../database.js'
import { allow, NotFound } from '../../errors.js'
import type { House } from '../../house.js'
import { schoolsOf } from '../../networks/schools/schools.js'
import { tell } from '../../people/sessions.js'
import { addMistake, formOf, read } from '../../web/read.js'
import { sendCsv } from '../../web/csv.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { allowKeeping, findResources, networkOfGuest } from '../finding.js'
import { mayEnterDays } from '../permissions.js'
import { placesWithin } from '../places.js'
import { yearSaid } from '../school-year.js'
import { ColleagueChange, ColleagueForm, DayForm } from './colleague-forms.js'
import { colleagueFormPage, colleaguePage } from './colleague-page.js'
import { changeColleague, colleaguesToSee, findColleague, nameColleague, whoCanBeNamed } from './colleagues.js'
import { dayColumns, daysForAll } from './columns.js'
import { enterDay, isFull, takeOutDay } from './days.js'

/** Somebody from outside who serves several schools: days held in common, and what was used. */
export function colleagueRoutes({ db }: House): Router {
  const routes = Router()
  const at = '/networks/:network/resources/colleagues' as const

  routes.get(at, async (req, res) => {
    const there = await networkOfGuest(db, signedIn(res), req.params.network)
    const { person, network, head, address } = there
    const colleagues = (await colleaguesToSee(db, person, network)).map(({ id, name, what, year, about }) => ({
      href: `${address}/colleagues/${id}`,
      ...{ name, what, about, year: yearSaid(year) },
    }))
    const may = { name: person.isNetworkLeaderOf(network.id) }
    const ways = placesWithin(there, '/colleagues')
    show(res, 'resources/colleagues', { title: 'Outside colleagues', head, at: address, ways, colleagues, may })
  })

  routes.get('/networks/:network/resources/colleague-days.csv', async (req, res) => {
    const { person, network } = await findResources(db, signedIn(res), req.params.network)
    sendCsv(res, `${network.id}-colleague-days`, dayColumns, await daysForAll(db, person, network))
  })

  routes.get(`${at}/new`, async (req, res) => {
    const there = await findResources(db, signedIn(res), req.params.network)
    allowKeeping(there)
    show(res, 'resources/colleague-edit', await colleagueFormPage(db, there, undefined))
  })

  routes.post(at, async (req, res) => {
    const there = await findResources(db, signedIn(res), req.params.network)
    allowKeeping(there)
    const reading = read(ColleagueForm, req.body)
    if (!reading.ok)
      return show(res.status(422), 'resources/colleague-edit', await colleagueFormPage(db, there, reading.form))
    const { person, days, base, ...words } = reading.values
    const given = { ...words, ...(await personNamed(there.network.id, person)), halfDays: days, baseHalfDays: base }
    const id = await inOne(db, trx => nameColleague(trx, there.network, there.person, given))
    res.redirect(303, `${there.address}/colleagues/${id}`)
  })

  routes.get(`${at}/:colleague`, async (req, res) => {
    const { there, colleague } = await found(req, res)
    show(res, 'resources/colleague', await colleaguePage(db, there, colleague))
  })

  routes.get(`${at}/:colleague/edit`, async (req, res) => {
    const { there, colleague } = await found(req, res)
    allowKeeping(there)
    show(res, 'resources/colleague-edit', await colleagueFormPage(db, there, undefined, colleague))
  })

  routes.post(`${at}/:colleague`, async (req, res) => {
    const { there, colleague, address } = await found(req, res)
    allowKeeping(there)
    const reading = read(ColleagueChange, req.body)
    if (!reading.ok)
      return show(
        res.status(422),
        'resources/colleague-edit',
        await colleagueFormPage(db, there, reading.form, colleague),
      )
    const { person, days, base, ...words } = reading.values
    const given = { ...words, ...(await personNamed(there.network.id, person)), halfDays: days, baseHalfDays: base }
    await inOne(db, trx => changeColleague(trx, colleague, there.person, given))
    await tell(db, res, 'It is saved.')
    res.redirect(303, address)
  })

  routes.post(`${at}/:colleague/days`, async (req, res) => {
    const { there, colleague, address } = await found(req, res)
    allow(mayEnterDays(there.person, colleague), 'The colleague or a network leader enters what was used.')
    const reading = read(DayForm(colleague.year), req.body)
    const form = reading.ok ? formOf(req.body) : reading.form
    const school = reading.ok ? reading.values.school : ''
    if (school && !(await schoolsOf(db, there.network.id)).some(one => one.id === school))
      addMistake(form, 'school', 'Choose a school of the network')
    if (reading.ok && (await isFull(db, colleague, { onDay: reading.values.onDay, halfDays: reading.values.days })))
      addMistake(form, 'onDay', 'More than one day is entered for this date then. Look at what stands there already')
    if (!reading.ok || form.summary.length > 0)
      return show(res.status(422), 'resources/colleague', await colleaguePage(db, there, colleague, { dayForm: form }))
    const { onDay, days, forWhat } = reading.values
    const words = { onDay, halfDays: days, forWhat, schoolId: school || null }
    await inOne(db, trx => enterDay(trx, colleague, there.person, words))
    await tell(db, res, 'The day is entered.')
    res.redirect(303, address)
  })

  routes.post(`${at}/:colleague/days/:day/removal`, async (req, res) => {
    const { there, colleague, address } = await found(req, res)
    allow(mayEnterDays(there.person, colleague), 'The colleague or a network leader enters what was used.')
    await inOne(db, trx => takeOutDay(trx, colleague, there.person, req.params.day))
    await tell(db, res, 'The day is taken out.')
    res.redirect(303, address)
  })

  async function found(req: Request<{ network: string; colleague: string }>, res: Response) {
    const there = await networkOfGuest(db, signedIn(res), req.params.network)
    const colleague = await findColleague(db, there.person, there.network, req.params.colleague)
    return { there, colleague, address: `${there.address}/colleagues/${colleague.id}` }
  }

  /** Whom the entry belongs to, where it is somebody with an account here. */
  async function personNamed(networkId: string, id: string) {
    if (id === '') return { personId: null }
    if (!(await whoCanBeNamed(db, networkId)).some(one => one.id === id)) throw new NotFound('person')
    return { personId: id }
  }

  return routes
}
