import { Router } from 'express'
import { z } from 'zod'
import { findEnquiry } from '../../enquiries/enquiry.js'
import type { House } from '../../house.js'
import { read, wellRead } from '../../web/read.js'
import { signedIn } from '../../web/signed-in.js'
import { withQuery } from './in-list.js'
import { showAs } from './shown-as.js'

const ShownAsForm = z.object({ as: z.enum(['wall', 'list']) })

/** Each person looks at evidence as a wall or as a dense list. */
export function shownAsRoutes({ db }: House): Router {
  const routes = Router()

  routes.post('/groups/:group/evidence/shown-as', async (req, res) => {
    const person = signedIn(res)
    const { groupId } = await findEnquiry(db, person, req.params.group)
    const { as } = wellRead(read(ShownAsForm, req.body))
    await showAs(db, person, as)
    const list = new URLSearchParams(req.url.split('?')[1] ?? '').toString()
    res.redirect(303, withQuery(`/groups/${groupId}/evidence`, list))
  })

  return routes
}
