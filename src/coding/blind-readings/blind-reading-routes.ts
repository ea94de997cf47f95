import { type Request, Router } from 'express'
import { Conflict } from '../../errors.js'
import type { House } from '../../house.js'
import { sendCsv } from '../../web/csv.js'
import { queried } from '../../web/page-of.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { findCodingGroup } from '../codebook/book.js'
import { comparisonColumns } from '../comparing/columns.js'
import type { Unit } from './agreement.js'
import { blindReadingPage, blindReadingsPage } from './blind-reading-page.js'
import { findBlindReading } from './blind-readings.js'
import { compareReadings } from './comparison.js'
import { comparisonPage } from './comparison-page.js'

/** The blind readings of a group, and each one's own page: what is to be read, and then what the comparison shows. */
export function blindReadingRoutes({ db }: House): Router {
  const routes = Router()

  routes.get('/groups/:group/readings', async (req, res) => {
    const enquiry = await findCodingGroup(db, signedIn(res), req.params.group)
    show(res, 'coding/readings', await blindReadingsPage(db, enquiry))
  })

  routes.get('/readings/:reading', async (req, res) => {
    const person = signedIn(res)
    const blindReading = await findBlindReading(db, person, req.params.reading)
    if (blindReading.comparedAt)
      return show(res, 'coding/comparison', await comparisonPage(db, person, blindReading, unitAsked(req)))
    show(res, 'coding/reading', await blindReadingPage(db, person, blindReading))
  })

  routes.get('/readings/:reading/comparison.csv', async (req, res) => {
    const person = signedIn(res)
    const blindReading = await findBlindReading(db, person, req.params.reading)
    if (!blindReading.comparedAt) throw new Conflict('Both readers have to be done before the readings are compared.')
    const { compared, overall } = await compareReadings(db, person, blindReading, unitAsked(req))
    sendCsv(res, `blind-reading-${blindReading.number}`, comparisonColumns, [...compared, overall])
  })

  return routes
}

function unitAsked(req: Request): Unit {
  return queried(req, 'unit') === 'characters' ? 'characters' : 'sentences'
}
