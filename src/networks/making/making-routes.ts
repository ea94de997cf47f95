import { Router } from 'express'
import { inOne } from '../../database.js'
import { allow } from '../../errors.js'
import type { House } from '../../house.js'
import { handToPage } from '../../people/handing-to-pages.js'
import { sendInvitation } from '../../people/invitations/invitations.js'
import { type FormState, formOf, read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { NewNetworkForm } from '../forms.js'
import { licenceKeys, licencesToChoose } from '../licences.js'
import { createNetwork } from '../networks.js'
import { mayMakeNetworks } from '../permissions.js'
import { addTerms, likelyTerms } from '../terms/terms.js'
import { fieldsOfTerms, mistakenTerms, termsIn } from './first-terms.js'
import { firstLeaderOf, inviteFirstLeader } from './inviting-first-leader.js'

const byAdministrators = 'Networks are made by the site’s administrator.'

/** A network is made with its terms, and its first leader is invited. */
export function makingRoutes(house: House): Router {
  const { db, baseUrl } = house
  const routes = Router()

  routes.get('/networks/new', (_req, res) => {
    allow(mayMakeNetworks(signedIn(res)), byAdministrators)
    const form = formOf({ ...fieldsOfTerms(likelyTerms()), licence: licenceKeys[0]! })
    show(res, 'networks/new', newPage(form))
  })

  routes.post('/networks', async (req, res) => {
    const person = signedIn(res)
    allow(mayMakeNetworks(person), byAdministrators)
    const reading = read(NewNetworkForm, req.body)
    const terms = reading.ok ? termsIn(reading.values) : []
    const mistaken = reading.ok ? mistakenTerms(terms, formOf(req.body)) : reading.form
    if (!reading.ok || mistaken.summary.length > 0) {
      return show(res.status(422), 'networks/new', newPage(mistaken))
    }

    const { name, about, licence, leaderName, leaderEmail } = reading.values
    const { network, invited } = await inOne(db, async trx => {
      const network = await createNetwork(trx, person, { name, about, licence })
      await addTerms(trx, network, terms)
      const leader = { name: leaderName, email: leaderEmail }
      return { network, invited: await inviteFirstLeader(trx, baseUrl, network, leader, person) }
    })
    await sendInvitation(house, invited)
    const handed = { leader: leaderName, link: invited.link }
    res.redirect(303, await handToPage(db, res, firstLeaderOf(network), handed))
  })

  return routes
}

function newPage(form: FormState) {
  return { title: 'Make a network', licences: licencesToChoose, form }
}
