import { type Request, Router } from 'express'
import { findEnquiry } from '../../enquiries/enquiry.js'
import type { House } from '../../house.js'
import { sendCsv } from '../../web/csv.js'
import { slugOf } from '../../web/new-id.js'
import { queried } from '../../web/page-of.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { measureColumns, measureLines } from '../in-rows.js'
import { measurePage } from './measure-page.js'
import { findMeasure, measuresOfEnquiry } from './measures.js'
import { measuresPage } from './measures-page.js'
import type { Moments } from './moments.js'
import { readingsOf, seenInSpreadsheet } from './readings.js'

/** The measures of a group over time, as tables, run charts and a spreadsheet. */
export function measureRoutes({ db }: House, moments: Moments[]): Router {
  const routes = Router()

  routes.get('/groups/:group/measures', async (req, res) => {
    const person = signedIn(res)
    const enquiry = await findEnquiry(db, person, req.params.group, cycleAsked(req))
    show(res, 'instruments/measures', await measuresPage(db, person, enquiry))
  })

  routes.get('/groups/:group/measures.csv', async (req, res) => {
    const person = signedIn(res)
    const enquiry = await findEnquiry(db, person, req.params.group, cycleAsked(req))
    const measures = await measuresOfEnquiry(db, enquiry)
    const readings = await readingsOf(db, person, enquiry, measures, seenInSpreadsheet(enquiry))
    const lines = measures.flatMap(one => measureLines(one, readings.get(one.id)!))
    sendCsv(res, `${enquiry.groupId}-measures`, measureColumns, lines)
  })

  routes.get('/measures/:measure.csv', async (req, res) => {
    const person = signedIn(res)
    const found = await findMeasure(db, person, req.params.measure)
    const readings = await readingsOf(db, person, found.enquiry, [found], seenInSpreadsheet(found.enquiry))
    sendCsv(res, slugOf(found.name), measureColumns, measureLines(found, readings.get(found.id)!))
  })

  routes.get('/measures/:measure', async (req, res) => {
    const person = signedIn(res)
    const found = await findMeasure(db, person, req.params.measure)
    show(res, 'instruments/measure', await measurePage(db, person, found, moments))
  })

  return routes
}

function cycleAsked(req: Request): number | undefined {
  const cycle = Number(queried(req, 'cycle'))
  return Number.isInteger(cycle) && cycle > 0 ? cycle : undefined
}
