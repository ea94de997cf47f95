import { type Response, Router } from 'express'
import { inOne } from '../../database.js'
import { allow, NotFound } from '../../errors.js'
import { findGroup, type FoundGroup } from '../../groups/group.js'
import {
  agreeToGraveAct,
  askForGraveAct,
  openGraveAct,
  stopGraveAct,
  waitingGraveAct,
} from '../../grave-acts/grave-acts.js'
import type { House } from '../../house.js'
import type { Reader } from '../../names/reader.js'
import { tell } from '../../people/sessions.js'
import type { Brought } from '../../room.js'
import { formOf, read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { ReasonForm } from '../forms.js'
import { endings } from './kinds.js'
import { groupEndingPage } from './group-page.js'
import { mayAskForEndOfGroup } from './of-group.js'

const twoPeople = 'A whole group is erased when its lead learner and a network leader both want it.'

/** A whole group is erased: one asks, another agrees, everybody is told, and it waits for a day. */
export function groupEndingRoutes(house: House, brought: Brought): Router {
  const routes = Router()
  const { db } = house

  routes.get('/groups/:group/deletion', async (req, res) => {
    const { person, group } = await found(res, req.params.group)
    show(res, 'keeping/ending', await groupEndingPage(house, brought, person, group, formOf()))
  })

  routes.post('/groups/:group/deletion', async (req, res) => {
    const { person, group } = await found(res, req.params.group)
    allow(mayAskForEndOfGroup(group), twoPeople)
    const reading = read(ReasonForm, req.body)
    if (!reading.ok)
      return show(res.status(422), 'keeping/ending', await groupEndingPage(house, brought, person, group, reading.form))
    const { because } = reading.values
    const wanted = { ofId: group.id, networkId: group.networkId, because }
    await inOne(db, trx => askForGraveAct(trx, endings.group, wanted, person))
    await tell(db, res, 'A second person is asked whether they agree.')
    res.redirect(303, `/groups/${group.id}/deletion`)
  })

  routes.post('/groups/:group/deletion/agreement', async (req, res) => {
    const { person, group } = await found(res, req.params.group)
    const ending = await waitingGraveAct(db, endings.group, group.id)
    await inOne(db, trx => agreeToGraveAct(trx, endings.group, ending, person, twoPeople))
    await tell(db, res, 'Everybody in the group is told. It waits for a day, and can be stopped until then.')
    res.redirect(303, `/groups/${group.id}/deletion`)
  })

  routes.post('/groups/:group/deletion/stop', async (req, res) => {
    const { person, group } = await found(res, req.params.group)
    allow(mayAskForEndOfGroup(group), twoPeople)
    const ending = await waitingGraveAct(db, endings.group, group.id)
    await inOne(db, trx => stopGraveAct(trx, endings.group, ending, person))
    await tell(db, res, 'It is stopped. The group stays as it is.')
    res.redirect(303, `/groups/${group.id}`)
  })

  async function found(res: Response, id: string): Promise<{ person: Reader; group: FoundGroup }> {
    const person = signedIn(res)
    const group = await findGroup(db, person, id)
    const open = await openGraveAct(db, endings.group, group.id)
    if (!mayAskForEndOfGroup(group) && !(open && group.standing.member)) throw new NotFound('page')
    return { person, group }
  }

  return routes
}
