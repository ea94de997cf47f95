import { Router } from 'express'
import { inOne } from '../database.js'
import { enquiryToWrite } from '../enquiries/writing-stages.js'
import { NotFound } from '../errors.js'
import type { House } from '../house.js'
import { tell } from '../people/sessions.js'
import { read, wellRead } from '../web/read.js'
import { thingsOf } from './answers.js'
import { AnswersForm, ClaimsOfPartsForm, PartsOfThingForm } from './forms.js'
import { partToKeep } from './keeping-routes.js'
import { addressOfParts } from './part-pages.js'
import { partsOf } from './parts.js'
import { tie } from './tying.js'

/** What answers a part is ticked on the part's page, a kind at a time; which parts a thing answers, on the thing's. */
export function tyingRoutes({ db }: House): Router {
  const routes = Router()

  routes.post('/question-parts/:part/answers', async (req, res) => {
    const { person, part } = await partToKeep(db, req, res)
    const { kind, things } = wellRead(read(AnswersForm, req.body))
    const offered = (await thingsOf(db, person, part.enquiry))[kind]
    const ticks = offered.map(({ id }) => ({ partId: part.id, thingId: id, isTicked: things.includes(id) }))
    await inOne(db, trx => tie(trx, part.enquiry, person, kind, ticks))
    await tell(db, res, 'Saved.')
    res.redirect(303, `/question-parts/${part.id}#${kind}`)
  })

  routes.post('/groups/:group/question-parts/claims', async (req, res) => {
    const { person, enquiry } = await enquiryToWrite(db, req, res)
    const { ties, tied } = wellRead(read(ClaimsOfPartsForm, req.body))
    const { claims } = await thingsOf(db, person, enquiry)
    const parts = await partsOf(db, enquiry)
    const ticks = parts.flatMap(part => claims.map(({ id }) => ({ partId: part.id, thingId: id })))
    // What somebody else ticked meanwhile stays as they left it.
    const changed = ticks
      .map(one => ({ one, key: `${one.partId} ${one.thingId}` }))
      .filter(({ key }) => ties.includes(key) !== tied.includes(key))
      .map(({ one, key }) => ({ ...one, isTicked: ties.includes(key) }))
    await inOne(db, trx => tie(trx, enquiry, person, 'claims', changed))
    await tell(db, res, 'Saved.')
    res.redirect(303, addressOfParts(enquiry))
  })

  routes.post('/groups/:group/question-parts/ticks', async (req, res) => {
    const { person, enquiry } = await enquiryToWrite(db, req, res)
    const { kind, thing, parts } = wellRead(read(PartsOfThingForm, req.body))
    const found = (await thingsOf(db, person, enquiry))[kind].find(one => one.id === thing)
    if (!found) throw new NotFound('thing that answers a part')
    const all = await partsOf(db, enquiry)
    const ticks = all.map(({ id }) => ({ partId: id, thingId: found.id, isTicked: parts.includes(id) }))
    await inOne(db, trx => tie(trx, enquiry, person, kind, ticks))
    await tell(db, res, 'Saved.')
    res.redirect(303, `${found.href}#question-parts`)
  })

  return routes
}
