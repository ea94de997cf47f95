import { type RequestHandler, Router } from 'express'
import type { House } from '../house.js'
import type { Brought } from '../room.js'
import { show } from '../web/show.js'
import { accountRoutes } from './account/account-routes.js'
import { changingSignInRoutes } from './account/changing-sign-in-routes.js'
import { sessionRoutes } from './account/session-routes.js'
import { administeringRoutes } from './administration/administering-routes.js'
import { auditRoutes } from './administration/audit-routes.js'
import { networkListRoutes } from './administration/network-list-routes.js'
import { confirmingRoutes } from './roles/confirming-routes.js'
import { decliningRoutes } from './invitations/declining-routes.js'
import { invitationRoutes } from './invitations/invitation-routes.js'
import { keptFormRoutes } from './kept-forms/kept-form-routes.js'
import './pages.js'
import { forgottenRoutes } from './passwords/forgotten-routes.js'
import { helpingRoutes } from './passwords/helping-routes.js'
import { resetRoutes } from './passwords/reset-routes.js'
import { addingPasskeyRoutes } from './passkeys/adding-passkey-routes.js'
import { passkeyAtDoorRoutes } from './passkeys/door-routes.js'
import './passkeys/pages.js'
import { passkeyRoutes } from './passkeys/passkey-routes.js'
import { issuerRoutes } from './school-accounts/issuer-routes.js'
import { joiningRoutes } from './school-accounts/joining-routes.js'
import './school-accounts/pages.js'
import { signInWithRoutes } from './school-accounts/sign-in-with-routes.js'
import { changingSecondStepRoutes } from './second-step/changing-routes.js'
import { secondStepAtDoorRoutes } from './second-step/door-routes.js'
import { settingUpRoutes } from './second-step/setting-up-routes.js'
import { setupRoutes } from './signing-in/setup-routes.js'
import { signInRoutes } from './signing-in/sign-in-routes.js'
import { whoSeesWhatRoutes } from './who-sees-what-routes.js'

const neverStored = [
  '/sign-in', '/sign-out', '/setup', '/forgotten-password', '/password-resets', '/invitations', '/account', '/people',
  '/kept-forms', '/administration', '/confirmations',
] // prettier-ignore

export function peopleRoutes(house: House, brought: Pick<Brought, 'facts' | 'whoSees'>): Router {
  const routes = Router()
  routes.use(neverStored, noStore)
  routes.use(signInRoutes(house))
  routes.use(secondStepAtDoorRoutes(house))
  routes.use(signInWithRoutes(house))
  routes.use(passkeyAtDoorRoutes(house))
  routes.use(forgottenRoutes(house))
  routes.use(resetRoutes(house))
  routes.use(helpingRoutes(house))
  routes.use(setupRoutes(house))
  routes.use(accountRoutes(house))
  routes.use(sessionRoutes(house))
  routes.use(changingSignInRoutes(house))
  routes.use(joiningRoutes(house))
  routes.use(addingPasskeyRoutes(house))
  routes.use(passkeyRoutes(house))
  routes.use(settingUpRoutes(house))
  routes.use(changingSecondStepRoutes(house))
  routes.use(invitationRoutes(house))
  routes.use(decliningRoutes(house))
  routes.use(confirmingRoutes(house))
  routes.use(keptFormRoutes(house))
  routes.use(issuerRoutes(house))
  routes.use(administeringRoutes(house))
  routes.use(networkListRoutes(house))
  routes.use(auditRoutes(house, brought))
  routes.use(whoSeesWhatRoutes(brought.whoSees))
  routes.get('/about', (_req, res) => show(res, 'people/about', { title: 'About the workbench' }))
  routes.get('/accessibility', (_req, res) => show(res, 'people/accessibility', { title: 'Accessibility' }))
  routes.get('/privacy', (_req, res) => show(res, 'people/privacy', { title: 'Privacy' }))
  return routes
}

const noStore: RequestHandler = (_req, res, next) => {
  res.set('Cache-Control', 'no-store')
  next()
}
