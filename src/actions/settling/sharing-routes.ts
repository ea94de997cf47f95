import { headOf } from '../../enquiries/head.js'
import { Router } from 'express'
import { whoReads } from '../../claims/who-reads.js'
import { type Db, inOne } from '../../database.js'
import { allow } from '../../errors.js'
import type { House } from '../../house.js'
import type { Reader } from '../../names/reader.js'
import { tell } from '../../people/sessions.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { findAction, type FoundAction } from '../actions.js'
import { crumbsBeneathAction } from '../addresses.js'
import { mayShareActions } from '../permissions.js'
import { shareAction, takeBackAction } from './settling.js'

/** An action is shared beyond the group, and taken back. */
export function sharingRoutes({ db }: House): Router {
  const routes = Router()

  routes.get('/actions/:action/sharing', async (req, res) => {
    const action = await actionToShare(db, signedIn(res), req.params.action)
    show(res, 'actions/confirm', {
      title: `Share action A${action.number}`,
      breadcrumbs: crumbsBeneathAction(action),
      head: headOf(action.enquiry, 'actions'),
      confirm: {
        heading: `Share action A${action.number}`,
        what: [
          'What you tried, how each school made it its own, what happened there, and the effects you judge can be read outside the group.',
          'Measures are shown only where at least five pupils stand behind the number.',
          'Linked evidence is shown only to those with whom each piece is shared already. Nothing more of it is shared now.',
        ],
        who: await whoReads(db, action.enquiry),
        undo: 'You can take the action back into the group at any time. Those who have read it have read it.',
        address: `/actions/${action.id}/sharing`,
        button: 'Share the action',
        cancel: { href: `/actions/${action.id}`, text: 'Keep it in the group' },
      },
    })
  })

  routes.post('/actions/:action/sharing', async (req, res) => {
    const person = signedIn(res)
    const action = await actionToShare(db, person, req.params.action)
    await inOne(db, trx => shareAction(trx, action, person))
    await tell(db, res, `A${action.number} is shared.`)
    res.redirect(303, `/actions/${action.id}`)
  })

  routes.post('/actions/:action/sharing/end', async (req, res) => {
    const person = signedIn(res)
    const action = await actionToShare(db, person, req.params.action)
    await inOne(db, trx => takeBackAction(trx, action, person))
    await tell(db, res, `A${action.number} is the group’s alone again.`)
    res.redirect(303, `/actions/${action.id}`)
  })

  return routes
}

async function actionToShare(db: Db, person: Reader, id: string): Promise<FoundAction> {
  const action = await findAction(db, person, id)
  allow(mayShareActions(action.enquiry))
  return action
}
