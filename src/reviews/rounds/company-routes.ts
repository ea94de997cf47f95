import { Router } from 'express'
import { inOne } from '../../database.js'
import { allow } from '../../errors.js'
import type { House } from '../../house.js'
import type { Reader } from '../../names/reader.js'
import { tell } from '../../people/sessions.js'
import { addMistake, formOf, read, withChoices } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { plural } from '../../words/words.js'
import { AskForm, AskOneForm, AskOutsiderForm } from '../forms.js'
import { askByLink } from '../links/links.js'
import { mayLead } from '../permissions.js'
import { companyPage, peopleInReach } from './begin-page.js'
import { companiesToAsk, peopleOfCompanies } from './companies.js'
import { ask, facilitatorsOf, leaveOut, personByEmail, withRolesIn } from './company.js'
import './pages.js'
import { findRound, type FoundRound } from './rounds.js'
import { today } from '../../web/now.js'

/** Who is asked: by role, by school, picked, and outsiders. */
export function companyRoutes(house: House): Router {
  const { db } = house
  const routes = Router()
  const at = '/networks/:network/reviews/:round/company' as const

  routes.get(at, async (req, res) => {
    show(res, 'reviews/company', await companyPage(house, await roundToLead(signedIn(res), req.params)))
  })

  routes.post(at, async (req, res) => {
    const found = await roundToLead(signedIn(res), req.params)
    const reading = withChoices(read(AskForm, req.body), req.body, {
      companies: { among: await companiesToAsk(db, found.round), otherwise: 'Choose a company of this list' },
    })
    const { roles, schools, companies } = reading.ok ? reading.values : { roles: [], schools: [], companies: [] }
    if (roles.length + schools.length + companies.length === 0) {
      const form = reading.ok ? formOf(req.body) : reading.form
      if (reading.ok) addMistake(form, 'roles', 'Tick a role, a school or a company')
      return show(res.status(422), 'reviews/company', await companyPage(house, found, form))
    }
    const reach = await peopleInReach(db, found.round)
    const company = await peopleOfCompanies(db, found.round, companies)
    const people = [
      ...(roles.length + schools.length > 0 ? withRolesIn(reach, roles, schools).map(one => one.id) : []),
      ...(found.round.themeId ? company.ours.filter(id => reach.some(one => one.id === id)) : company.ours),
    ]
    const added = await inOne(
      db,
      async trx =>
        (await ask(trx, found.round, found.person, people, 'self')) +
        (await ask(trx, found.round, found.person, company.helpers, 'facilitator')),
    )
    await tell(db, res, `${plural(added, 'person is', 'people are')} asked as well.`)
    res.redirect(303, `${found.address}/company`)
  })

  routes.post(`${at}/people`, async (req, res) => {
    const found = await roundToLead(signedIn(res), req.params)
    const reading = read(AskOneForm, req.body)
    const wanted = reading.ok ? reading.values.person : ''
    const one = (await peopleInReach(db, found.round)).find(({ id }) => id === wanted)
    if (!one) {
      const form = addMistake(formOf(req.body), 'person', 'Choose somebody')
      return show(res.status(422), 'reviews/company', await companyPage(house, found, form))
    }
    await inOne(db, trx => ask(trx, found.round, found.person, [one.id], 'self'))
    await tell(db, res, `${one.name} is asked as well.`)
    res.redirect(303, `${found.address}/company`)
  })

  routes.post(`${at}/facilitators`, async (req, res) => {
    const found = await roundToLead(signedIn(res), req.params)
    const reading = read(AskOneForm, req.body)
    const wanted = reading.ok ? reading.values.person : ''
    const one = (await facilitatorsOf(db, found.network.id, today())).find(({ id }) => id === wanted)
    if (!one) {
      const form = addMistake(formOf({ facilitator: wanted }), 'person', 'Choose somebody')
      return show(res.status(422), 'reviews/company', await companyPage(house, found, form))
    }
    await inOne(db, trx => ask(trx, found.round, found.person, [one.id], 'facilitator'))
    await tell(db, res, `${one.name} is asked as somebody from outside.`)
    res.redirect(303, `${found.address}/company`)
  })

  routes.post(`${at}/outsiders`, async (req, res) => {
    const found = await roundToLead(signedIn(res), req.params)
    const reading = read(AskOutsiderForm, req.body)
    if (!reading.ok) return show(res.status(422), 'reviews/company', await companyPage(house, found, reading.form))
    const { email, name, stands } = reading.values
    const known = await personByEmail(db, email)
    if (known) await inOne(db, trx => ask(trx, found.round, found.person, [known.id], stands))
    else await inOne(db, trx => askByLink(trx, found.round, found.person, { email, name, stands }))
    const how = known ? '' : ' They have no account, so they answer by a link of their own.'
    await tell(db, res, `${known?.name ?? (name || email)} is asked as well.${how}`)
    res.redirect(303, `${found.address}/company`)
  })

  routes.post(`${at}/:person/removal`, async (req, res) => {
    const found = await roundToLead(signedIn(res), req.params)
    await inOne(db, trx => leaveOut(trx, found.round, req.params.person))
    res.redirect(303, `${found.address}/company`)
  })

  /** @throws NotFound, NotAllowed for those who do not lead it */
  async function roundToLead(person: Reader, at: { network: string; round: string }): Promise<FoundRound> {
    const found = await findRound(db, person, at)
    allow(mayLead(person, found.round), 'Who is asked is chosen by those who lead the network or the theme.')
    return found
  }

  return routes
}
