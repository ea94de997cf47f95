import { Router } from 'express'
import { inOne } from '../../database.js'
import type { House } from '../../house.js'
import { networkHead } from '../../networks/head.js'
import { tell } from '../../people/sessions.js'
import type { Brought } from '../../room.js'
import { type FormState, formOf, read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { findNetworkFromInside } from '../finding.js'
import '../pages.js'
import { answered, askColleague, findColleague, findQuestionToMe, whoAsked } from './asking.js'
import { AskForm } from './forms.js'

/** A colleague is asked by one letter, and says when they have answered. */
export function askingRoutes({ db }: House, { inTheYear }: Pick<Brought, 'inTheYear'>): Router {
  const routes = Router()
  const at = '/networks/:network/who-knows-how' as const

  routes.get(`${at}/questions/:question`, async (req, res) => {
    const person = signedIn(res)
    const network = await findNetworkFromInside(db, person, req.params.network)
    const question = await findQuestionToMe(db, person, req.params.question)
    const from = await whoAsked(db, question)
    show(res, 'influence/question', {
      title: `A question from ${from.name}`,
      head: networkHead(network, person, 'who-knows-how'),
      address: `/networks/${network.id}/who-knows-how/questions/${question.id}`,
      from: from.name,
      answerTo: from.email,
      question,
    })
  })

  routes.post(`${at}/questions/:question/answer`, async (req, res) => {
    const person = signedIn(res)
    await findNetworkFromInside(db, person, req.params.network)
    const question = await findQuestionToMe(db, person, req.params.question)
    await inOne(db, trx => answered(trx, question, person))
    await tell(db, res, 'It is off your list.')
    res.redirect(303, '/')
  })

  routes.get(`${at}/people/:colleague`, async (req, res) => {
    const there = await colleagueOf(req.params, signedIn(res))
    show(res, 'influence/ask', askPage(there, formOf()))
  })

  routes.post(`${at}/people/:colleague`, async (req, res) => {
    const there = await colleagueOf(req.params, signedIn(res))
    const reading = read(AskForm, req.body)
    if (!reading.ok) return show(res.status(422), 'influence/ask', askPage(there, reading.form))
    const { network, person, lines } = there
    const colleague = { personId: lines[0]!.personId, about: lines[0]!.what }
    await inOne(db, trx => askColleague(trx, network, colleague, reading.values.words, person))
    await tell(db, res, `${lines[0]!.name} has your question.`)
    res.redirect(303, `/networks/${network.id}/who-knows-how`)
  })

  async function colleagueOf(at: { network: string; colleague: string }, person: ReturnType<typeof signedIn>) {
    const network = await findNetworkFromInside(db, person, at.network)
    return { network, person, lines: await findColleague(db, inTheYear.knowsHow, person, network, at.colleague) }
  }

  return routes
}

function askPage(
  {
    network,
    person,
    lines,
  }: {
    network: Parameters<typeof networkHead>[0]
    person: Parameters<typeof networkHead>[1]
    lines: Awaited<ReturnType<typeof findColleague>>
  },
  form: FormState,
) {
  const { name, school, personId } = lines[0]!
  return {
    title: `Ask ${name}`,
    head: networkHead(network, person, 'who-knows-how'),
    address: `/networks/${network.id}/who-knows-how/people/${personId}`,
    back: `/networks/${network.id}/who-knows-how`,
    name,
    school,
    knows: lines.map(({ what, because }) => ({ what, because })),
    email: person.email,
    form,
  }
}
