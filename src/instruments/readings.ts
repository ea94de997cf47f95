import type { Db } from '../database.js'
import type { Enquiry } from '../enquiries/enquiry.js'
import { pseudonymsTowards } from '../evidence/pseudonyms.js'
import type { Person } from '../people/person.js'
import { byName } from '../web/words.js'
import { judgedIn } from './judging-readings.js'
import { schoolsThatShare } from './measures.js'
import { readsEveryMeasure } from './permissions.js'
import { few, fewPupils, heldBack, isFew, type Showing } from './small-numbers.js'
import type { Measure, Reading } from './tables.js'

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
  schoolId: string
  /** As this reader may know it. */
  school: string
  shared: boolean
  /** In the order of time. */
  readings: ShownReading[]
}

/** The readings of a measure in each school that this reader may see, in the order of the alphabet. */
export async function readingsOf(
  db: Db,
  person: Person,
  enquiry: Enquiry,
  measures: Measure[],
): Promise<Map<string, AtSchool[]>> {
  const ids = measures.map(measure => measure.id)
  const found = new Map<string, AtSchool[]>(ids.map(id => [id, []]))
  if (ids.length === 0) return found
  const shares = await schoolsThatShare(db, ids)
  const everything = readsEveryMeasure(enquiry)
  const showing = await judgedIn(
    db,
    measures.map(measure => measure.enquiryId),
  )
  const names = await pseudonymsTowards(db, person, enquiry.groupId)
  const rows = await db
    .selectFrom('readings')
    .innerJoin('schools', 'schools.id', 'readings.schoolId')
    .selectAll('readings')
    .select('schools.name as school')
    .where('measureId', 'in', ids)
    .orderBy('measuredOn')
    .orderBy('addedAt')
    .execute()
  for (const row of rows) {
    const shared = shares.some(one => one.measureId === row.measureId && one.schoolId === row.schoolId)
    if (!everything && !shared) continue
    const atSchools = found.get(row.measureId)!
    let at = atSchools.find(one => one.schoolId === row.schoolId)
    if (!at) {
      at = {
        schoolId: row.schoolId,
        school: names.school({ id: row.schoolId, name: row.school }),
        shared,
        readings: [],
      }
      atSchools.push(at)
    }
    at.readings.push(shownReading(row, enquiry.standing.member, showing.get(row.id)))
  }
  for (const atSchools of found.values())
    atSchools.sort((one, other) => byName({ name: one.school }, { name: other.school }))
  return found
}

export const notSaid = 'not shown, as nobody said how many pupils it is from'

/**
 * One reading as it may be seen. From fewer than five pupils it is seen by nobody, in the group or outside; where nobody
 * said how many, it stays in the group.
 *
 * @param showing what it was judged to be together with the others (src/instruments/judging-readings.ts)
 */
export function shownReading(row: Omit<Reading, 'school'>, inside: boolean, showing: Showing = 'shown'): ShownReading {
  const { id, measuredOn: on, remark } = row
  if (showing !== 'shown') {
    const [shown, shownPupils] = showing === 'few' ? [fewPupils, few] : [heldBack, heldBack]
    return { id, on, remark, value: null, pupils: null, shown, shownPupils }
  }
  if (row.value === null || (row.pupils !== null && isFew(row.pupils)))
    return { id, on, remark, value: null, pupils: null, shown: fewPupils, shownPupils: few }
  if (row.pupils === null && !inside)
    return { id, on, remark, value: null, pupils: null, shown: notSaid, shownPupils: 'not said' }
  const shownPupils = row.pupils === null ? 'not said' : String(row.pupils)
  return { id, on, remark, value: row.value, pupils: row.pupils, shown: figure(row.value), shownPupils }
}

export function figure(value: number): string {
  return value.toLocaleString('en-GB', { maximumFractionDigits: 2 })
}
