import { Router } from 'express'
import { inOne } from '../../database.js'
import { allow } from '../../errors.js'
import type { House } from '../../house.js'
import { askEverybody, askNoLonger, asksEverybody, everybodyIn } from '../../people/second-step/networks-that-ask.js'
import { tell } from '../../people/sessions.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { networkHead } from '../head.js'
import { findNetwork } from '../networks.js'
import { mayChangeSettings } from '../permissions.js'

/** The leaders of a network ask a second step of everybody in it, or of those alone whose role reaches far. */
export function networkSecondStepRoutes({ db }: House): Router {
  const routes = Router()

  routes.get('/networks/:network/second-step', async (req, res) => {
    const person = signedIn(res)
    const network = await findNetwork(db, person, req.params.network)
    allow(mayChangeSettings(person, network))
    const everybody = await everybodyIn(db, network.id)
    const asked = await asksEverybody(db, network.id)
    show(res, 'networks/second-step', {
      title: 'A second step at sign-in',
      head: networkHead(network, person, 'second step'),
      network,
      people: everybody.length,
      have: everybody.filter(one => one.has).length,
      asked: asked ? { at: asked.askedAt, by: asked.by } : null,
    })
  })

  routes.post('/networks/:network/second-step', async (req, res) => {
    const person = signedIn(res)
    const network = await findNetwork(db, person, req.params.network)
    allow(mayChangeSettings(person, network))
    await inOne(db, trx => askEverybody(trx, network, person))
    await tell(db, res, 'Everybody in the network is told, and led to it when they next sign in.')
    res.redirect(303, `/networks/${network.id}/second-step`)
  })

  routes.post('/networks/:network/second-step/ending', async (req, res) => {
    const person = signedIn(res)
    const network = await findNetwork(db, person, req.params.network)
    allow(mayChangeSettings(person, network))
    await inOne(db, trx => askNoLonger(trx, network, person))
    await tell(db, res, 'Only those whose role reaches far are asked from now on. What people have set up stays.')
    res.redirect(303, `/networks/${network.id}/second-step`)
  })

  return routes
}
