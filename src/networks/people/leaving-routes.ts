import { Router } from 'express'
import { inOne } from '../../database.js'
import type { House } from '../../house.js'
import { endAllRolesIn } from '../../people/roles/giving-roles.js'
import { tell } from '../../people/sessions.js'
import { show } from '../../web/show.js'
import { listed } from '../../words/words.js'
import { networkHead } from '../head.js'
import { groupsLedBy, personInNetwork } from './people-of.js'
import { toChangePeople } from './who-sees-people.js'

/** Somebody leaves a network: the page before it says what would follow. */
export function leavingNetworkRoutes({ db }: House): Router {
  const routes = Router()

  routes.get('/networks/:network/people/:person/leaving', async (req, res) => {
    const { person, network } = await toChangePeople(db, res, req.params.network)
    const one = await personInNetwork(db, network, req.params.person)
    show(res, 'networks/leaving', {
      title: `${one.name} leaves the network`,
      head: networkHead(network, person, 'people'),
      network,
      person: one,
      leads: (await groupsLedBy(db, network, one.id)).map(group => group.name),
    })
  })

  routes.post('/networks/:network/people/:person/leaving', async (req, res) => {
    const { person, network } = await toChangePeople(db, res, req.params.network)
    const one = await personInNetwork(db, network, req.params.person)
    const groups = await inOne(db, trx => endAllRolesIn(trx, network.id, one.id, person))
    const leaderless = groups.length > 0 ? ` ${listed(groups.map(group => group.name))} now needs a lead learner.` : ''
    await tell(db, res, `${one.name} has left the network. Their work stays with their groups.${leaderless}`)
    res.redirect(303, `/networks/${network.id}/people`)
  })

  return routes
}
