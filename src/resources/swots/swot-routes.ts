import { type Request, type Response, Router } from 'express'
import { z } from 'zod'
import { inOne } from '../../database.js'
import { allow } from '../../errors.js'
import type { House } from '../../house.js'
import { ownNames } from '../../names/names.js'
import { tell } from '../../people/sessions.js'
import { textInPlace } from '../../texts/in-place.js'
import { readTexts, textsOf } from '../../texts/texts.js'
import { date, line } from '../../web/fields.js'
import { today } from '../../web/now.js'
import { type FormState, formOf, read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { day } from '../../words/words.js'
import { networkOfGuest, type ResourcesOfNetwork } from '../finding.js'
import { mayTakePartInSwot } from '../permissions.js'
import { placesWithin } from '../places.js'
import { beginSwot, findSwot, settleSwot, swotFields, swotKind, swotsFor } from './swots.js'

const SwotForm = z.strictObject({
  title: line('Say what you look at', 160),
  heldOn: date('Enter the day on which you look at it together'),
})

/** Twice a year heads, leaders and the outside colleague look at the same four boxes, and say what they do next. */
export function swotRoutes({ db }: House): Router {
  const routes = Router()
  const at = '/networks/:network/resources/swots' as const

  routes.get(at, async (req, res) => {
    const there = await networkOfGuest(db, signedIn(res), req.params.network)
    show(res, 'resources/swots', await swotsPage(there))
  })

  routes.post(at, async (req, res) => {
    const there = await networkOfGuest(db, signedIn(res), req.params.network)
    await swotsFor(db, there.person, there.network)
    allow(mayTakePartInSwot(there.person, there.network), 'A head or a network leader begins it.')
    const reading = read(SwotForm, req.body)
    if (!reading.ok) return show(res.status(422), 'resources/swots', await swotsPage(there, reading.form))
    const id = await inOne(db, trx => beginSwot(trx, there.network, there.person, reading.values))
    res.redirect(303, `${there.address}/swots/${id}`)
  })

  routes.get(`${at}/:swot`, async (req, res) => {
    const { there, swot, address } = await found(req, res)
    const texts = readTexts(await textsOf(db, swotKind, swot.id), ownNames)
    show(res, 'resources/swot', {
      title: swot.title,
      head: there.head,
      at: there.address,
      address,
      isGuest: !there.person.works(there.network.id),
      swot: { title: swot.title, when: day(swot.heldOn), settled: swot.settledAt && day(swot.settledAt) },
      texts: swotFields.map(({ field, label, hint }) =>
        textInPlace({ kind: swotKind, owner: swot.id, field }, texts, { label, hint, rows: 7 }),
      ),
      bodies: swotFields.map(({ field, label }) => ({ label, body: texts[field]?.body ?? '' })),
    })
  })

  routes.post(`${at}/:swot/settling`, async (req, res) => {
    const { there, swot, address } = await found(req, res)
    allow(mayTakePartInSwot(there.person, there.network), 'A head or a network leader settles it.')
    await inOne(db, trx => settleSwot(trx, swot, there.person))
    await tell(db, res, 'It is settled, and stays as it was written.')
    res.redirect(303, address)
  })

  async function swotsPage(there: ResourcesOfNetwork, form: FormState = formOf({ heldOn: today() })) {
    const { person, network, head, address } = there
    const swots = (await swotsFor(db, person, network)).map(one => ({
      href: `${address}/swots/${one.id}`,
      title: one.title,
      when: day(one.heldOn),
      settled: one.settledAt !== null,
    }))
    return {
      title: 'SWOT together',
      ...{ head, at: address, address: `${address}/swots`, ways: placesWithin(there, '/swots'), swots, form },
      may: { begin: mayTakePartInSwot(person, network) },
    }
  }

  async function found(req: Request<{ network: string; swot: string }>, res: Response) {
    const there = await networkOfGuest(db, signedIn(res), req.params.network)
    const swot = await findSwot(db, there.person, there.network, req.params.swot)
    return { there, swot, address: `${there.address}/swots/${swot.id}` }
  }

  return routes
}
