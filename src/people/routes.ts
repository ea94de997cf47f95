import { type RequestHandler, Router } from 'express'
import type { House } from '../house.js'
import { show } from '../web/show.js'
import { accountRoutes } from './account-routes.js'
import { administrationRoutes } from './administration-routes.js'
import { confirmingRoutes } from './confirming-routes.js'
import { invitationRoutes } from './invitation-routes.js'
import { keptFormRoutes } from './kept-form-routes.js'
import './pages.js'
import { passwordRoutes } from './password-routes.js'
import { setupRoutes } from './setup-routes.js'
import { signInRoutes } from './sign-in-routes.js'
import { whoSeesWhatRoutes } from './who-sees-what-routes.js'

const neverStored = [
  '/sign-in', '/sign-out', '/setup', '/forgotten-password', '/password-resets', '/invitations', '/account', '/people',
  '/kept-forms', '/administration', '/confirmations',
] // prettier-ignore

export function peopleRoutes(house: House): Router {
  const routes = Router()
  routes.use(neverStored, noStore)
  routes.use(signInRoutes(house))
  routes.use(passwordRoutes(house))
  routes.use(setupRoutes(house))
  routes.use(accountRoutes(house))
  routes.use(invitationRoutes(house))
  routes.use(confirmingRoutes(house))
  routes.use(keptFormRoutes(house))
  routes.use(administrationRoutes(house))
  routes.use(whoSeesWhatRoutes())
  routes.get('/about', (_req, res) => show(res, 'people/about', { title: 'About the workbench' }))
  routes.get('/accessibility', (_req, res) => show(res, 'people/accessibility', { title: 'Accessibility' }))
  routes.get('/privacy', (_req, res) => show(res, 'people/privacy', { title: 'Privacy' }))
  return routes
}

const noStore: RequestHandler = (_req, res, next) => {
  res.set('Cache-Control', 'no-store')
  next()
}
