import { Router } from 'express'
import type { House } from '../../house.js'
import { handedToPage } from '../../people/handing-to-pages.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { findEnquiry } from '../enquiry.js'
import { peoplePage } from './people-page.js'

/** Who is in the group, from which school, and how others come in. */
export function peopleRoutes(house: House): Router {
  const { db } = house
  const routes = Router()

  routes.get('/groups/:group/people', async (req, res) => {
    const person = signedIn(res)
    const enquiry = await findEnquiry(db, person, req.params.group)
    const sent = await handedToPage<{ name: string; link: string; mailed: boolean }>(db, res)
    show(res, 'enquiries/people', { ...(await peoplePage(house, person, enquiry)), sent })
  })

  return routes
}
