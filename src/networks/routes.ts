import { Router } from 'express'
import { inOne } from '../database.js'
import { allow } from '../errors.js'
import type { House } from '../house.js'
import type { Reader } from '../names/reader.js'
import type { Brought } from '../room.js'
import { handedToPage, handToPage } from '../people/handing-to-pages.js'
import { invite, sendInvitation } from '../people/invitations/invitations.js'
import { tell } from '../people/sessions.js'
import { addMistake, type FormState, formOf, read } from '../web/read.js'
import { show } from '../web/show.js'
import { signedIn } from '../web/signed-in.js'
import { dataLeadRoutes } from './people/data-lead-routes.js'
import { FirstLeaderForm, NetworkForm, NewNetworkForm } from './forms.js'
import { networkHead } from './head.js'
import { loadParts } from './network-parts.js'
import { createNetwork, describeNetwork, findNetwork, hasLeader, networksFor } from './networks.js'
import './pages.js'
import { mayChangeSettings, mayMakeNetworks, maySeeInside } from './permissions.js'
import { networkPeopleRoutes } from './people/people-routes.js'
import { schoolRoutes } from './schools/school-routes.js'
import { termRoutes } from './terms/term-routes.js'
import { schoolsOf } from './schools/schools.js'
import type { Network } from './tables.js'
import { addTerms, likelyTerms, type TermDates, termOn, termsOf } from './terms/terms.js'

export function networksRoutes(house: House, { onNetwork }: Brought): Router {
  const { db, mail, baseUrl } = house
  const routes = Router()

  routes.get('/networks', async (_req, res) => {
    const person = signedIn(res)
    const networks = await networksFor(db, person)
    if (networks.length === 1 && !person.isAdministrator) return res.redirect(303, `/networks/${networks[0]!.id}`)
    show(res, 'networks/index', { title: 'Networks', networks, may: { make: mayMakeNetworks(person) } })
  })

  routes.get('/networks/new', (_req, res) => {
    allow(mayMakeNetworks(signedIn(res)), 'Networks are made by the site’s administrator.')
    show(res, 'networks/new', { title: 'Make a network', form: formOf(fieldsOf(likelyTerms())) })
  })

  routes.post('/networks', async (req, res) => {
    const person = signedIn(res)
    allow(mayMakeNetworks(person), 'Networks are made by the site’s administrator.')
    const reading = read(NewNetworkForm, req.body)
    const terms = reading.ok ? termsIn(reading.values) : []
    const mistaken = reading.ok ? mistakenTerms(terms, formOf(req.body)) : reading.form
    if (!reading.ok || mistaken.summary.length > 0) {
      return show(res.status(422), 'networks/new', { title: 'Make a network', form: mistaken })
    }

    const { name, about, leaderName, leaderEmail } = reading.values
    const { network, invited } = await inOne(db, async trx => {
      const network = await createNetwork(trx, person, { name, about })
      await addTerms(trx, network, terms)
      const leader = { email: leaderEmail, name: leaderName, role: 'network leader' as const }
      const asked = { networkId: network.id, networkName: name, ...leader, invitedBy: person }
      return { network, invited: await invite(trx, baseUrl, asked) }
    })
    await sendInvitation(house, invited)
    const handed = { leader: leaderName, link: invited.link }
    res.redirect(303, await handToPage(db, res, firstLeaderOf(network), handed))
  })

  routes.post('/networks/:network/first-leader', async (req, res) => {
    const person = signedIn(res)
    const network = await findNetwork(db, person, req.params.network)
    allow(person.isAdministrator && !(await hasLeader(db, network)), 'The network’s own leaders invite the next one.')
    const reading = read(FirstLeaderForm, req.body)
    if (!reading.ok) return show(res.status(422), 'networks/show', await networkPage(person, network, reading.form))
    const { leaderName: name, leaderEmail: email } = reading.values
    const asked = { networkId: network.id, networkName: network.name, email, name, role: 'network leader' as const }
    const invited = await inOne(db, trx => invite(trx, baseUrl, { ...asked, invitedBy: person }))
    await sendInvitation(house, invited)
    res.redirect(303, await handToPage(db, res, firstLeaderOf(network), { leader: name, link: invited.link }))
  })

  routes.get('/networks/:network/first-leader', async (req, res) => {
    const network = await findNetwork(db, signedIn(res), req.params.network)
    const handed = await handedToPage<{ leader: string; link: string }>(db, res)
    if (!handed) return res.redirect(303, `/networks/${network.id}`)
    show(res, 'networks/made', { title: `${handed.leader} is invited`, network, ...handed, mailed: mail.leaves })
  })

  routes.get('/networks/:network', async (req, res) => {
    const person = signedIn(res)
    const network = await findNetwork(db, person, req.params.network)
    show(res, 'networks/show', await networkPage(person, network, formOf()))
  })

  routes.get('/networks/:network/edit', async (req, res) => {
    const person = signedIn(res)
    const network = await findNetwork(db, person, req.params.network)
    allow(mayChangeSettings(person, network))
    show(res, 'networks/edit', {
      title: 'The network in words',
      head: networkHead(network, person, 'home'),
      network,
      form: formOf({ name: network.name, about: network.about }),
    })
  })

  routes.post('/networks/:network', async (req, res) => {
    const person = signedIn(res)
    const network = await findNetwork(db, person, req.params.network)
    allow(mayChangeSettings(person, network))
    const reading = read(NetworkForm, req.body)
    if (!reading.ok)
      return show(res.status(422), 'networks/edit', {
        title: 'The network in words',
        head: networkHead(network, person, 'home'),
        network,
        form: reading.form,
      })
    await inOne(db, trx => describeNetwork(trx, network, person, reading.values))
    await tell(db, res, 'The network’s words are saved.')
    res.redirect(303, `/networks/${network.id}`)
  })

  async function networkPage(person: Reader, network: Network, form: FormState) {
    const seeInside = maySeeInside(person, network)
    const change = mayChangeSettings(person, network)
    return {
      title: network.name,
      head: networkHead(network, person, 'home'),
      network,
      term: (await termOn(db, network.id)) ?? null,
      next: change ? await whatComesNext(network.id) : [],
      parts: seeInside ? await loadParts(onNetwork, db, person, network) : [],
      may: { change, propose: seeInside && person.joinsFrom(network.id).length > 0, seeInside },
      form,
      leaderless: person.isAdministrator && !(await hasLeader(db, network)),
    }
  }

  /** What a new network still lacks, as one step each. */
  async function whatComesNext(networkId: string) {
    const here = `/networks/${networkId}`
    const steps = [
      {
        missing: (await termsOf(db, networkId)).length === 0,
        text: 'The network has no terms yet. Reports go by term.',
        href: `${here}/terms`,
        action: 'Add the terms',
      },
      {
        missing: (await schoolsOf(db, networkId)).length === 0,
        text: 'No schools yet. Pick them from the government’s list, or add them by hand.',
        href: `${here}/schools/new`,
        action: 'Add schools',
      },
    ]
    return steps.filter(step => step.missing)
  }

  routes.use(schoolRoutes(house))
  routes.use(dataLeadRoutes(house))
  routes.use(termRoutes(house))
  routes.use(networkPeopleRoutes(house))
  return routes
}

