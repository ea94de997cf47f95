import { Router } from 'express'
import { inOne } from '../database.js'
import { allow } from '../errors.js'
import type { House } from '../house.js'
import { type PlaceOfNews, unseenOf } from '../facts/news/seeing.js'
import type { Person } from '../people/person.js'
import { tell } from '../people/sessions.js'
import type { Brought } from '../room.js'
import { type FormState, formOf, read } from '../web/read.js'
import { show } from '../web/show.js'
import { signedIn } from '../web/signed-in.js'
import { NetworkForm } from './forms.js'
import { networkHead } from './head.js'
import { licenceKeys, licencesToChoose } from './licences.js'
import { networkPage } from './network-page.js'
import { describeNetwork, findNetwork, networksFor } from './networks.js'
import type { NetworkEditPage } from './pages.js'
import { mayChangeSettings, mayMakeNetworks } from './permissions.js'
import type { Network } from './tables.js'

/** The networks that somebody may open; one of them with what goes on in it, and the words in which it says what it is. */
export function networkRoutes({ db }: House, { onNetwork }: Pick<Brought, 'onNetwork'>): Router {
  const routes = Router()

  routes.get('/networks', async (_req, res) => {
    const person = signedIn(res)
    const networks = await networksFor(db, person)
    if (networks.length === 1 && !person.isAdministrator) return res.redirect(303, `/networks/${networks[0]!.id}`)
    const unseen = await unseenOf(db, person, placesAmong(person, networks))
    const marked = networks.map(one => ({ ...one, isNew: unseen.some(({ id }) => id === one.id) }))
    show(res, 'networks/index', { title: 'Networks', networks: marked, may: { make: mayMakeNetworks(person) } })
  })

  routes.get('/networks/:network', async (req, res) => {
    const person = signedIn(res)
    const network = await findNetwork(db, person, req.params.network)
    show(res, 'networks/show', await networkPage(db, onNetwork, person, network))
  })

  routes.get('/networks/:network/edit', async (req, res) => {
    const person = signedIn(res)
    const network = await findNetwork(db, person, req.params.network)
    allow(mayChangeSettings(person, network))
    show(res, 'networks/edit', editPage(person, network, formOf(wordsOf(network))))
  })

  routes.post('/networks/:network', async (req, res) => {
    const person = signedIn(res)
    const network = await findNetwork(db, person, req.params.network)
    allow(mayChangeSettings(person, network))
    const reading = read(NetworkForm, req.body)
    if (!reading.ok) return show(res.status(422), 'networks/edit', editPage(person, network, reading.form))
    await inOne(db, trx => describeNetwork(trx, network, person, reading.values))
    await tell(db, res, 'The network’s words are saved.')
    res.redirect(303, `/networks/${network.id}`)
  })

  return routes
}

/** Those in which somebody works: to them it is told what is new. */
function placesAmong(person: Person, networks: { id: string }[]): PlaceOfNews[] {
  return networks
    .filter(({ id }) => person.works(id))
    .map(({ id }) => ({ place: 'network', id, heardBy: 'the network' }))
}

/** As it stands now; the usual licence is offered to a network that has not said. */
function wordsOf({ name, about, licence }: Network) {
  return { name, about, licence: licence || licenceKeys[0]! }
}

function editPage(person: ReturnType<typeof signedIn>, network: Network, form: FormState): NetworkEditPage {
  return {
    title: 'The network in words',
    head: networkHead(network, person, 'words'),
    network,
    licences: licencesToChoose,
    form,
  }
}
