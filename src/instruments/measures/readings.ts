import type { Db } from '../../database.js'
import type { Enquiry } from '../../enquiries/enquiry.js'
import type { Names } from '../../names/names.js'
import type { Reader } from '../../names/reader.js'
import { byName, figure } from '../../words/words.js'
import { labelOfComparison } from '../comparisons/comparisons.js'
import { judgedIn } from './judging-readings.js'
import { readsEveryMeasure } from '../permissions.js'
import type { Showing } from '../small-numbers/hidden-lines.js'
import { few, fewPupils, heldBack, isFew } from '../small-numbers/small-numbers.js'
import type { Measure, Reading } from '../tables.js'

/** A reading as its reader may see it: what is hidden is not in it at all. */
export interface ShownReading {
  id: string
  on: string
  /** null where it is not shown. */
  value: number | null
  pupils: number | null
  /** `12.5`, or why it is not shown. */
  shown: string
  shownPupils: string
  remark: string
}

export interface AtSchool {
  /** Of what is compared with, its own id. */
  schoolId: string
  /** It takes no part, and is measured beside. */
  isComparison: boolean
  /** As this reader may know it. */
  school: string
  shared: boolean
  /** In the order of time. */
  readings: ShownReading[]
}

/** How much of what was measured is seen, by a reader or wherever the numbers go. */
export interface Sight {
  /** Of every school; otherwise of those that share their numbers with the network. */
  everySchool: boolean
  /** Also where nobody said how many pupils a number is from. */
  unsaid: boolean
}

/** On a page, by somebody who found the enquiry. */
export function seenOnPage({ standing }: Pick<Enquiry, 'standing'>): Sight {
  return { everySchool: readsEveryMeasure({ standing }), unsaid: standing.member }
}

/** In a spreadsheet of theirs: it leaves the group. */
export function seenInSpreadsheet(enquiry: Pick<Enquiry, 'standing'>): Sight {
  return { ...seenOnPage(enquiry), unsaid: false }
}

/** In what goes out, whoever writes it: write-ups, charts in them, copies for the network. */
export const seenOutside: Sight = { everySchool: false, unsaid: false }

/** A reading with its place, as it may be seen. */
export interface ReadingAt extends ShownReading {
  measureId: string
  measure: string
  actionId: string | null
  /** The school, or what is compared with: then by its own id. */
  schoolId: string
  /** The school in which it is. */
  inSchool: string
  /** The true name of that school. */
  school: string
  /** What is measured beside, by the name that this reader knows; null for the school itself. */
  comparison: string | null
  shared: boolean
}

/**
 * The one reader of what was measured: pages, charts, spreadsheets, copies and write-ups ask here. A school's numbers that
 * are not in sight are not there at all; small ones stand without their number, judged by all of their cycle.
 * @param of the measures, or the actions beside which they were typed in
 * @returns in the order of time
 */
export async function readReadings(
  db: Db,
  names: Names,
  sight: Sight,
  of: { measureIds: string[] } | { actionIds: string[] },
): Promise<ReadingAt[]> {
  const rows = await db
    .selectFrom('readings')
    .innerJoin('measures', 'measures.id', 'readings.measureId')
    .innerJoin('schools', 'schools.id', 'readings.schoolId')
    .leftJoin('measureShares', join =>
      join
        .onRef('measureShares.measureId', '=', 'readings.measureId')
        .onRef('measureShares.schoolId', '=', 'readings.schoolId'),
    )
    .leftJoin('comparisons', 'comparisons.id', 'readings.comparisonId')
    .selectAll('readings')
    .select(['measures.name as measure', 'measures.enquiryId', 'schools.name as school', 'measureShares.sharedAt'])
    .select(['comparisons.name as comparison', 'comparisons.sharedAt as comparisonSharedAt'])
    .where(eb =>
      'actionIds' in of ? eb('readings.actionId', 'in', of.actionIds) : eb('readings.measureId', 'in', of.measureIds),
    )
    .$if(!sight.everySchool, query =>
      query.where(eb =>
        eb.or([
          eb.and([eb('readings.comparisonId', 'is', null), eb('measureShares.sharedAt', 'is not', null)]),
          eb('comparisons.sharedAt', 'is not', null),
        ]),
      ),
    )
    .orderBy('readings.measuredOn')
    .orderBy('readings.addedAt')
    .execute()
  const showing = await judgedIn(
    db,
    rows.map(row => row.enquiryId),
  )
  return names.read(rows).map(row => ({
    ...shownReading(row, sight.unsaid, showing.get(row.id)),
    measureId: row.measureId,
    measure: row.measure,
    actionId: row.actionId,
    schoolId: row.comparisonId ?? row.schoolId,
    inSchool: row.schoolId,
    school: row.school,
    comparison: row.comparison,
    shared: (row.comparisonId === null ? row.sharedAt : row.comparisonSharedAt) !== null,
  }))
}

