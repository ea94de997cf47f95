import { Router } from 'express'
import type { House } from '../house.js'
import type { Brought } from '../room.js'
import { agendaRoutes } from './agenda/agenda-routes.js'
import { attendingRoutes } from './attending/attending-routes.js'
import { belongingRoutes } from './circles/belonging-routes.js'
import { circleRoutes } from './circles/circle-routes.js'
import { closingRoutes } from './circles/closing-routes.js'
import { termsRoutes } from './circles/terms-routes.js'
import { meetingActionRoutes } from './deciding/action-routes.js'
import { decisionRoutes } from './deciding/decision-routes.js'
import { recordRoutes } from './deciding/record-routes.js'
import { listRoutes } from './listing/list-routes.js'
import { meetingRoutes } from './meeting-routes.js'
import { amendmentRoutes } from './minutes/amendment-routes.js'
import { minutesRoutes } from './minutes/minutes-routes.js'
import { paperRoutes } from './papers/paper-routes.js'
import { dateRoutes } from './planning/date-routes.js'
import { movingRoutes } from './planning/moving-routes.js'
import { planningRoutes } from './planning/planning-routes.js'
import { rhythmRoutes } from './planning/rhythm-routes.js'

/** Circles and their meetings. @param brought what later rooms show on the page of a meeting */
export function meetingsRoutes(house: House, brought: Pick<Brought, 'inTheYear' | 'searchables'>): Router {
  const routes = Router()
  routes.use(listRoutes(house))
  routes.use(circleRoutes(house))
  routes.use(closingRoutes(house))
  routes.use(belongingRoutes(house))
  routes.use(termsRoutes(house))
  routes.use(rhythmRoutes(house))
  routes.use(planningRoutes(house))
  routes.use(movingRoutes(house))
  routes.use(dateRoutes(house, brought))
  routes.use(meetingRoutes(house, brought))
  routes.use(agendaRoutes(house))
  routes.use(paperRoutes(house))
  routes.use(attendingRoutes(house))
  routes.use(minutesRoutes(house))
  routes.use(amendmentRoutes(house))
  routes.use(recordRoutes(house))
  routes.use(decisionRoutes(house))
  routes.use(meetingActionRoutes(house))
  return routes
}
