import { Router } from 'express'
import { whoReads } from '../claims/who-reads.js'
import { type Db, inOne } from '../database.js'
import { crumbsOf } from '../enquiries/head.js'
import { allow } from '../errors.js'
import type { House } from '../house.js'
import type { Reader } from '../names/reader.js'
import { tell } from '../people/sessions.js'
import { show } from '../web/show.js'
import { signedIn } from '../web/signed-in.js'
import { actionToChange } from './action-routes.js'
import { findAction, findActionEvenRemoved, type FoundAction } from './actions.js'
import { actionsCrumb } from './list-routes.js'
import { mayAgreeActions, mayShareActions } from './permissions.js'
import {
  bringBackAction,
  completeAction,
  removeAction,
  shareAction,
  takeBackAction,
  takeUpActionAgain,
} from './settling.js'

/** Completing an action, sharing it beyond the group, and removing it. */
export function settlingRoutes({ db }: House): Router {
  const routes = Router()

  routes.post('/actions/:action/completion', async (req, res) => {
    const person = signedIn(res)
    const action = await actionToChange(db, person, req.params.action)
    await inOne(db, trx => completeAction(trx, action, person))
    await tell(db, res, `A${action.number} is completed. Now say what difference it made in each school.`)
    res.redirect(303, `/actions/${action.id}`)
  })

  routes.post('/actions/:action/completion/end', async (req, res) => {
    const person = signedIn(res)
    const action = await actionToChange(db, person, req.params.action)
    await inOne(db, trx => takeUpActionAgain(trx, action, person))
    await tell(db, res, `A${action.number} is under way again.`)
    res.redirect(303, `/actions/${action.id}`)
  })

  routes.get('/actions/:action/sharing', async (req, res) => {
    const action = await actionToShare(db, signedIn(res), req.params.action)
    show(res, 'actions/confirm', {
      ...placeOf(action, `Share action A${action.number}`),
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

  routes.get('/actions/:action/removal', async (req, res) => {
    const action = await actionToChange(db, signedIn(res), req.params.action)
    show(res, 'actions/confirm', {
      ...placeOf(action, `Remove action A${action.number}`),
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

async function actionToShare(db: Db, person: Reader, id: string): Promise<FoundAction> {
  const action = await findAction(db, person, id)
  allow(mayShareActions(action.enquiry))
  return action
}

function placeOf(action: FoundAction, title: string) {
  const crumb = { href: `/actions/${action.id}`, text: `A${action.number}` }
  return { title, breadcrumbs: crumbsOf(action.enquiry, actionsCrumb(action), crumb) }
}
