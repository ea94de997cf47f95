import { type Request, type Response, Router } from 'express'
import { inOne } from '../../database.js'
import { allow, Conflict } from '../../errors.js'
import type { House } from '../../house.js'
import { tell } from '../../people/sessions.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { findNetwork } from '../networks.js'
import { mayChangeSettings } from '../permissions.js'
import { schoolLeavingPage } from './leaving-page.js'
import { comeBack, findSchool, leaveNetwork } from './schools.js'

type OfSchool = Request<{ network: string; school: string }>

/** A school leaves the network, after a page that says what follows, and comes back. */
export function leavingSchoolRoutes({ db }: House): Router {
  const routes = Router()

  routes.get('/networks/:network/schools/:school/leaving', async (req, res) => {
    const { person, network, school } = await found(req, res)
    if (school.leftAt) return res.redirect(303, `/networks/${network.id}/schools/${school.id}/edit`)
    show(res, 'networks/school-leaving', await schoolLeavingPage(db, person, network, school))
  })

  routes.post('/networks/:network/schools/:school/leaving', async (req, res) => {
    const { person, network, school } = await found(req, res)
    if (school.leftAt) throw new Conflict(`${school.name} has left the network already.`)
    await inOne(db, trx => leaveNetwork(trx, school, person))
    const said = 'Its people read nothing more here; what they wrote stays with their groups.'
    await tell(db, res, `${school.name} has left the network. ${said}`)
    res.redirect(303, `/networks/${network.id}/schools`)
  })

  routes.post('/networks/:network/schools/:school/return', async (req, res) => {
    const { person, network, school } = await found(req, res)
    if (!school.leftAt) throw new Conflict(`${school.name} is in the network already.`)
    await inOne(db, trx => comeBack(trx, school, person))
    await tell(db, res, `${school.name} is back in the network.`)
    res.redirect(303, `/networks/${network.id}/schools`)
  })

  async function found(req: OfSchool, res: Response) {
    const person = signedIn(res)
    const network = await findNetwork(db, person, req.params.network)
    const school = await findSchool(db, network, req.params.school)
    allow(mayChangeSettings(person, network))
    return { person, network, school }
  }

  return routes
}
