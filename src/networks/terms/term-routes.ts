import { Router } from 'express'
import { allow } from '../../errors.js'
import type { House } from '../../house.js'
import { tell } from '../../people/sessions.js'
import { addMistake, formOf, read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { TermForm } from '../forms.js'
import { findNetwork, hasLeader } from '../networks.js'
import { mayChangeSettings, mayPrepare } from '../permissions.js'
import { termEditPage, termsPage } from './term-pages.js'
import { addTerms, changeTerm, findTerm, overlapping, termLikelyNext, termsOf } from './terms.js'

/** The terms of a network: listed, added and changed. */
export function termRoutes({ db }: House): Router {
  const routes = Router()

  routes.get('/networks/:network/terms', async (req, res) => {
    const person = signedIn(res)
    const network = await findNetwork(db, person, req.params.network)
    const form = formOf(termLikelyNext(await termsOf(db, network.id)))
    show(res, 'networks/terms', await termsPage(db, person, network, form))
  })

  routes.post('/networks/:network/terms', async (req, res) => {
    const person = signedIn(res)
    const network = await findNetwork(db, person, req.params.network)
    allow(mayPrepare(person, network, await hasLeader(db, network)))
    const { values, form } = await readTerm(network.id, req.body)
    if (!values) return show(res.status(422), 'networks/terms', await termsPage(db, person, network, form))
    await addTerms(db, network, [values])
    await tell(db, res, `${values.name} is added.`)
    res.redirect(303, `/networks/${network.id}/terms`)
  })

  routes.get('/networks/:network/terms/:term/edit', async (req, res) => {
    const person = signedIn(res)
    const network = await findNetwork(db, person, req.params.network)
    const term = await findTerm(db, network.id, req.params.term)
    allow(mayChangeSettings(person, network))
    show(res, 'networks/term-edit', termEditPage(person, network, term, formOf(term)))
  })

  routes.post('/networks/:network/terms/:term', async (req, res) => {
    const person = signedIn(res)
    const network = await findNetwork(db, person, req.params.network)
    const term = await findTerm(db, network.id, req.params.term)
    allow(mayChangeSettings(person, network))
    const { values, form } = await readTerm(network.id, req.body, term.id)
    if (!values) return show(res.status(422), 'networks/term-edit', termEditPage(person, network, term, form))
    await changeTerm(db, term, values)
    await tell(db, res, `${values.name} is saved.`)
    res.redirect(303, `/networks/${network.id}/terms`)
  })

  /** The dates as they were typed, unless another term has one of their days. @param except the term that is changed */
  async function readTerm(networkId: string, body: unknown, except?: string) {
    const reading = read(TermForm, body)
    if (!reading.ok) return { form: reading.form }
    const form = formOf(body)
    const clash = overlapping(await termsOf(db, networkId), reading.values, except)
    if (clash) return { form: addMistake(form, 'startsOn', `These days belong to ${clash.name} already`) }
    return { values: reading.values, form }
  }

  return routes
}
