import { Router } from 'express'
import { inOne } from '../../database.js'
import { allow } from '../../errors.js'
import type { House } from '../../house.js'
import { handedToPage, handToPage } from '../../people/handing-to-pages.js'
import { sendInvitation } from '../../people/invitations/invitations.js'
import type { Brought } from '../../room.js'
import { read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { FirstLeaderForm } from '../forms.js'
import { networkPage } from '../network-page.js'
import { findNetwork, hasLeader } from '../networks.js'
import { firstLeaderOf, inviteFirstLeader } from './inviting-first-leader.js'

/** An administrator invites somebody to lead a network whose leader never came, or has left. */
export function firstLeaderRoutes(house: House, { onNetwork }: Pick<Brought, 'onNetwork'>): Router {
  const { db, mail, baseUrl } = house
  const routes = Router()

  routes.post('/networks/:network/first-leader', async (req, res) => {
    const person = signedIn(res)
    const network = await findNetwork(db, person, req.params.network)
    allow(person.isAdministrator && !(await hasLeader(db, network)), 'The network’s own leaders invite the next one.')
    const reading = read(FirstLeaderForm, req.body)
    if (!reading.ok)
      return show(res.status(422), 'networks/show', await networkPage(db, onNetwork, person, network, reading.form))
    const leader = { name: reading.values.leaderName, email: reading.values.leaderEmail }
    const invited = await inOne(db, trx => inviteFirstLeader(trx, baseUrl, network, leader, person))
    await sendInvitation(house, invited)
    const handed = { leader: leader.name, link: invited.link }
    res.redirect(303, await handToPage(db, res, firstLeaderOf(network), handed))
  })

  routes.get('/networks/:network/first-leader', async (req, res) => {
    const network = await findNetwork(db, signedIn(res), req.params.network)
    const handed = await handedToPage<{ leader: string; link: string }>(db, res)
    if (!handed) return res.redirect(303, `/networks/${network.id}`)
    show(res, 'networks/made', { title: `${handed.leader} is invited`, network, ...handed, mailed: mail.leaves })
  })

  return routes
}
