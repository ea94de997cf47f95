import { Router } from 'express'
import { inOne } from '../../database.js'
import { allow, NotFound } from '../../errors.js'
import type { House } from '../../house.js'
import { tell } from '../../people/sessions.js'
import type { Brought } from '../../room.js'
import { read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { findNetworkFromInside } from '../finding.js'
import { maySayThatTheyKnow } from '../permissions.js'
import '../pages.js'
import { KnowHowForm } from './forms.js'
import { findOwnKnowHow, offerKnowHow, takeKnowHowBack } from './know-hows.js'
import { directoryPage } from './directory-page.js'

/** Who knows how: the directory of those who may be asked, and one’s own lines in it. */
export function whoKnowsHowRoutes({ db }: House, { inTheYear }: Pick<Brought, 'inTheYear'>): Router {
  const routes = Router()
  const at = '/networks/:network/who-knows-how' as const

  routes.get(at, async (req, res) => {
    const person = signedIn(res)
    const network = await findNetworkFromInside(db, person, req.params.network)
    show(res, 'influence/who-knows-how', await directoryPage(db, inTheYear.knowsHow, person, network, req))
  })

  routes.post(at, async (req, res) => {
    const person = signedIn(res)
    const network = await findNetworkFromInside(db, person, req.params.network)
    allow(maySayThatTheyKnow(person, network))
    const reading = read(KnowHowForm, req.body)
    if (!reading.ok)
      return show(
        res.status(422),
        'influence/who-knows-how',
        await directoryPage(db, inTheYear.knowsHow, person, network, req, reading.form),
      )
    const { what, school } = reading.values
    const schools = person.schoolsIn(network.id)
    const schoolId = school === '' ? schools[0]! : school
    if (!schools.includes(schoolId)) throw new NotFound('school')
    await inOne(db, trx => offerKnowHow(trx, network, person, { what, schoolId }))
    await tell(db, res, 'Colleagues find you by it now, and can write to you.')
    res.redirect(303, `/networks/${network.id}/who-knows-how`)
  })

  routes.post(`${at}/:line/ending`, async (req, res) => {
    const person = signedIn(res)
    const network = await findNetworkFromInside(db, person, req.params.network)
    const line = await findOwnKnowHow(db, person, network, req.params.line)
    await inOne(db, trx => takeKnowHowBack(trx, line, person))
    await tell(db, res, `“${line.what}” is taken out.`)
    res.redirect(303, `/networks/${network.id}/who-knows-how`)
  })

  return routes
}
