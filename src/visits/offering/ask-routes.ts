import { Router } from 'express'
import { inOne } from '../../database.js'
import { allow } from '../../errors.js'
import type { House } from '../../house.js'
import { tell } from '../../people/sessions.js'
import { queried } from '../../web/page-of.js'
import { addMistake, formOf, type FormState, read, wellRead } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { findVisitsAtWork, openAsHost, type VisitsOfNetwork } from '../finding.js'
import { AskForm, Nothing } from '../forms.js'
import { schoolsToAsk } from '../links.js'
import '../pages.js'
import { mayAsk } from '../permissions.js'
import { isSchoolOf } from './offered.js'
import { askForVisit, closeWish } from './offering.js'

/** Somebody would like to see something. */
export function askRoutes({ db }: House): Router {
  const routes = Router()
  const at = '/networks/:network/visits' as const

  routes.get(`${at}/asked/new`, async (req, res) => {
    const there = await findVisitsAtWork(db, signedIn(res), req.params.network)
    allow(mayAsk(there.person, there.network))
    show(res, 'visits/ask', await page(there, formOf({ school: queried(req, 'school') })))
  })

  routes.post(`${at}/asked`, async (req, res) => {
    const there = await findVisitsAtWork(db, signedIn(res), req.params.network)
    const { person, network, listAddress } = there
    allow(mayAsk(person, network))
    const reading = read(AskForm, req.body)
    if (!reading.ok) return show(res.status(422), 'visits/ask', await page(there, reading.form))
    const { school } = reading.values
    if (school && !(await isSchoolOf(db, network, school))) {
      const form = addMistake(formOf(req.body), 'school', 'Choose a school that belongs to the network now')
      return show(res.status(422), 'visits/ask', await page(there, form))
    }
    const id = await inOne(db, trx => askForVisit(trx, network, person, reading.values))
    await tell(db, res, 'You have asked. A school that can show it answers with an offer.')
    res.redirect(303, `${listAddress}/${id}`)
  })

  routes.post(`${at}/:visit/met`, async (req, res) => {
    const { person, found, address } = await openAsHost(db, signedIn(res), req.params)
    allow(found.visit.kind === 'asked')
    wellRead(read(Nothing, req.body))
    await inOne(db, trx => closeWish(trx, found.visit, person))
    await tell(db, res, 'The request is closed.')
    res.redirect(303, address)
  })

  async function page({ network, head, listAddress }: VisitsOfNetwork, form: FormState) {
    const schools = await schoolsToAsk(db, network.id)
    const address = `${listAddress}/asked`
    return { title: 'Ask to see something', head, listAddress, address, back: listAddress, form, schools }
  }

  return routes
}
