import { type Response, Router } from 'express'
import { inOne } from '../../database.js'
import { sendZip } from '../../copies/zipping.js'
import { allow, BadInput, NotFound } from '../../errors.js'
import { record } from '../../facts/facts.js'
import {
  agreeToGraveAct,
  askForGraveAct,
  openGraveAct,
  stopGraveAct,
  waitingGraveAct,
} from '../../grave-acts/grave-acts.js'
import type { House } from '../../house.js'
import { findNetwork } from '../../networks/networks.js'
import { findSchool } from '../../networks/schools/schools.js'
import { tell } from '../../people/sessions.js'
import { takeTurns } from '../../web/limits/taking-turns.js'
import { now } from '../../web/now.js'
import { formOf, read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { ReasonForm } from '../forms.js'
import { endings } from './kinds.js'
import { addressOfParting, mayAskForParting, mayTakeDataOut, schoolEndingPage } from './of-school.js'
import { schoolCopy } from './school-copy.js'

const twoPeople = 'A school takes its data away when its head and a network leader both want it.'

const inTurn = takeTurns({
  atOnce: 1,
  waiting: 4,
  full: () => new BadInput('Several copies are being made just now. Please fetch this one again in a minute.', 503),
})

/** A school leaves and takes its data out and away: its head and a network leader, a week, and its people are told. */
export function schoolEndingRoutes(house: House): Router {
  const routes = Router()
  const { db, log } = house

  routes.get('/networks/:network/schools/:school/parting', async (req, res) => {
    const { person, network, school } = await found(res, req.params)
    show(res, 'keeping/ending', await schoolEndingPage(db, person, network, school, formOf()))
  })

  routes.post('/networks/:network/schools/:school/parting', async (req, res) => {
    const { person, network, school } = await found(res, req.params)
    allow(mayAskForParting(person, school), twoPeople)
    const reading = read(ReasonForm, req.body)
    if (!reading.ok)
      return show(res.status(422), 'keeping/ending', await schoolEndingPage(db, person, network, school, reading.form))
    const { because } = reading.values
    const wanted = { ofId: school.id, networkId: network.id, because }
    await inOne(db, trx => askForGraveAct(trx, endings.school, wanted, person))
    await tell(db, res, 'A second person is asked whether they agree.')
    res.redirect(303, addressOfParting(school))
  })

  routes.post('/networks/:network/schools/:school/parting/agreement', async (req, res) => {
    const { person, school } = await found(res, req.params)
    const ending = await waitingGraveAct(db, endings.school, school.id)
    await inOne(db, trx => agreeToGraveAct(trx, endings.school, ending, person, twoPeople))
    await tell(db, res, 'Its people are told. It waits for a week, and can be stopped until then.')
    res.redirect(303, addressOfParting(school))
  })

  routes.post('/networks/:network/schools/:school/parting/stop', async (req, res) => {
    const { person, school } = await found(res, req.params)
    allow(mayAskForParting(person, school), twoPeople)
    const ending = await waitingGraveAct(db, endings.school, school.id)
    await inOne(db, trx => stopGraveAct(trx, endings.school, ending, person))
    await tell(db, res, 'It is stopped. The school stays, with all that it brought.')
    res.redirect(303, `/networks/${school.networkId}/schools/${school.id}`)
  })

  routes.post('/networks/:network/schools/:school/parting/copy', async (req, res) => {
    const { person, network, school } = await found(res, req.params)
    allow(mayTakeDataOut(person, school), 'The head and the data lead of the school take its data out.')
    await inOne(db, trx =>
      record(trx, {
        kind: 'data of a school taken out',
        by: person,
        networkId: network.id,
        aboutKind: 'school',
        aboutId: school.id,
      }),
    )
    await inTurn(async () => {
      res.attachment(`${school.id}.zip`)
      await sendZip(res, log, schoolCopy(house, school, now()))
    })
  })

  async function found(res: Response, at: { network: string; school: string }) {
    const person = signedIn(res)
    const network = await findNetwork(db, person, at.network)
    const school = await findSchool(db, network, at.school)
    const open = await openGraveAct(db, endings.school, school.id)
    if (!mayAskForParting(person, school) && !mayTakeDataOut(person, school) && !(open && person.worksAt(school.id)))
      throw new NotFound('page')
    return { person, network, school }
  }

  return routes
}
