import { Router } from 'express'
import { cycleAsked } from '../claims/cycle.js'
import { inOne } from '../database.js'
import { findEnquiry } from '../enquiries/enquiry.js'
import { enquiryToWrite } from '../enquiries/writing-stages.js'
import type { House } from '../house.js'
import { tell } from '../people/sessions.js'
import { sendCsv } from '../web/csv.js'
import { read } from '../web/read.js'
import { show } from '../web/show.js'
import { signedIn } from '../web/signed-in.js'
import { answeredParts } from './answers.js'
import { partColumns, partLines } from './columns.js'
import { NewPartsForm } from './forms.js'
import { namePart } from './keeping.js'
import { keepingRoutes } from './keeping-routes.js'
import { addressOfParts, partsPage } from './part-pages.js'
import './pages.js'
import { tyingRoutes } from './tying-routes.js'

/** The parts of a group's question: read by whoever reads the question, named by the group. */
export function questionPartsRoutes(house: House): Router {
  const { db } = house
  const routes = Router()

  routes.get('/groups/:group/question-parts', async (req, res) => {
    const person = signedIn(res)
    const enquiry = await findEnquiry(db, person, req.params.group, cycleAsked(req))
    show(res, 'question-parts/index', await partsPage(db, person, enquiry))
  })

  routes.get('/groups/:group/question-parts.csv', async (req, res) => {
    const person = signedIn(res)
    const enquiry = await findEnquiry(db, person, req.params.group, cycleAsked(req))
    const lines = partLines(await answeredParts(db, person, enquiry))
    sendCsv(res, `${enquiry.groupId}-question-parts`, partColumns, lines)
  })

  routes.post('/groups/:group/question-parts', async (req, res) => {
    const { person, enquiry } = await enquiryToWrite(db, req, res)
    const reading = read(NewPartsForm, req.body)
    if (!reading.ok)
      return show(res.status(422), 'question-parts/index', await partsPage(db, person, enquiry, reading.form))
    const names = reading.values.name
    await inOne(db, async trx => {
      for (const name of names) await namePart(trx, enquiry, person, name)
    })
    await tell(db, res, `The question has ${names.length === 1 ? 'one more part' : `${names.length} more parts`}.`)
    res.redirect(303, addressOfParts(enquiry))
  })

  routes.use(tyingRoutes(house), keepingRoutes(house))
  return routes
}
