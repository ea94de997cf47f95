import type { Chart } from '../../charts/chart.js'
import { chartBlock } from '../../charts/in-documents.js'
import type { Db } from '../../database.js'
import type { Chart as ChartBlock } from '../../documents/document.js'
import type { Enquiry } from '../../enquiries/enquiry.js'
import { movesOf } from '../../enquiries/records/records.js'
import type { StageMove } from '../../enquiries/tables.js'
import type { Piece } from '../../evidence/evidence.js'
import { besideThemselves, overTime } from '../../instruments/measures/over-time.js'
import { bySchool, readReadings, seenOutside, type ReadingAt } from '../../instruments/measures/readings.js'
import type { Names } from '../../names/names.js'
import type { Measure } from '../../instruments/tables.js'
import { schoolsWithHead } from '../../recommendations/sending/heads-here.js'
import { now } from '../../web/now.js'
import { adoptionChart, evidenceByKindAndSchool, stageTimeline } from './charts.js'
import type { PartName } from '../parts/parts.js'

/** At how many readings a run chart says more than a sentence. */
const fewestInARun = 6
const mostRuns = 2

/** What the records of a cycle hold that can be drawn. */
export interface RecordsToDraw {
  enquiry: Enquiry
  moves: StageMove[]
  measures: Measure[]
  readings: ReadingAt[]
  recommended: Awaited<ReturnType<typeof recommendationsToCount>>
}

/** @param names under which the charts are read: a name that a label breaks over two lines is found by nobody any more */
export async function recordsToDraw(db: Db, enquiry: Enquiry, names: Names): Promise<RecordsToDraw> {
  const rows = await db
    .selectFrom('measures')
    .selectAll()
    .where('enquiryId', '=', enquiry.id)
    .orderBy('folded')
    .execute()
  const measures = names.read(rows)
  return {
    enquiry,
    moves: await movesOf(db, enquiry),
    measures,
    readings: await readReadings(db, names, seenOutside, { measureIds: measures.map(measure => measure.id) }),
    recommended: await recommendationsToCount(db, enquiry),
  }
}

/** What the records of a cycle draw by themselves, by the part of the write-up in which it stands. */
export async function chartsOfWriteUp(
  records: RecordsToDraw,
  pieces: Piece[],
  names: Names,
): Promise<Partial<Record<PartName, ChartBlock[]>>> {
  const { enquiry, moves, recommended } = records
  const own = pieces.filter(piece => !piece.gap && piece.enquiryId === enquiry.id)
  const named = own.map(({ kind, schools, elsewhere }) => ({
    kind,
    schools: schools.map(school => ({ id: school.id, name: names.school(school) })),
    elsewhere: elsewhere !== '',
  }))
  return {
    evidence: await drawn([evidenceByKindAndSchool(named), stageTimeline(enquiry, moves, enquiry.finishedAt ?? now())]),
    evaluation: await measuresDrawn(records, names),
    recommendations: await drawn([adoptionChart(recommended)]),
  }
}

async function drawn(charts: (Chart | undefined)[]): Promise<ChartBlock[]> {
  return Promise.all(charts.flatMap(chart => (chart ? [chartBlock(chart)] : [])))
}

async function recommendationsToCount(db: Db, enquiry: Enquiry) {
  const rows = await db
    .selectFrom('recommendations')
    .select(['id', 'number'])
    .where('enquiryId', '=', enquiry.id)
    .where('withdrawnAt', 'is', null)
    .orderBy('number')
    .execute()
  if (rows.length === 0) return []
  const ids = rows.map(row => row.id)
  const responses = await db
    .selectFrom('responses')
    .select(['recommendationId', 'schoolId', 'answer', 'adoption', 'publicAt'])
    .where('recommendationId', 'in', ids)
    .execute()
  const heads = await schoolsWithHead(
    db,
    responses.map(one => one.schoolId),
  )
  return rows.map(row => ({
    ...row,
    responses: responses
      .filter(one => one.recommendationId === row.id)
      .map(one => ({ ...one, hasHead: heads.has(one.schoolId) })),
  }))
}

/**
 * Only what schools share with the network, read as outsiders read it: from fewer than five pupils nothing is shown, nor
 * where nobody said from how many. Schools stand beside themselves, in the order of the alphabet.
 */
async function measuresDrawn({ measures, readings }: RecordsToDraw, names: Names): Promise<ChartBlock[]> {
  const blocks: ChartBlock[] = []
  for (const measure of measures) {
    const here = readings.filter(reading => reading.measureId === measure.id)
    const schools = bySchool(here, names).map(at => overTime(measure.name, at, measure.baselineUntil))
    const pairs = schools.filter(one => one.before.value !== null && one.after.value !== null)
    const of = { measure: measure.id, schools: schools.map(one => one.schoolId) }
    if (pairs.length > 0 && schools.length > 1)
      blocks.push(await chartBlock(besideThemselves(measure.name, schools), of))
    const long = schools.filter(one => one.readings.filter(reading => reading.value !== null).length >= fewestInARun)
    for (const one of long.slice(0, mostRuns))
      blocks.push(await chartBlock(one.chart, { measure: measure.id, schools: [one.schoolId] }))
  }
  return blocks.slice(0, 4)
}