/** The readings of measures in each school, by the id of the measure; schools by the names that this reader knows. */
export async function readingsOf(
  db: Db,
  person: Reader,
  enquiry: Enquiry,
  measures: Measure[],
  sight: Sight = seenOnPage(enquiry),
): Promise<Map<string, AtSchool[]>> {
  const { names } = enquiry
  const rows = await readReadings(db, names, sight, { measureIds: measures.map(measure => measure.id) })
  return new Map(
    measures.map(({ id }) => [
      id,
      bySchool(
        rows.filter(row => row.measureId === id),
        names,
      ),
    ]),
  )
}

/** The true numbers of pupils behind a measure, by school and day: for judging sums, and never to be shown. */
export async function pupilsBehind(db: Db, measureId: string): Promise<Map<string, number | null>> {
  const rows = await db
    .selectFrom('readings')
    .select(['schoolId', 'comparisonId', 'measuredOn', 'pupils', 'value'])
    .where('measureId', '=', measureId)
    .orderBy('addedAt')
    .execute()
  return new Map(
    rows.map(row => [`${row.comparisonId ?? row.schoolId} ${row.measuredOn}`, row.value === null ? 0 : row.pupils]),
  )
}

/** How the place of a reading is called: a school, or what is compared with in one. */
export function placeOfReading(
  { inSchool, school, comparison }: Pick<ReadingAt, 'inSchool' | 'school' | 'comparison'>,
  names: Pick<Names, 'school'>,
): string {
  const called = names.school({ id: inSchool, name: school })
  return comparison === null ? called : labelOfComparison(comparison, called)
}

/** Readings of one measure, put together by school in the order of the alphabet; what is compared with comes last. */
export function bySchool(readings: ReadingAt[], names: Pick<Names, 'school'>): AtSchool[] {
  const found = new Map<string, AtSchool>()
  for (const { inSchool, school, comparison, schoolId, shared, ...reading } of readings) {
    const at = found.get(schoolId)
    if (at) at.readings.push(reading)
    else
      found.set(schoolId, {
        schoolId,
        isComparison: comparison !== null,
        school: placeOfReading({ inSchool, school, comparison }, names),
        shared,
        readings: [reading],
      })
  }
  return [...found.values()].sort(
    (one, other) =>
      Number(one.isComparison) - Number(other.isComparison) || byName({ name: one.school }, { name: other.school }),
  )
}

const notSaid = 'not shown, as nobody said how many pupils it is from'

/**
 * One reading as it may be seen. From fewer than five pupils it is seen by nobody, in the group or outside; where nobody
 * said how many, it stays in the group.
 *
 * @param unsaid whether it is seen where nobody said how many
 * @param showing what it was judged to be together with the others (src/instruments/measures/judging-readings.ts)
 */
function shownReading(row: Reading, unsaid: boolean, showing: Showing = 'shown'): ShownReading {
  const { id, measuredOn: on, remark } = row
  if (showing !== 'shown') {
    const [shown, shownPupils] = showing === 'few' ? [fewPupils, few] : [heldBack, heldBack]
    return { id, on, remark, value: null, pupils: null, shown, shownPupils }
  }
  if (row.value === null || (row.pupils !== null && isFew(row.pupils)))
    return { id, on, remark, value: null, pupils: null, shown: fewPupils, shownPupils: few }
  if (row.pupils === null && !unsaid)
    return { id, on, remark, value: null, pupils: null, shown: notSaid, shownPupils: 'not said' }
  const shownPupils = row.pupils === null ? 'not said' : String(row.pupils)
  return { id, on, remark, value: row.value, pupils: row.pupils, shown: figure(row.value), shownPupils }
}
