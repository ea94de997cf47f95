import { type Request, type Response, Router } from 'express'
import { inOne } from '../../database.js'
import { allow, Conflict } from '../../errors.js'
import type { House } from '../../house.js'
import { heardBy } from '../../mail/heard.js'
import { schoolsOf } from '../../networks/schools/schools.js'
import { tell } from '../../people/sessions.js'
import { pageNumber, pageOf } from '../../web/page-of.js'
import { addMistake, formOf, read, wellRead } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { allowKeeping, findResources, networkOfGuest } from '../finding.js'
import { placesWithin } from '../places.js'
import { isInvitedToEvening } from '../permissions.js'
import { sayWhetherComing } from './coming.js'
import { ComingForm, EveningForm } from './evening-form.js'
import { eveningFormPage, eveningPage, whenOf } from './evening-page.js'
import { cancelEvening, changeEvening, eveningsOf, findEvening, makeEvening } from './evenings.js'

const perPage = 25

/** Evenings on which governors read data together: set up by the network’s leaders, read by those who are invited. */
export function eveningRoutes({ db, mail }: House): Router {
  const routes = Router()
  const at = '/networks/:network/resources/evenings' as const

  routes.get(at, async (req, res) => {
    const there = await findResources(db, signedIn(res), req.params.network)
    const { person, network, head, address } = there
    const { rows, total } = await eveningsOf(db, network, { number: pageNumber(req), size: perPage })
    const lines = rows.map(one => ({
      href: `${address}/evenings/${one.id}`,
      title: one.title,
      when: whenOf(one),
      place: one.place,
      cancelled: one.cancelledAt !== null,
    }))
    show(res, 'resources/evenings', {
      title: 'Data evenings',
      head,
      at: address,
      ways: placesWithin(there, '/evenings'),
      evenings: pageOf(req, lines, total, perPage),
      may: { prepare: person.isNetworkLeaderOf(network.id) },
    })
  })

  routes.get(`${at}/new`, async (req, res) => {
    const there = await findResources(db, signedIn(res), req.params.network)
    allowKeeping(there)
    show(res, 'resources/evening-edit', await eveningFormPage(db, there, undefined))
  })

  routes.post(at, async (req, res) => {
    const there = await findResources(db, signedIn(res), req.params.network)
    allowKeeping(there)
    const reading = await readEvening(there.network.id, req.body)
    if (!reading.ok)
      return show(res.status(422), 'resources/evening-edit', await eveningFormPage(db, there, reading.form))
    const { schools, ...words } = reading.values
    const id = await inOne(db, trx => makeEvening(trx, there.network, there.person, words, schools))
    await tell(
      db,
      res,
      `The evening is set up. ${heardBy(mail).tells('the governors who are invited', 'it waits on Your day')}`,
    )
    res.redirect(303, `${there.address}/evenings/${id}`)
  })

  routes.get(`${at}/:evening`, async (req, res) => {
    const { there, evening } = await found(req, res)
    show(res, 'resources/evening', await eveningPage(db, there, evening))
  })

  routes.get(`${at}/:evening/edit`, async (req, res) => {
    const { there, evening } = await found(req, res)
    allowKeeping(there)
    show(res, 'resources/evening-edit', await eveningFormPage(db, there, undefined, evening))
  })

  routes.post(`${at}/:evening`, async (req, res) => {
    const { there, evening, address } = await found(req, res)
    allowKeeping(there)
    const reading = await readEvening(there.network.id, req.body)
    if (!reading.ok)
      return show(res.status(422), 'resources/evening-edit', await eveningFormPage(db, there, reading.form, evening))
    const { schools, ...words } = reading.values
    await inOne(db, trx => changeEvening(trx, evening, there.person, words, schools))
    await tell(db, res, 'The evening is saved.')
    res.redirect(303, address)
  })

  routes.post(`${at}/:evening/cancellation`, async (req, res) => {
    const { there, evening, address } = await found(req, res)
    allowKeeping(there)
    await inOne(db, trx => cancelEvening(trx, evening, there.person))
    await tell(db, res, 'The evening is cancelled. It leaves everybody’s calendar.')
    res.redirect(303, address)
  })

  routes.post(`${at}/:evening/coming`, async (req, res) => {
    const { there, evening, address } = await found(req, res)
    const { person, network } = there
    allow(isInvitedToEvening(person, network, evening.schoolIds), 'Those who are invited say whether they come.')
    if (evening.cancelledAt !== null) throw new Conflict('This evening is cancelled.')
    const { says } = wellRead(read(ComingForm, req.body))
    await inOne(db, trx => sayWhetherComing(trx, evening, person, says))
    await tell(db, res, says === 'comes' ? 'You come.' : 'Your apologies are noted.')
    res.redirect(303, address)
  })

  async function found(req: Request<{ network: string; evening: string }>, res: Response) {
    const there = await networkOfGuest(db, signedIn(res), req.params.network)
    const evening = await findEvening(db, there.person, there.network, req.params.evening)
    return { there, evening, address: `${there.address}/evenings/${evening.id}` }
  }

  async function readEvening(networkId: string, body: unknown) {
    const reading = read(EveningForm, body)
    if (!reading.ok) return reading
    const known = (await schoolsOf(db, networkId)).map(one => one.id)
    const strange = reading.values.schools.some(one => !known.includes(one))
    return strange
      ? { ok: false as const, form: addMistake(formOf(body), 'schools', 'Choose schools of the network') }
      : reading
  }

  return routes
}
