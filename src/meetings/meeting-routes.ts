import { Router } from 'express'
import type { House } from '../house.js'
import type { Brought } from '../room.js'
import { show } from '../web/show.js'
import { signedIn } from '../web/signed-in.js'
import { meetingPage } from './meeting-page.js'
import { findMeeting } from './meetings.js'
import './pages.js'

/** A meeting, as everybody who may know of it reads it. */
export function meetingRoutes({ db }: House, brought: Pick<Brought, 'inTheYear' | 'searchables'>): Router {
  const routes = Router()

  routes.get('/meetings/:meeting', async (req, res) => {
    const found = await findMeeting(db, signedIn(res), req.params.meeting)
    show(res, 'meetings/show', await meetingPage(db, found, brought))
  })

  return routes
}
