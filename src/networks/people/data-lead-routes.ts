import { type Response, Router } from 'express'
import { z } from 'zod'
import { inOne } from '../../database.js'
import { allow, NotFound } from '../../errors.js'
import type { House } from '../../house.js'
import type { Person } from '../../people/person.js'
import { tell } from '../../people/sessions.js'
import { addMistake, formOf, type FormState, read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { endDataLead, headsOf, nameDataLead, possibleDataLeads } from './data-leads.js'
import { type DataLeadsAsked, dataLeadsPage } from './data-leads-page.js'
import { findNetwork } from '../networks.js'
import { mayEndDataLead, mayNameDataLead, maySeeDataLeads } from '../permissions.js'
import { findSchool } from '../schools/schools.js'

const NamingForm = z.strictObject({ person: z.string().max(60).optional() })
const theHead =
  'The head of a school names its data lead. A network leader does so only where a school has no head here, or names the head.'

/** Who looks after the keys to pupils' codes of a school: named by its head. */
export function dataLeadRoutes(house: House): Router {
  const { db } = house
  const routes = Router()

  routes.get('/networks/:network/schools/:school/data-leads', async (req, res) => {
    await showLeads(res, await schoolAsked(res, req.params.network, req.params.school))
  })

  routes.post('/networks/:network/schools/:school/data-leads', async (req, res) => {
    const found = await schoolAsked(res, req.params.network, req.params.school)
    allow(found.mayName, theHead)
    const reading = read(NamingForm, req.body)
    const wanted = reading.ok ? reading.values.person : undefined
    const possible = await possibleDataLeads(db, found.school.id, found.person)
    if (!possible.some(one => one.personId === wanted)) {
      allow(found.mayEnd, theHead)
      const form = addMistake(formOf(req.body), 'person', 'Choose somebody who works in the school')
      return showLeads(res.status(422), found, form)
    }
    const named = await inOne(db, trx => nameDataLead(trx, found.school, wanted!, found.person))
    await tell(
      db,
      res,
      `${named.name} is data lead of ${found.school.name} as soon as a second person has confirmed it.`,
    )
    res.redirect(303, found.address)
  })

  routes.post('/networks/:network/schools/:school/data-leads/:role/ending', async (req, res) => {
    const found = await schoolAsked(res, req.params.network, req.params.school)
    allow(found.mayEnd, theHead)
    const ended = await inOne(db, trx => endDataLead(trx, found.school, req.params.role, found.person))
    await tell(db, res, `${ended.name} is not data lead of ${found.school.name} any more.`)
    res.redirect(303, found.address)
  })

  async function schoolAsked(res: Response, networkId: string, schoolId: string) {
    const person = signedIn(res)
    const network = await findNetwork(db, person, networkId)
    const school = await findSchool(db, network, schoolId)
    if (!maySeeDataLeads(person, school)) throw new NotFound('page')
    const heads = await headsOf(db, school.id)
    const mayName = mayNameDataLead(person, school)
    const mayEnd = mayEndDataLead(person, school, heads.length > 0)
    const address = `/networks/${network.id}/schools/${school.id}/data-leads`
    return { person, network, school, heads, mayName, mayEnd, address }
  }

  async function showLeads(res: Response, found: DataLeadsAsked & { person: Person }, form?: FormState): Promise<void> {
    show(res, 'networks/data-leads', await dataLeadsPage(db, found.person, found, form))
  }

  return routes
}
