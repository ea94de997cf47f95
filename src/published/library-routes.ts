import { Router } from 'express'
import type { House } from '../house.js'
import { directoryOf } from '../groups/directory.js'
import type { Brought } from '../room.js'
import { show } from '../web/show.js'
import { browsePage, libraryPage } from './library-page.js'

/** The library: every work to look through, and its shelves. */
export function libraryRoutes({ db, baseUrl }: House, brought: Brought): Router {
  const directory = directoryOf(brought.searchables)
  const routes = Router()

  routes.get('/published', async (req, res) => {
    show(res, 'published/index', await libraryPage(db, directory, req, baseUrl))
  })

  routes.get('/published/browse', async (_req, res) => {
    show(res, 'published/browse', await browsePage(db, baseUrl))
  })

  return routes
}
