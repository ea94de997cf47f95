import { Router } from 'express'
import { inOne } from '../../database.js'
import { allow } from '../../errors.js'
import type { House } from '../../house.js'
import type { Brought } from '../../room.js'
import { tell } from '../../people/sessions.js'
import { sendCsv } from '../../web/csv.js'
import { formOf, read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { schoolColumns } from '../columns.js'
import { SchoolForm } from '../forms.js'
import { findNetwork } from '../networks.js'
import { mayChangeSettings } from '../permissions.js'
import { schoolEditPage, schoolPage, schoolsPage } from './school-pages.js'
import { changeSchool, findSchool, schoolsOf } from './schools.js'

/** The schools of a network: listed, and changed in their words. */
export function schoolRoutes({ db }: House, { inTheYear }: Pick<Brought, 'inTheYear'>): Router {
  const routes = Router()

  routes.get('/networks/:network/schools', async (req, res) => {
    const person = signedIn(res)
    const network = await findNetwork(db, person, req.params.network)
    show(res, 'networks/schools', await schoolsPage(db, person, network))
  })

  routes.get('/networks/:network/schools.csv', async (req, res) => {
    const network = await findNetwork(db, signedIn(res), req.params.network)
    const schools = await schoolsOf(db, network.id)
    sendCsv(res, `${network.id}-schools`, schoolColumns, schools)
  })

  routes.get('/networks/:network/schools/:school', async (req, res) => {
    const person = signedIn(res)
    const network = await findNetwork(db, person, req.params.network)
    const school = await findSchool(db, network, req.params.school)
    show(res, 'networks/school', await schoolPage(db, inTheYear.beside, person, network, school))
  })

  routes.get('/networks/:network/schools/:school/edit', async (req, res) => {
    const person = signedIn(res)
    const network = await findNetwork(db, person, req.params.network)
    const school = await findSchool(db, network, req.params.school)
    allow(mayChangeSettings(person, network))
    show(res, 'networks/school-edit', schoolEditPage(person, network, school, formOf(school)))
  })

  routes.post('/networks/:network/schools/:school', async (req, res) => {
    const person = signedIn(res)
    const network = await findNetwork(db, person, req.params.network)
    const school = await findSchool(db, network, req.params.school)
    allow(mayChangeSettings(person, network))
    const reading = read(SchoolForm, req.body)
    if (!reading.ok)
      return show(res.status(422), 'networks/school-edit', schoolEditPage(person, network, school, reading.form))
    await inOne(db, trx => changeSchool(trx, school, person, reading.values))
    await tell(db, res, `${reading.values.name} is saved.`)
    res.redirect(303, `/networks/${network.id}/schools`)
  })

  return routes
}
