import { type Response, Router } from 'express'
import { inOne } from '../../database.js'
import { allow, NotFound } from '../../errors.js'
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
import type { Ending } from '../tables.js'
import { agreeToEnding, askForEnding, openEnding, stopEnding } from './endings.js'
import {
  everybodyInNetwork,
  mayAgreeToEndOfNetwork,
  mayAskForEndOfNetwork,
  networkEndingPage,
  secondsOfNetwork,
} from './of-network.js'

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
    const wanted = { of: 'network', ofId: network.id, networkId: network.id, choice: '', because } as const
    const seconds = await secondsOfNetwork(db, person, network)
    await inOne(db, trx => askForEnding(trx, wanted, person, seconds))
    await tell(db, res, 'A second person is asked whether they agree.')
    res.redirect(303, `/networks/${network.id}/deletion`)
  })

  routes.post('/networks/:network/deletion/agreement', async (req, res) => {
    const { person, network } = await found(res, req.params.network)
    const ending = await asked(network)
    allow(await mayAgreeToEndOfNetwork(db, person, network, ending), twoPeople)
    const told = await everybodyInNetwork(db, network.id)
    await inOne(db, trx => agreeToEnding(trx, ending, person, told))
    await tell(db, res, 'Everybody in the network is told. It waits for a fortnight, and can be stopped until then.')
    res.redirect(303, `/networks/${network.id}/deletion`)
  })

  routes.post('/networks/:network/deletion/stop', async (req, res) => {
    const { person, network } = await found(res, req.params.network)
    allow(mayAskForEndOfNetwork(person, network), twoPeople)
    const ending = await asked(network)
    await inOne(db, trx => stopEnding(trx, ending, person))
    await tell(db, res, 'It is stopped. The network stays as it is.')
    res.redirect(303, `/networks/${network.id}`)
  })

  async function found(res: Response, id: string): Promise<{ person: Reader; network: Network }> {
    const person = signedIn(res)
    const network = await findNetwork(db, person, id)
    if (!mayAskForEndOfNetwork(person, network) && !(await openEnding(db, 'network', network.id)))
      throw new NotFound('page')
    return { person, network }
  }

  async function asked(network: Network): Promise<Ending> {
    const ending = await openEnding(db, 'network', network.id)
    if (!ending) throw new NotFound('page')
    return ending
  }

  return routes
}
