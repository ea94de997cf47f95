import { Router } from 'express'
import { findEnquiry } from '../enquiries/enquiry.js'
import { NotFound } from '../errors.js'
import type { House } from '../house.js'
import { show } from '../web/show.js'
import { signedIn } from '../web/signed-in.js'
import { aroundInstruments } from './around-instruments.js'
import { instrumentPage, instrumentsPage } from './instrument-page.js'
import { findInstrument } from './instruments.js'
import { readsInstruments } from './permissions.js'
import { acrossSheets, everyQuestion, sheetsOf } from './sheets/sheets.js'

/** The instruments of a group, each one's own page, and what was answered to its questions. */
export function instrumentRoutes({ db }: House): Router {
  const routes = Router()

  routes.get('/groups/:group/instruments', async (req, res) => {
    const person = signedIn(res)
    const enquiry = await findEnquiry(db, person, req.params.group)
    if (!readsInstruments(enquiry)) throw new NotFound('page')
    show(res, 'instruments/index', await instrumentsPage(db, person, enquiry))
  })

  routes.get('/instruments/:instrument', async (req, res) => {
    const person = signedIn(res)
    const found = await findInstrument(db, person, req.params.instrument)
    show(res, 'instruments/instrument', await instrumentPage(db, person, found))
  })

  routes.get('/instruments/:instrument/sheets', async (req, res) => {
    const person = signedIn(res)
    const found = await findInstrument(db, person, req.params.instrument)
    if (found.kind === 'questionnaire') throw new NotFound('page')
    const sheets = await sheetsOf(db, person, found)
    show(res, 'instruments/sheets', {
      title: `${found.name}, question by question`,
      ...aroundInstruments(found.enquiry),
      name: found.name,
      address: `/instruments/${found.id}`,
      sheets: sheets.length,
      questions: acrossSheets(found.questions, sheets, await everyQuestion(db, found)),
    })
  })

  return routes
}
