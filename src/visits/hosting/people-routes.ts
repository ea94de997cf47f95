import { Router } from 'express'
import { inOne } from '../../database.js'
import { NotFound } from '../../errors.js'
import type { House } from '../../house.js'
import { tell } from '../../people/sessions.js'
import { addMistake, formOf, read, wellRead } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { openAsHost } from '../finding.js'
import { Nothing, PersonForm } from '../forms.js'
import '../pages.js'
import { addPerson, removePerson } from './hosting.js'
import { peoplePage } from './people-page.js'

/** Who hosts a visit together, and who is asked to it by name: also governors, partners and facilitators. */
export function peopleRoutes({ db }: House): Router {
  const routes = Router()
  const at = '/networks/:network/visits/:visit/people' as const

  routes.get(at, async (req, res) => {
    const there = await openAsHost(db, signedIn(res), req.params)
    show(res, 'visits/people', await peoplePage(db, there, formOf({ standing: 'invited' })))
  })

  routes.post(at, async (req, res) => {
    const there = await openAsHost(db, signedIn(res), req.params)
    const reading = read(PersonForm, req.body)
    if (!reading.ok) return show(res.status(422), 'visits/people', await peoplePage(db, there, reading.form))
    const page = await peoplePage(db, there, formOf(req.body))
    if (!page.people.some(one => one.value === reading.values.person)) {
      addMistake(page.form, 'person', 'Choose somebody of the network')
      return show(res.status(422), 'visits/people', page)
    }
    await inOne(db, trx => addPerson(trx, there.found.visit, there.person, reading.values))
    await tell(db, res, 'They are told.')
    res.redirect(303, `${there.address}/people`)
  })

  routes.post(`${at}/:person/removal`, async (req, res) => {
    const { person, found, address, ...there } = await openAsHost(db, signedIn(res), req.params)
    const page = await peoplePage(db, { person, found, address, ...there }, formOf())
    if (![...page.hosts, ...page.invited].some(one => one.id === req.params.person)) throw new NotFound('person')
    wellRead(read(Nothing, req.body))
    await inOne(db, trx => removePerson(trx, found.visit, person, req.params.person))
    await tell(db, res, 'They are not asked any more.')
    res.redirect(303, `${address}/people`)
  })

  return routes
}
