import { Router } from 'express'
import { inOne } from '../../database.js'
import { allow } from '../../errors.js'
import type { House } from '../../house.js'
import { tell } from '../../people/sessions.js'
import { type Stage, stageNamed } from '../../stages.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { stageAsked } from '../asked.js'
import type { Enquiry } from '../enquiry.js'
import { crumbsOf, headOf, stageAddress } from '../head.js'
import { mayShareStages } from '../permissions.js'
import { shareStage, unshareStage } from './sharing-stages.js'

/** Whether the network may read a stage. */
export function stageSharingRoutes({ db }: House): Router {
  const routes = Router()

  routes.get('/groups/:group/stages/:stage/sharing', async (req, res) => {
    const { enquiry, stage } = await stageAsked(db, signedIn(res), req)
    allow(mayShareStages(enquiry))
    const { name } = stageNamed(stage)
    show(res, 'enquiries/confirm', {
      ...confirmPage(enquiry, stage, `Share ${name}`),
      confirm: {
        heading: `Share ${name} with the network`,
        what: [
          'What the group has written in this stage can be read, and goes on being shared as it grows.',
          'Readers may comment and challenge. Evidence, claims and actions keep their own audience.',
        ],
        who: [
          'The network leaders, and the co-leader of the group’s theme',
          'The headteachers of the schools that take part',
          'The facilitators whom the group has invited',
        ],
        undo: 'You can take it back at any time; then only the group reads it again.',
        address: req.originalUrl,
        button: `Share ${name}`,
        cancel: { href: stageAddress(enquiry, stage), text: 'Not now' },
      },
    })
  })

  routes.post('/groups/:group/stages/:stage/sharing', async (req, res) => {
    const person = signedIn(res)
    const { enquiry, stage } = await stageAsked(db, person, req)
    allow(mayShareStages(enquiry))
    await inOne(db, trx => shareStage(trx, enquiry, person, stage))
    await tell(db, res, `${stageNamed(stage).name} is shared with the network.`)
    res.redirect(303, stageAddress(enquiry, stage))
  })

  routes.get('/groups/:group/stages/:stage/taking-back', async (req, res) => {
    const { enquiry, stage } = await stageAsked(db, signedIn(res), req)
    allow(mayShareStages(enquiry))
    const { name } = stageNamed(stage)
    show(res, 'enquiries/confirm', {
      ...confirmPage(enquiry, stage, `Take ${name} back`),
      confirm: {
        heading: `Take ${name} back from the network`,
        what: ['From now on only the group reads what is written here.', 'What readers said about it stays.'],
        undo: 'You can share it again at any time.',
        address: req.originalUrl,
        button: `Take ${name} back`,
        cancel: { href: stageAddress(enquiry, stage), text: 'Leave it shared' },
      },
    })
  })

  routes.post('/groups/:group/stages/:stage/taking-back', async (req, res) => {
    const person = signedIn(res)
    const { enquiry, stage } = await stageAsked(db, person, req)
    allow(mayShareStages(enquiry))
    await inOne(db, trx => unshareStage(trx, enquiry, person, stage))
    await tell(db, res, `Only the group reads ${stageNamed(stage).name} now.`)
    res.redirect(303, stageAddress(enquiry, stage))
  })

  return routes
}

function confirmPage(enquiry: Enquiry, stage: Stage, title: string) {
  const crumb = { href: stageAddress(enquiry, stage), text: stageNamed(stage).name }
  return { title, breadcrumbs: crumbsOf(enquiry, crumb), head: headOf(enquiry, `stage ${stage}`) }
}
