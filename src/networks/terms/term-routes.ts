import { Router } from 'express'
import { allow } from '../../errors.js'
import type { House } from '../../house.js'
import { tell } from '../../people/sessions.js'
import { newId } from '../../web/new-id.js'
import { addMistake, formOf, read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { byName } from '../../words/words.js'
import { TermForm, ThemeForm } from '../forms.js'
import { networkHead } from '../head.js'
import { findNetwork, hasLeader } from '../networks.js'
import { mayChangeSettings, mayPrepare } from '../permissions.js'
import type { Network } from '../tables.js'
import { addTerms, changeTerm, findTerm, likelyTerms, overlapping, termOn, termsOf } from './terms.js'

export function termRoutes({ db }: House): Router {
  const routes = Router()

  routes.get('/networks/:network/terms', async (req, res) => {
    const person = signedIn(res)
    const network = await findNetwork(db, person, req.params.network)
    show(res, 'networks/terms', { ...(await termsPage(network, person)), form: formOf(await nextLikely(network)) })
  })

  routes.post('/networks/:network/terms', async (req, res) => {
    const person = signedIn(res)
    const network = await findNetwork(db, person, req.params.network)
    allow(mayPrepare(person, network, await hasLeader(db, network)))
    const reading = read(TermForm, req.body)
    const clash = reading.ok ? overlapping(await termsOf(db, network.id), reading.values) : undefined
    if (!reading.ok || clash) {
      const form = reading.ok
        ? addMistake(formOf(req.body), 'startsOn', `These days belong to ${clash!.name} already`)
        : reading.form
      return show(res.status(422), 'networks/terms', { ...(await termsPage(network, person)), form })
    }
    await addTerms(db, network, [reading.values])
    await tell(db, res, `${reading.values.name} is added.`)
    res.redirect(303, `/networks/${network.id}/terms`)
  })

  routes.get('/networks/:network/terms/:term/edit', async (req, res) => {
    const person = signedIn(res)
    const network = await findNetwork(db, person, req.params.network)
    const term = await findTerm(db, network.id, req.params.term)
    allow(mayChangeSettings(person, network))
    show(res, 'networks/term-edit', {
      title: term.name,
      head: networkHead(network, person, 'terms'),
      network,
      term,
      form: formOf(term),
    })
  })

  routes.post('/networks/:network/terms/:term', async (req, res) => {
    const person = signedIn(res)
    const network = await findNetwork(db, person, req.params.network)
    const term = await findTerm(db, network.id, req.params.term)
    allow(mayChangeSettings(person, network))
    const reading = read(TermForm, req.body)
    const clash = reading.ok ? overlapping(await termsOf(db, network.id), reading.values, term.id) : undefined
    if (!reading.ok || clash) {
      const form = reading.ok
        ? addMistake(formOf(req.body), 'startsOn', `These days belong to ${clash!.name} already`)
        : reading.form
      return show(res.status(422), 'networks/term-edit', {
        title: term.name,
        head: networkHead(network, person, 'terms'),
        network,
        term,
        form,
      })
    }
    await changeTerm(db, term, reading.values)
    await tell(db, res, `${reading.values.name} is saved.`)
    res.redirect(303, `/networks/${network.id}/terms`)
  })

  routes.get('/networks/:network/themes', async (req, res) => {
    const person = signedIn(res)
    const network = await findNetwork(db, person, req.params.network)
    show(res, 'networks/themes', { ...(await themesPage(network, person)), form: formOf() })
  })

  routes.post('/networks/:network/themes', async (req, res) => {
    const person = signedIn(res)
    const network = await findNetwork(db, person, req.params.network)
    allow(mayChangeSettings(person, network))
    const reading = read(ThemeForm, req.body)
    if (!reading.ok)
      return show(res.status(422), 'networks/themes', { ...(await themesPage(network, person)), form: reading.form })
    await db
      .insertInto('themes')
      .values({ id: newId(), networkId: network.id, ...reading.values, closedAt: null })
      .execute()
    await tell(db, res, `The theme “${reading.values.name}” is added.`)
    res.redirect(303, `/networks/${network.id}/themes`)
  })

  type Who = ReturnType<typeof signedIn>

  async function termsPage(network: Network, person: Who) {
    const current = await termOn(db, network.id)
    const terms = (await termsOf(db, network.id)).map(term => ({ ...term, now: term.id === current?.id }))
    const change = mayPrepare(person, network, await hasLeader(db, network))
    return {
      title: `Terms of ${network.name}`,
      head: networkHead(network, person, 'terms'),
      network,
      terms,
      may: { change },
    }
  }

  /** The term that most likely comes next, so that nobody types what can be guessed. */
  async function nextLikely(network: Network) {
    const [newest] = await termsOf(db, network.id)
    const after = newest?.endsOn ?? ''
    const year = Number(after.slice(0, 4))
    const guesses = after ? [...likelyTerms(after), ...likelyTerms(`${year + 1}-09-01`)] : likelyTerms()
    return guesses.find(term => term.startsOn > after)
  }

  async function themesPage(network: Network, person: Who) {
    const themes = await db
      .selectFrom('themes')
      .selectAll()
      .where('networkId', '=', network.id)
      .where('closedAt', 'is', null)
      .execute()
    const leaders = await db
      .selectFrom('networkRoles')
      .innerJoin('people', 'people.id', 'networkRoles.personId')
      .select(['networkRoles.themeId', 'people.name'])
      .where('networkRoles.networkId', '=', network.id)
      .where('networkRoles.role', '=', 'co-leader')
      .where('networkRoles.endedAt', 'is', null)
      .execute()
    const led = themes
      .sort(byName)
      .map(theme => ({ ...theme, leaders: leaders.filter(one => one.themeId === theme.id).map(one => one.name) }))
    return {
      title: `Themes of ${network.name}`,
      head: networkHead(network, person, 'themes'),
      network,
      themes: led,
      may: { change: mayChangeSettings(person, network) },
    }
  }

  return routes
}
