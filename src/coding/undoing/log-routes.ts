import { Router } from 'express'
import type { House } from '../../house.js'
import { pageNumber, pageOf } from '../../web/page-of.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { findCodingGroup } from '../codebook/book.js'
import { aroundCoding, codesCrumb } from '../around-coding.js'
import { logOf } from './log.js'
import { stepsShown } from './undo-bar.js'
import { waysOf } from '../ways.js'

const size = 50

/** Every step of a group's coding, who did it and when. */
export function logRoutes({ db }: House): Router {
  const routes = Router()

  routes.get('/groups/:group/coding/history', async (req, res) => {
    const person = signedIn(res)
    const enquiry = await findCodingGroup(db, person, req.params.group)
    const here = `/groups/${enquiry.groupId}/coding/history`
    const offset = (pageNumber(req) - 1) * size
    const { steps, total } = await logOf(db, person, enquiry, { limit: size, offset })
    show(res, 'coding/history', {
      title: 'Steps of our coding',
      ...aroundCoding(enquiry, codesCrumb(enquiry)),
      ways: waysOf(enquiry, here),
      page: pageOf(req, steps, total, size),
      steps: await stepsShown(db, person, enquiry, here),
    })
  })

  return routes
}
