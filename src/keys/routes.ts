import { Router } from 'express'
import type { House } from '../house.js'
import type { Brought } from '../room.js'
import { show } from '../web/show.js'
import { signedIn } from '../web/signed-in.js'
import { codeRoutes } from './code-routes.js'
import { erasingRoutes } from './erasing-routes.js'
import { handingOverRoutes } from './handing-over/handing-over-routes.js'
import { takingOverRoutes } from './handing-over/taking-over-routes.js'
import { keysFor } from './keys.js'
import { keysOfGroupRoutes } from './keys-of-group-routes.js'
import { nameTypedRoutes } from './typed/name-routes.js'
import { openingRoutes } from './opening/opening-routes.js'
import './pages.js'
import { whoseWordsBy } from './whose-words.js'

/** Keys to pupils’ codes: made by somebody in the group, opened by them and the school's data lead, for a reason. */
export function keysRoutes(house: House, brought: Brought): Router {
  const routes = Router()
  routes.use(nameTypedRoutes(house, whoseWordsBy(brought)))

  routes.get('/keys', async (_req, res) => {
    const keys = await keysFor(house.db, signedIn(res))
    show(res, 'keys/own', {
      title: 'Keys to pupils’ codes',
      breadcrumbs: [],
      keys: keys.map(({ id, school, group, owner }) => ({ school, group, owner, href: `/keys/${id}` })),
    })
  })

  routes.use(keysOfGroupRoutes(house))
  routes.use(openingRoutes(house))
  routes.use(codeRoutes(house))
  routes.use(handingOverRoutes(house))
  routes.use(takingOverRoutes(house))
  routes.use(erasingRoutes(house))
  return routes
}
