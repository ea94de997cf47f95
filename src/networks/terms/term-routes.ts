import { Router } from 'express'
import { inOne } from '../../database.js'
import { allow } from '../../errors.js'
import type { House } from '../../house.js'
import { tell } from '../../people/sessions.js'
import { sendCsvText } from '../../web/csv.js'
import { addMistake, formOf, read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { TermForm } from '../forms.js'
import { findNetwork, hasLeader } from '../networks.js'
import { mayChangeSettings, mayPrepare } from '../permissions.js'
import type { Term } from '../tables.js'
import { breaksTyped, mistakesInBreaks } from './break-rows.js'
import { breaksIn } from './breaks.js'
import { termList } from './term-list.js'
import { termEditPage, termFields, termsPage } from './term-pages.js'
import { addTerms, changeTerm, findTerm, overlapping, termLikelyNext, termsOf } from './terms.js'

/** The terms of a network: listed, added and changed. */
export function termRoutes({ db }: House): Router {
  const routes = Router()

  routes.get('/networks/:network/terms', async (req, res) => {
    const person = signedIn(res)
    const network = await findNetwork(db, person, req.params.network)
    const form = formOf(termFields(termLikelyNext(await termsOf(db, network.id))))
    show(res, 'networks/terms', await termsPage(db, person, network, form))
  })

  routes.get('/networks/:network/terms.csv', async (req, res) => {
    const person = signedIn(res)
    const network = await findNetwork(db, person, req.params.network)
    sendCsvText(res, 'terms', await termList.csv(db, person, network))
  })

  routes.post('/networks/:network/terms', async (req, res) => {
    const person = signedIn(res)
    const network = await findNetwork(db, person, req.params.network)
    allow(mayPrepare(person, network, await hasLeader(db, network)))
    const { values, form } = await readTerm(network.id, req.body)
    if (!values) return show(res.status(422), 'networks/terms', await termsPage(db, person, network, form))
    await inOne(db, trx => addTerms(trx, network, [values]))
    await tell(db, res, `${values.name} is added.`)
    res.redirect(303, `/networks/${network.id}/terms`)
  })

  routes.get('/networks/:network/terms/:term/edit', async (req, res) => {
    const person = signedIn(res)
    const network = await findNetwork(db, person, req.params.network)
    const term = await findTerm(db, network.id, req.params.term)
    allow(mayChangeSettings(person, network))
    show(res, 'networks/term-edit', termEditPage(person, network, term, formOf(await fieldsOf(term))))
  })

  routes.post('/networks/:network/terms/:term', async (req, res) => {
    const person = signedIn(res)
    const network = await findNetwork(db, person, req.params.network)
    const term = await findTerm(db, network.id, req.params.term)
    allow(mayChangeSettings(person, network))
    const { values, form } = await readTerm(network.id, req.body, term.id)
    if (!values) return show(res.status(422), 'networks/term-edit', termEditPage(person, network, term, form))
    await inOne(db, trx => changeTerm(trx, term, values))
    await tell(db, res, `${values.name} is saved.`)
    res.redirect(303, `/networks/${network.id}/terms`)
  })

  async function fieldsOf(term: Term) {
    return termFields({ ...term, breaks: await breaksIn(db, [term.id]) })
  }

  /** The dates as they were typed, unless another term has one of their days. @param except the term that is changed */
  async function readTerm(networkId: string, body: unknown, except?: string) {
    const reading = read(TermForm, body)
    if (!reading.ok) return { form: reading.form }
    const { name, startsOn, endsOn, ...rows } = reading.values
    const form = formOf(body)
    const clash = overlapping(await termsOf(db, networkId), reading.values, except)
    if (clash) addMistake(form, 'startsOn', `These days belong to ${clash.name} already`)
    mistakesInBreaks(rows, { startsOn, endsOn }, form)
    return form.summary.length > 0 ? { form } : { form, values: { name, startsOn, endsOn, breaks: breaksTyped(rows) } }
  }

  return routes
}
