import { Router } from 'express'
import { inOne } from '../../database.js'
import type { House } from '../../house.js'
import { tell } from '../../people/sessions.js'
import { show } from '../../web/show.js'
import { crumbsOf, headOf, stageAddress } from '../head.js'
import { enquiryToWrite } from '../writing-stages.js'
import { removable, type Removable, takeOut } from './recording.js'
import { findRemovable } from './records.js'

/** What was recorded in a stage is taken out of it again. */
export function takingOutRoutes({ db }: House): Router {
  const routes = Router()

  routes.get('/groups/:group/:what/:id/taking-out', async (req, res, next) => {
    const { what, id } = req.params
    if (!isRemovable(what)) return next()
    const { enquiry } = await enquiryToWrite(db, req, res)
    const words = await findRemovable(db, enquiry, what, id)
    show(res, 'enquiries/confirm', {
      title: 'Take this out',
      breadcrumbs: crumbsOf(enquiry),
      head: headOf(enquiry, `stage ${removable[what].stage}`),
      confirm: {
        heading: 'Take this out of the stage',
        what: [`“${words}” disappears from the stage.`, 'The group’s history says that it was taken out, and by whom.'],
        undo: 'You can write it in again.',
        address: req.path,
        button: 'Take it out',
        cancel: { href: `${stageAddress(enquiry, removable[what].stage)}#${what}`, text: 'Leave it in' },
      },
    })
  })

  routes.post('/groups/:group/:what/:id/taking-out', async (req, res, next) => {
    const { what, id } = req.params
    if (!isRemovable(what)) return next()
    const { person, enquiry } = await enquiryToWrite(db, req, res)
    await inOne(db, trx => takeOut(trx, enquiry, person, what, id))
    await tell(db, res, 'It is taken out.')
    res.redirect(303, `${stageAddress(enquiry, removable[what].stage)}#${what}`)
  })

  return routes
}

function isRemovable(what: string): what is Removable {
  return Object.hasOwn(removable, what)
}
