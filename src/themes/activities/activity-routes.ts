import { Router } from 'express'
import { type Db, inOne } from '../../database.js'
import { allow } from '../../errors.js'
import type { House } from '../../house.js'
import type { Reader } from '../../names/reader.js'
import { tell } from '../../people/sessions.js'
import { sendCsv } from '../../web/csv.js'
import { pageNumber, pageOf } from '../../web/page-of.js'
import { formOf, read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { activityColumns, activityLine } from '../in-the-year/columns.js'
import '../pages.js'
import { type FoundTheme, findTheme } from '../themes.js'
import { activitiesOf, agreeActivity, changeActivity, findActivity, tellOfActivity } from './activities.js'
import { ActivityForm, OutcomeForm } from './activity-forms.js'
import { activityPage, activityInView } from './activity-page.js'

const perPage = 30

/** The learning activities that a theme has agreed. */
export function activityRoutes({ db }: House): Router {
  const routes = Router()
  const at = '/networks/:network/themes/:theme/activities' as const

  routes.get(at, async (req, res) => {
    const { theme, head, address, may } = await findTheme(db, signedIn(res), req.params)
    const all = await activitiesOf(db, theme.id)
    const rows = all.slice((pageNumber(req) - 1) * perPage, pageNumber(req) * perPage).map(activityInView)
    const activities = pageOf(req, rows, all.length, perPage)
    show(res, 'themes/activities', { title: `Activities of ${theme.name}`, head, theme, address, activities, may })
  })

  routes.get('/networks/:network/themes/:theme/activities.csv', async (req, res) => {
    const { theme } = await findTheme(db, signedIn(res), req.params)
    const lines = (await activitiesOf(db, theme.id)).map(one => activityLine(theme, one))
    sendCsv(res, 'activities', activityColumns, lines)
  })

  routes.get(`${at}/new`, async (req, res) => {
    const found = await toChange(db, signedIn(res), req.params)
    show(res, 'themes/activity', activityPage(found, null, formOf()))
  })

  routes.post(at, async (req, res) => {
    const found = await toChange(db, signedIn(res), req.params)
    const reading = read(ActivityForm, req.body)
    if (!reading.ok) return show(res.status(422), 'themes/activity', activityPage(found, null, reading.form))
    await inOne(db, trx => agreeActivity(trx, found.theme, found.person, reading.values))
    await tell(db, res, 'The activity is agreed.')
    res.redirect(303, found.address)
  })

  routes.get(`${at}/:activity`, async (req, res) => {
    const found = await toChange(db, signedIn(res), req.params)
    const activity = await findActivity(db, found.theme, req.params.activity)
    show(res, 'themes/activity', activityPage(found, activity, formOf({ ...activity, outcome: '' })))
  })

  routes.post(`${at}/:activity`, async (req, res) => {
    const found = await toChange(db, signedIn(res), req.params)
    const activity = await findActivity(db, found.theme, req.params.activity)
    const reading = read(ActivityForm, req.body)
    if (!reading.ok) return show(res.status(422), 'themes/activity', activityPage(found, activity, reading.form))
    await inOne(db, trx => changeActivity(trx, found.theme, activity, found.person, reading.values))
    await tell(db, res, 'The activity is saved.')
    res.redirect(303, found.address)
  })

  routes.post(`${at}/:activity/outcome`, async (req, res) => {
    const found = await toChange(db, signedIn(res), req.params)
    const activity = await findActivity(db, found.theme, req.params.activity)
    const reading = read(OutcomeForm, req.body)
    if (!reading.ok) {
      const { activity: words, forWhom, onDay } = activity
      const form = {
        ...reading.form,
        values: { ...formOf({ activity: words, forWhom, onDay }).values, ...reading.form.values },
      }
      return show(res.status(422), 'themes/activity', activityPage(found, activity, form))
    }
    await inOne(db, trx => tellOfActivity(trx, found.theme, activity, found.person, reading.values))
    await tell(
      db,
      res,
      reading.values.outcome === 'done' ? 'The activity is done.' : 'The activity will not take place.',
    )
    res.redirect(303, found.address)
  })

  return routes
}

async function toChange(db: Db, person: Reader, at: { network: string; theme: string }): Promise<FoundTheme> {
  const found = await findTheme(db, person, at)
  allow(found.may.change)
  return found
}
