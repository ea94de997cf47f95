import { type Request, Router } from 'express'
import { inOne } from '../../database.js'
import { allow } from '../../errors.js'
import type { House } from '../../house.js'
import { tell } from '../../people/sessions.js'
import { daysAfter } from '../../web/now.js'
import { formOf, type FormState, read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { plural } from '../../words/words.js'
import { maySetCommonDays } from '../permissions.js'
import { copyDays, daysToCopy } from './days.js'
import { type CommonDaysThere, findCommonDays } from './finding.js'
import { CopyForm } from './forms.js'
import { datesInWords, schoolYearOf } from './in-words.js'
import { yearAsked } from './list-page.js'
import type { CommonDayCopyPage } from './pages.js'

const at = '/networks/:network/common-days/from-last-year'
type OfNetwork = Request<{ network: string }>

/** The days of the year before, proposed for a year: those that are chosen are set, 52 weeks on. */
export function copyingRoutes({ db }: House): Router {
  const routes = Router()

  async function find(req: OfNetwork, res: Parameters<typeof signedIn>[0]) {
    const there = await findCommonDays(db, signedIn(res), req.params.network)
    allow(maySetCommonDays(there.person, there.network), 'The network leader sets the days in common.')
    const year = yearAsked(req)
    const proposed = await daysToCopy(db, there.network.id, schoolYearOf(daysAfter(year.from, -1)))
    return { there, year, proposed }
  }

  routes.get(at, async (req: OfNetwork, res) => {
    const { there, year, proposed } = await find(req, res)
    const form = formOf({ take: proposed.map(one => one.day.id) })
    show(res, 'calendar/common-day-copy', copyPage(there, year, proposed, form))
  })

  routes.post(at, async (req: OfNetwork, res) => {
    const { there, year, proposed } = await find(req, res)
    const reading = read(CopyForm, req.body)
    if (!reading.ok)
      return show(res.status(422), 'calendar/common-day-copy', copyPage(there, year, proposed, reading.form))
    const chosen = proposed.filter(one => reading.values.take.includes(one.day.id)).map(one => one.day)
    await inOne(db, trx => copyDays(trx, there.network, there.person, chosen))
    await tell(db, res, `${plural(chosen.length, 'day is', 'days are')} set. Look at each, and move what falls badly.`)
    res.redirect(303, `${there.listAddress}?year=${year.from.slice(0, 4)}`)
  })

  return routes
}

function copyPage(
  { head, listAddress, breadcrumbs }: CommonDaysThere,
  year: ReturnType<typeof yearAsked>,
  proposed: Awaited<ReturnType<typeof daysToCopy>>,
  form: FormState,
): CommonDayCopyPage {
  const query = `?year=${year.from.slice(0, 4)}`
  return {
    ...{ title: `Days in common for ${year.name}`, breadcrumbs, head },
    ...{ address: `${listAddress}/from-last-year${query}`, back: `${listAddress}${query}`, form },
    choices: proposed.map(({ day, next }) => ({
      value: day.id,
      text: `${day.title}: ${datesInWords({ ...day, ...next })}`,
      hint: `Last year on ${datesInWords(day)}`,
    })),
  }
}
