import { type Request, Router } from 'express'
import { inOne } from '../../database.js'
import { findEnquiry } from '../../enquiries/enquiry.js'
import { crumbsOf, headOf } from '../../enquiries/head.js'
import { allow, BadInput, NotFound } from '../../errors.js'
import type { House } from '../../house.js'
import type { Reader } from '../../names/reader.js'
import { tell } from '../../people/sessions.js'
import { sendCsv } from '../../web/csv.js'
import { slugOf } from '../../web/new-id.js'
import { queried } from '../../web/page-of.js'
import { addMistake, formOf, read, type Reading } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { day } from '../../words/words.js'
import { BaselineForm, CountingForm, NameForm, ReadingForm, RemarkForm } from '../forms.js'
import { measureColumns, measureLines } from '../in-rows.js'
import { importsOf, schoolsToMeasure } from '../spreadsheets/importing.js'
import { addressOf, measurePage, tableOf } from './measure-page.js'
import {
  findMeasure,
  type FoundMeasure,
  keepBaseline,
  measure,
  measuresOfEnquiry,
  remarkOnReading,
  removeReading,
  renameMeasure,
  sayWhatItCounts,
  shareNumbers,
} from './measures.js'
import { mayKeepMeasures, mayShareNumbersOf, mayTakeNumbersBack, readsEveryMeasure } from '../permissions.js'
import { readingsOf, seenInSpreadsheet } from './readings.js'
import type { Moments } from './moments.js'

