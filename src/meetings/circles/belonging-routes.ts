import { Router } from 'express'
import { inOne } from '../../database.js'
import { allow, NotFound } from '../../errors.js'
import type { House } from '../../house.js'
import { tell } from '../../people/sessions.js'
import { queried } from '../../web/page-of.js'
import { read, wellRead } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import '../pages.js'
import { isInCircle, mayChangeCircle, mayJoinCircle, mayLeaveCircle } from '../permissions.js'
import { comeIntoCircle, leaveCircle } from './belonging.js'
import { findCircle } from './circles.js'
import { InviteSeveralForm } from './forms.js'
import { mayBeInvited, membersOf } from './members.js'
import { circlePeoplePage } from './people-page.js'

/** Who is in a circle: by a role, invited, or by joining. */
export function belongingRoutes({ db }: House): Router {
  const routes = Router()
  const at = '/circles/:circle/people' as const

  routes.get(at, async (req, res) => {
    const found = await findCircle(db, signedIn(res), req.params.circle)
    allow(mayChangeCircle(found) && found.circle.groupId === null, 'Chair and note-taker invite to the circle.')
    show(res, 'meetings/circle-people', await circlePeoplePage(db, req, found, queried(req, 'find')))
  })

  routes.post(at, async (req, res) => {
    const found = await findCircle(db, signedIn(res), req.params.circle)
    const { person, circle, network } = found
    allow(mayChangeCircle(found) && circle.groupId === null, 'Chair and note-taker invite to the circle.')
    const { person: invited } = wellRead(read(InviteSeveralForm, req.body))
    for (const one of invited) if (!(await mayBeInvited(db, network.id, one))) throw new NotFound('person')
    await inOne(db, async trx => {
      for (const one of invited) await comeIntoCircle(trx, circle, person, one, 'invited')
    })
    await tell(db, res, invited.length > 0 ? 'They are in the circle.' : 'Nobody was ticked, so nobody was invited.')
    res.redirect(303, `${found.address}/people`)
  })

  routes.post(`${at}/:person/removal`, async (req, res) => {
    const found = await findCircle(db, signedIn(res), req.params.circle)
    const { person, circle } = found
    allow(mayChangeCircle(found) && circle.groupId === null, 'Chair and note-taker look after the circle.')
    const members = (await membersOf(db, [circle.id])).get(circle.id)!
    if (!members.some(one => one.id === req.params.person)) throw new NotFound('person')
    await inOne(db, trx => leaveCircle(trx, circle, person, req.params.person))
    await tell(db, res, 'They are out of the circle. What they wrote stays.')
    res.redirect(303, `${found.address}/people`)
  })

  routes.post('/circles/:circle/joining', async (req, res) => {
    const found = await findCircle(db, signedIn(res), req.params.circle)
    const { person, circle, reach } = found
    if (isInCircle(reach, circle)) return res.redirect(303, found.address)
    allow(mayJoinCircle(found), 'Chair and note-taker invite to this circle.')
    await inOne(db, trx => comeIntoCircle(trx, circle, person, person.id, 'joined'))
    await tell(db, res, `You are in “${circle.name}”.`)
    res.redirect(303, found.address)
  })

  routes.post('/circles/:circle/leaving', async (req, res) => {
    const found = await findCircle(db, signedIn(res), req.params.circle)
    const { person, circle, network } = found
    allow(mayLeaveCircle(found))
    await inOne(db, trx => leaveCircle(trx, circle, person, person.id))
    await tell(db, res, `You have left “${circle.name}”. What you wrote stays.`)
    res.redirect(303, person.works(network.id) ? found.address : '/')
  })

  return routes
}
