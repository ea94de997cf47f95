import { headOf } from '../../enquiries/head.js'
import { Router } from 'express'
import { inOne } from '../../database.js'
import { allow } from '../../errors.js'
import type { House } from '../../house.js'
import { tell } from '../../people/sessions.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { findActionEvenRemoved } from '../actions.js'
import { crumbsBeneathAction } from '../addresses.js'
import { actionToChange } from '../action-to-change.js'
import { mayAgreeActions } from '../permissions.js'
import { bringBackAction, removeAction } from './settling.js'

/** An action is removed from the list, and brought back. */
export function removalRoutes({ db }: House): Router {
  const routes = Router()

  routes.get('/actions/:action/removal', async (req, res) => {
    const action = await actionToChange(db, signedIn(res), req.params.action)
    show(res, 'actions/confirm', {
      title: `Remove action A${action.number}`,
      breadcrumbs: crumbsBeneathAction(action),
      head: headOf(action.enquiry, 'actions'),
      confirm: {
        heading: `Remove action A${action.number}`,
        what: [
          'It leaves the list of actions, the evaluation and the write-up, with what each school wrote about it.',
          'An action that was tried and did not work is worth keeping: it tells colleagues what to expect.',
        ],
        undo: 'It stands under the list of actions as removed, and anybody in the group can bring it back.',
        address: `/actions/${action.id}/removal`,
        button: 'Remove the action',
        danger: true,
        cancel: { href: `/actions/${action.id}`, text: 'Keep it' },
      },
    })
  })

  routes.post('/actions/:action/removal', async (req, res) => {
    const person = signedIn(res)
    const action = await actionToChange(db, person, req.params.action)
    await inOne(db, trx => removeAction(trx, action, person))
    await tell(db, res, `A${action.number} is removed.`)
    res.redirect(303, `/groups/${action.groupId}/actions`)
  })

  routes.post('/actions/:action/removal/end', async (req, res) => {
    const person = signedIn(res)
    const action = await findActionEvenRemoved(db, person, req.params.action)
    allow(mayAgreeActions(action.enquiry))
    await inOne(db, trx => bringBackAction(trx, action, person))
    await tell(db, res, `A${action.number} is back.`)
    res.redirect(303, `/actions/${action.id}`)
  })

  return routes
}
