import { Router } from 'express'
import { inOne } from '../database.js'
import { allow } from '../errors.js'
import type { House } from '../house.js'
import { tell } from '../people/sessions.js'
import type { Brought } from '../room.js'
import { show } from '../web/show.js'
import { signedIn } from '../web/signed-in.js'
import { crumbsOfGroup } from './crumbs.js'
import { findGroup } from './group.js'
import { leaveGroup } from './leaving.js'
import { mayLeave } from './permissions.js'

const handOverFirst = 'You lead this group. Hand it over to a volunteer first, or close it.'

/** Somebody leaves a group, after what other rooms say should be settled first. */
export function leavingRoutes(
  { db }: House,
  { headOfGroup, beforeLeaving }: Pick<Brought, 'headOfGroup' | 'beforeLeaving'>,
): Router {
  const routes = Router()

  routes.get('/groups/:group/leaving', async (req, res) => {
    const person = signedIn(res)
    const group = await findGroup(db, person, req.params.group)
    allow(mayLeave(group), group.standing.lead ? handOverFirst : undefined)
    const notes = await Promise.all(beforeLeaving.map(notesFor => notesFor(db, person, group.id)))
    show(res, 'groups/confirm', {
      title: `Leave ${group.name}`,
      breadcrumbs: crumbsOfGroup(group),
      head: await headOfGroup(db, person, group.id, 'leaving'),
      confirm: {
        heading: `Leave ${group.name}`,
        what: [
          'What you logged and wrote for the group stays with it, under your name.',
          'Your own drafts that were never shared stay yours.',
          'You stop seeing the group’s pages at once.',
        ],
        first: notes.flat(),
        undo: 'You can volunteer again as long as the group is open.',
        address: req.path,
        button: 'Leave the group',
        cancel: { href: `/groups/${group.id}/people`, text: 'Stay' },
      },
    })
  })

  routes.post('/groups/:group/leaving', async (req, res) => {
    const person = signedIn(res)
    const group = await findGroup(db, person, req.params.group)
    allow(mayLeave(group), group.standing.lead ? handOverFirst : undefined)
    await inOne(db, trx => leaveGroup(trx, group, person))
    await tell(db, res, `You have left ${group.name}. Thank you for what you brought to it.`)
    res.redirect(303, '/groups')
  })

  return routes
}
