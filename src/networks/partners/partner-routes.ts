import { type Response, Router } from 'express'
import { type Db, inOne } from '../../database.js'
import type { House } from '../../house.js'
import { tell } from '../../people/sessions.js'
import { formOf, read } from '../../web/read.js'
import { sendCsvText } from '../../web/csv.js'
import { today } from '../../web/now.js'
import { show } from '../../web/show.js'
import { toChangePeople, toSeePeople } from '../people/who-sees-people.js'
import { EndingForm, PartnerForm } from './partner-forms.js'
import { partnerList } from './partner-list.js'
import { partnerEditPage, partnerEndingPage, partnersAt, partnersPage } from './partner-pages.js'
import { addPartner, changePartner, endPartner, findPartner, takePartnerBack } from './partners.js'

/** Partners of a network that are not schools: added, described, ended, taken up again. */
export function partnerRoutes({ db }: House): Router {
  const routes = Router()
  const at = '/networks/:network/partners' as const

  routes.get(at, async (req, res) => {
    const { person, network } = await toSeePeople(db, res, req.params.network)
    show(res, 'networks/partners', await partnersPage(db, person, network))
  })

  routes.get('/networks/:network/partners.csv', async (req, res) => {
    const { person, network } = await toSeePeople(db, res, req.params.network)
    sendCsvText(res, `${network.id}-partners`, await partnerList.csv(db, person, network))
  })

  routes.get(`${at}/new`, async (req, res) => {
    const { person, network } = await toChangePeople(db, res, req.params.network)
    show(res, 'networks/partner-edit', partnerEditPage(person, network, null, formOf()))
  })

  routes.post(at, async (req, res) => {
    const { person, network } = await toChangePeople(db, res, req.params.network)
    const reading = read(PartnerForm, req.body)
    if (!reading.ok)
      return show(res.status(422), 'networks/partner-edit', partnerEditPage(person, network, null, reading.form))
    await inOne(db, trx => addPartner(trx, network, person, reading.values))
    await tell(db, res, `${reading.values.name} is a partner of the network.`)
    res.redirect(303, partnersAt(network))
  })

  routes.get(`${at}/:partner/edit`, async (req, res) => {
    const { person, network, partner } = await toChangePartner(db, res, req.params)
    const { name, kind, brings, contact, sinceOn } = partner
    const form = formOf({ name, kind, brings, contact, sinceOn: sinceOn ?? '' })
    show(res, 'networks/partner-edit', partnerEditPage(person, network, partner, form))
  })

  routes.post(`${at}/:partner`, async (req, res) => {
    const { person, network, partner } = await toChangePartner(db, res, req.params)
    const reading = read(PartnerForm, req.body)
    if (!reading.ok)
      return show(res.status(422), 'networks/partner-edit', partnerEditPage(person, network, partner, reading.form))
    await inOne(db, trx => changePartner(trx, partner, person, reading.values))
    await tell(db, res, `${reading.values.name} is saved.`)
    res.redirect(303, partnersAt(network))
  })

  routes.get(`${at}/:partner/ending`, async (req, res) => {
    const { person, network, partner } = await toChangePartner(db, res, req.params)
    const form = formOf({ endedOn: today() })
    show(res, 'networks/partner-ending', await partnerEndingPage(db, person, network, partner, form))
  })

  routes.post(`${at}/:partner/ending`, async (req, res) => {
    const { person, network, partner } = await toChangePartner(db, res, req.params)
    const reading = read(EndingForm, req.body)
    if (!reading.ok) {
      const page = await partnerEndingPage(db, person, network, partner, reading.form)
      return show(res.status(422), 'networks/partner-ending', page)
    }
    await inOne(db, trx => endPartner(trx, partner, person, reading.values))
    await tell(db, res, `The partnership with ${partner.name} has ended. What was stays in the list.`)
    res.redirect(303, partnersAt(network))
  })

  routes.post(`${at}/:partner/return`, async (req, res) => {
    const { person, network, partner } = await toChangePartner(db, res, req.params)
    await inOne(db, trx => takePartnerBack(trx, partner, person))
    await tell(db, res, `${partner.name} is a partner again. Invite its people anew.`)
    res.redirect(303, partnersAt(network))
  })

  return routes
}

async function toChangePartner(db: Db, res: Response, at: { network: string; partner: string }) {
  const found = await toChangePeople(db, res, at.network)
  return { ...found, partner: await findPartner(db, found.network, at.partner) }
}
