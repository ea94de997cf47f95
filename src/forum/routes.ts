import { Router } from 'express'
import type { House } from '../house.js'
import { readerRoutes } from './inviting/reader-routes.js'
import { joiningRoutes } from './joining/joining-routes.js'
import { listRoutes } from './listing/list-routes.js'
import { fileRoutes } from './posting/file-routes.js'
import { goingRoutes } from './posting/going-routes.js'
import { postingRoutes } from './posting/posting-routes.js'
import { postRoutes } from './showing/post-routes.js'
import { talkingRoutes } from './talking/talking-routes.js'
import { takeUpRoutes } from './taking-up/take-up-routes.js'

/** The forum of a network. What has a name of its own stands before the posts, which are addressed by their ids. */
export function forumRoutes(house: House): Router {
  const routes = Router()
  routes.use(listRoutes(house))
  routes.use(talkingRoutes(house))
  routes.use(readerRoutes(house))
  routes.use(postingRoutes(house))
  routes.use(takeUpRoutes(house))
  routes.use(joiningRoutes(house))
  routes.use(goingRoutes(house))
  routes.use(fileRoutes(house))
  routes.use(postRoutes(house))
  return routes
}
