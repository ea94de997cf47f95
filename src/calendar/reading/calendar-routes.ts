import { Router } from 'express'
import type { House } from '../../house.js'
import type { Brought } from '../../room.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { calendarPage } from './calendar-page.js'
import { findGroupCalendar, findNetworkCalendar, findOwnCalendar } from './finding.js'
import './pages.js'

/** The calendars: somebody’s own, a network’s, a group’s. */
export function calendarRoutes({ db }: House, { inTheYear }: Pick<Brought, 'inTheYear'>): Router {
  const routes = Router()
  const { dates } = inTheYear

  routes.get('/calendar', async (req, res) => {
    const person = signedIn(res)
    show(res, 'calendar/show', await calendarPage(db, req, person, dates, await findOwnCalendar(db, person)))
  })

  routes.get('/networks/:network/calendar', async (req, res) => {
    const person = signedIn(res)
    const found = await findNetworkCalendar(db, person, req.params.network)
    show(res, 'calendar/show', await calendarPage(db, req, person, dates, found))
  })

  routes.get('/groups/:group/calendar', async (req, res) => {
    const person = signedIn(res)
    const found = await findGroupCalendar(db, person, req.params.group)
    show(res, 'calendar/show', await calendarPage(db, req, person, dates, found))
  })

  return routes
}
