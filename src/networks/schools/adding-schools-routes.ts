import { Router } from 'express'
import { inOne } from '../../database.js'
import { allow } from '../../errors.js'
import type { House } from '../../house.js'
import { tell } from '../../people/sessions.js'
import { queried } from '../../web/page-of.js'
import { formOf, read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { plural } from '../../words/words.js'
import { PickForm, SchoolForm } from '../forms.js'
import { findNetwork } from '../networks.js'
import { mayChangeSettings } from '../permissions.js'
import { schoolEditPage, schoolPickPage } from './school-pages.js'
import { addSchool, pickSchools } from './schools.js'

/** Schools are picked from the government's list, or one that is not on it is added by hand. */
export function addingSchoolsRoutes({ db }: House): Router {
  const routes = Router()

  routes.get('/networks/:network/schools/new', async (req, res) => {
    const person = signedIn(res)
    const network = await findNetwork(db, person, req.params.network)
    allow(mayChangeSettings(person, network))
    show(res, 'networks/school-pick', await schoolPickPage(db, person, network, queried(req, 'find')))
  })

  routes.post('/networks/:network/schools/picked', async (req, res) => {
    const person = signedIn(res)
    const network = await findNetwork(db, person, req.params.network)
    allow(mayChangeSettings(person, network))
    const reading = read(PickForm, req.body)
    const urns = reading.ok ? reading.values.urns.slice(0, 100) : []
    const added = await inOne(db, trx => pickSchools(trx, network, person, urns))
    const schools = `/networks/${network.id}/schools`
    if (added === 0) {
      await tell(db, res, 'Tick the schools that belong to this network.')
      const find = reading.ok ? reading.values.find : ''
      return res.redirect(303, `${schools}/new?find=${encodeURIComponent(find)}`)
    }
    await tell(db, res, `${plural(added, 'school', 'schools')} added.`)
    res.redirect(303, schools)
  })

  routes.get('/networks/:network/schools/by-hand', async (req, res) => {
    const person = signedIn(res)
    const network = await findNetwork(db, person, req.params.network)
    allow(mayChangeSettings(person, network))
    show(res, 'networks/school-edit', schoolEditPage(person, network, null, formOf()))
  })

  routes.post('/networks/:network/schools', async (req, res) => {
    const person = signedIn(res)
    const network = await findNetwork(db, person, req.params.network)
    allow(mayChangeSettings(person, network))
    const reading = read(SchoolForm, req.body)
    if (!reading.ok)
      return show(res.status(422), 'networks/school-edit', schoolEditPage(person, network, null, reading.form))
    await addSchool(db, network, person, { urn: null, ...reading.values })
    await tell(db, res, `${reading.values.name} is in the network.`)
    res.redirect(303, `/networks/${network.id}/schools`)
  })

  return routes
}