function firstLeaderOf({ id }: Network): string {
  return `/networks/${id}/first-leader`
}

type NewNetwork = ReturnType<typeof NewNetworkForm.parse>

function termsIn(values: NewNetwork): TermDates[] {
  const { term1, starts1, ends1, term2, starts2, ends2, term3, starts3, ends3 } = values
  return [
    { name: term1, startsOn: starts1, endsOn: ends1 },
    { name: term2, startsOn: starts2, endsOn: ends2 },
    { name: term3, startsOn: starts3, endsOn: ends3 },
  ]
}

function fieldsOf(terms: TermDates[]): Record<string, string> {
  return Object.fromEntries(
    terms.flatMap(({ name, startsOn, endsOn }, place) => [
      [`term${place + 1}`, name],
      [`starts${place + 1}`, startsOn],
      [`ends${place + 1}`, endsOn],
    ]),
  )
}

/** Each term ends after it began, and begins after the one before it ended. */
function mistakenTerms(terms: TermDates[], form: ReturnType<typeof formOf>) {
  for (const [place, term] of terms.entries()) {
    const before = terms[place - 1]
    if (term.endsOn <= term.startsOn)
      addMistake(form, `ends${place + 1}`, `The last day of ${term.name} must come after its first`)
    if (before && term.startsOn <= before.endsOn)
      addMistake(form, `starts${place + 1}`, `${term.name} must begin after ${before.name} has ended`)
  }
  return form
}
