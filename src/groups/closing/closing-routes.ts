import { Router } from 'express'
import { inOne } from '../../database.js'
import { allow } from '../../errors.js'
import type { House } from '../../house.js'
import { tell } from '../../people/sessions.js'
import type { Brought } from '../../room.js'
import { formOf, read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { ReasonForm } from '../forms.js'
import { findGroup } from '../group.js'
import { mayCloseGroup, mayReopenGroup } from '../permissions.js'
import { closeGroup, reopenGroup } from './closing.js'
import { closingPage, reopeningPage } from './closing-pages.js'

/** A group is closed with a reason, and opened again. */
export function closingRoutes({ db }: House, { headOfGroup }: Pick<Brought, 'headOfGroup'>): Router {
  const routes = Router()

  routes.get('/groups/:group/closing', async (req, res) => {
    const person = signedIn(res)
    const group = await findGroup(db, person, req.params.group)
    allow(mayCloseGroup(group))
    show(res, 'groups/confirm', {
      ...closingPage(group, formOf()),
      head: await headOfGroup(db, person, group.id, 'closing'),
    })
  })

  routes.post('/groups/:group/closing', async (req, res) => {
    const person = signedIn(res)
    const group = await findGroup(db, person, req.params.group)
    allow(mayCloseGroup(group))
    const reading = read(ReasonForm, req.body)
    if (!reading.ok)
      return show(res.status(422), 'groups/confirm', {
        ...closingPage(group, reading.form),
        head: await headOfGroup(db, person, group.id, 'closing'),
      })
    await inOne(db, trx => closeGroup(trx, group, person, reading.values.because))
    await tell(db, res, 'The group is closed. Everything it found stays to be read.')
    res.redirect(303, `/groups/${group.id}`)
  })

  routes.get('/groups/:group/reopening', async (req, res) => {
    const person = signedIn(res)
    const group = await findGroup(db, person, req.params.group)
    allow(mayReopenGroup(group))
    show(res, 'groups/confirm', {
      ...reopeningPage(group, formOf()),
      head: await headOfGroup(db, person, group.id, 'reopening'),
    })
  })

  routes.post('/groups/:group/reopening', async (req, res) => {
    const person = signedIn(res)
    const group = await findGroup(db, person, req.params.group)
    allow(mayReopenGroup(group))
    const reading = read(ReasonForm, req.body)
    if (!reading.ok)
      return show(res.status(422), 'groups/confirm', {
        ...reopeningPage(group, reading.form),
        head: await headOfGroup(db, person, group.id, 'reopening'),
      })
    await inOne(db, trx => reopenGroup(trx, group, person, reading.values.because))
    await tell(db, res, 'The group is open again.')
    res.redirect(303, `/groups/${group.id}`)
  })

  return routes
}
