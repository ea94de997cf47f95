import { type Response, Router } from 'express'
import { inOne } from '../../database.js'
import { allow, NotFound } from '../../errors.js'
import {
  agreeToGraveAct,
  askForGraveAct,
  openGraveAct,
  stopGraveAct,
  waitingGraveAct,
} from '../../grave-acts/grave-acts.js'
import type { House } from '../../house.js'
import type { Reader } from '../../names/reader.js'
import { findNetwork } from '../../networks/networks.js'
import type { Network } from '../../networks/tables.js'
import { tell } from '../../people/sessions.js'
import type { Brought } from '../../room.js'
import { formOf, read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { ReasonForm } from '../forms.js'
import { endings } from './kinds.js'
import { mayAskForEndOfNetwork, networkEndingPage } from './of-network.js'

const twoPeople = 'A whole network is erased when an administrator of the site and a network leader both want it.'

/** A whole network is erased: an administrator and a leader of it, a fortnight, and everybody is told. */
export function networkEndingRoutes(house: House, brought: Brought): Router {
  const routes = Router()
  const { db } = house

  routes.get('/networks/:network/deletion', async (req, res) => {
    const { person, network } = await found(res, req.params.network)
    show(res, 'keeping/ending', await networkEndingPage(house, brought, person, network, formOf()))
  })

  routes.post('/networks/:network/deletion', async (req, res) => {
    const { person, network } = await found(res, req.params.network)
    allow(mayAskForEndOfNetwork(person, network), twoPeople)
    const reading = read(ReasonForm, req.body)
    if (!reading.ok)
      return show(
        res.status(422),
        'keeping/ending',
        await networkEndingPage(house, brought, person, network, reading.form),
      )
    const { because } = reading.values
    const wanted = { ofId: network.id, networkId: network.id, because }
    await inOne(db, trx => askForGraveAct(trx, endings.network, wanted, person))
    await tell(db, res, 'A second person is asked whether they agree.')
    res.redirect(303, `/networks/${network.id}/deletion`)
  })

  routes.post('/networks/:network/deletion/agreement', async (req, res) => {
    const { person, network } = await found(res, req.params.network)
    const ending = await waitingGraveAct(db, endings.network, network.id)
    await inOne(db, trx => agreeToGraveAct(trx, endings.network, ending, person, twoPeople))
    await tell(db, res, 'Everybody in the network is told. It waits for a fortnight, and can be stopped until then.')
    res.redirect(303, `/networks/${network.id}/deletion`)
  })

  routes.post('/networks/:network/deletion/stop', async (req, res) => {
    const { person, network } = await found(res, req.params.network)
    allow(mayAskForEndOfNetwork(person, network), twoPeople)
    const ending = await waitingGraveAct(db, endings.network, network.id)
    await inOne(db, trx => stopGraveAct(trx, endings.network, ending, person))
    await tell(db, res, 'It is stopped. The network stays as it is.')
    res.redirect(303, `/networks/${network.id}`)
  })

  async function found(res: Response, id: string): Promise<{ person: Reader; network: Network }> {
    const person = signedIn(res)
    const network = await findNetwork(db, person, id)
    if (!mayAskForEndOfNetwork(person, network) && !(await openGraveAct(db, endings.network, network.id)))
      throw new NotFound('page')
    return { person, network }
  }

  return routes
}
