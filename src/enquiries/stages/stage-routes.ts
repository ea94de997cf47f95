import { Router } from 'express'
import type { House } from '../../house.js'
import { stageNamed } from '../../stages.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { stageAsked } from '../asked.js'
import { takeComment } from '../comments/commenting.js'
import { aboutStages } from '../searching/stages.js'
import { stageAddress } from '../head.js'
import { stagePage } from './stage-page.js'
import type { StagePart } from './stage-parts.js'

/** A stage to be read and written, and what is said about it. */
export function stageRoutes({ db }: House, parts: StagePart[]): Router {
  const routes = Router()

  routes.get('/groups/:group/stages/:stage', async (req, res) => {
    const person = signedIn(res)
    const { enquiry, stage } = await stageAsked(db, person, req)
    show(res, 'enquiries/stage', await stagePage(db, person, enquiry, stage, parts))
  })

  routes.post('/groups/:group/stages/:stage/comments', async (req, res) => {
    const person = signedIn(res)
    const { enquiry, stage } = await stageAsked(db, person, req)
    await takeComment(db, req, res, {
      enquiry,
      thing: { aboutKind: 'stage', aboutId: `${enquiry.id}.${stage}`, name: stageNamed(stage).name },
      finder: aboutStages,
      page: stageAddress(enquiry, stage),
      again: async comment =>
        show(res, 'enquiries/stage', await stagePage(db, person, enquiry, stage, parts, { comment })),
    })
  })

  return routes
}