/** The measures of a group over time, as tables, run charts and a spreadsheet. */
export function measureRoutes({ db }: House, moments: Moments[]): Router {
  const routes = Router()

  routes.get('/groups/:group/measures', async (req, res) => {
    const person = signedIn(res)
    const enquiry = await findEnquiry(db, person, req.params.group, cycleAsked(req))
    const measures = await measuresOfEnquiry(db, enquiry)
    const readings = await readingsOf(db, person, enquiry, measures)
    const lines = await Promise.all(
      measures.map(async ({ id, name }) => {
        const schools = readings.get(id)!
        const count = schools.reduce((sum, school) => sum + school.readings.length, 0)
        return {
          name,
          href: `/measures/${id}`,
          table: await tableOf(db, id, schools),
          schools: schools.length,
          readings: count,
        }
      }),
    )
    show(res, 'instruments/measures', {
      title: `Measures of ${enquiry.groupName}`,
      breadcrumbs: crumbsOf(enquiry),
      head: headOf(enquiry, 'measures'),
      measures: lines,
      imports: enquiry.standing.member ? await importsOf(db, enquiry) : [],
      inside: readsEveryMeasure(enquiry),
      may: { keep: mayKeepMeasures(enquiry) },
      address: addressOf(enquiry),
      csv: `${addressOf(enquiry)}.csv`,
    })
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

  routes.post('/measures/:measure/readings', async (req, res) => {
    const person = signedIn(res)
    const found = await toKeep(person, req.params.measure)
    const reading = read(ReadingForm, req.body)
    const offered = await schoolsToMeasure(db, found.enquiry)
    const form = reading.ok
      ? offered.some(school => school.id === reading.values.school)
        ? undefined
        : addMistake(formOf(req.body), 'school', 'Choose one of these schools')
      : reading.form
    if (!reading.ok || form)
      return show(res.status(422), 'instruments/measure', await measurePage(db, person, found, moments, form))
    const { school: schoolId, ...values } = reading.values
    await inOne(db, trx => measure(trx, found.enquiry, person, { schoolId, measure: found.name, ...values }))
    await tell(db, res, 'The reading is added.')
    res.redirect(303, `/measures/${found.id}`)
  })

  routes.post('/measures/:measure/readings/:reading/removal', async (req, res) => {
    const person = signedIn(res)
    const found = await toKeep(person, req.params.measure)
    await inOne(db, trx => removeReading(trx, found, person, req.params.reading))
    await tell(db, res, 'The reading is taken away.')
    const left = await db.selectFrom('readings').select('id').where('measureId', '=', found.id).executeTakeFirst()
    res.redirect(303, left ? `/measures/${found.id}` : addressOf(found.enquiry))
  })

  routes.post('/measures/:measure/readings/:reading/remark', async (req, res) => {
    const found = await toKeep(signedIn(res), req.params.measure)
    const { remark } = wellRead(read(RemarkForm, req.body))
    await remarkOnReading(db, found, req.params.reading, remark)
    await tell(db, res, remark ? 'The reading is marked as far out.' : 'The reading is not marked any more.')
    res.redirect(303, `/measures/${found.id}`)
  })

  routes.post('/measures/:measure/baseline', async (req, res) => {
    const person = signedIn(res)
    const found = await toKeep(person, req.params.measure)
    const { until } = wellRead(read(BaselineForm, req.body))
    await inOne(db, trx => keepBaseline(trx, found, person, until))
    await tell(db, res, until ? `The baseline goes until ${day(until)}.` : 'The median follows all readings again.')
    res.redirect(303, `/measures/${found.id}`)
  })

  routes.post('/measures/:measure/counting', async (req, res) => {
    const person = signedIn(res)
    const found = await toKeep(person, req.params.measure)
    await inOne(db, trx => sayWhatItCounts(trx, found, person, wellRead(read(CountingForm, req.body)).counts))
    await tell(db, res, 'What the number is has been kept.')
    res.redirect(303, `/measures/${found.id}`)
  })

  routes.post('/measures/:measure/name', async (req, res) => {
    const person = signedIn(res)
    const found = await toKeep(person, req.params.measure)
    await inOne(db, trx => renameMeasure(trx, found, person, wellRead(read(NameForm, req.body)).name))
    await tell(db, res, 'The measure has its new name.')
    res.redirect(303, `/measures/${found.id}`)
  })

  routes.post('/measures/:measure/schools/:school/sharing', async (req, res) => {
    await share(signedIn(res), req.params.measure, req.params.school, true)
    await tell(db, res, 'Your school’s numbers are shared with the network. You can take them back at any time.')
    res.redirect(303, `/measures/${req.params.measure}`)
  })

  routes.post('/measures/:measure/schools/:school/sharing/end', async (req, res) => {
    const person = signedIn(res)
    await share(person, req.params.measure, req.params.school, false)
    await tell(db, res, 'The numbers are taken back.')
    const still = await findMeasure(db, person, req.params.measure).catch(() => undefined)
    res.redirect(303, still ? `/measures/${still.id}` : '/')
  })

  async function share(person: Reader, measureId: string, schoolId: string, shared: boolean): Promise<void> {
    const found = await findMeasure(db, person, measureId)
    const school = (await schoolsToMeasure(db, found.enquiry)).find(one => one.id === schoolId)
    if (!school) throw new NotFound('school')
    const may = shared ? mayShareNumbersOf : mayTakeNumbersBack
    allow(
      may(person, found.enquiry, school.id),
      'A school’s numbers are shared by a member of the group from that school.',
    )
    await inOne(db, trx => shareNumbers(trx, found, person, school, shared))
  }

  async function toKeep(person: Reader, id: string): Promise<FoundMeasure> {
    const found = await findMeasure(db, person, id)
    allow(mayKeepMeasures(found.enquiry))
    return found
  }

  return routes
}

function cycleAsked(req: Request): number | undefined {
  const cycle = Number(queried(req, 'cycle'))
  return Number.isInteger(cycle) && cycle > 0 ? cycle : undefined
}

/** These forms are buttons and single lines: what cannot be read is told as a sentence. */
function wellRead<Values>(reading: Reading<Values>): Values {
  if (!reading.ok) throw new BadInput(reading.form.summary[0]!.text, 422)
  return reading.values
}
