import { type Counting, countingOf } from '../../instruments/measures/judging-readings.js'
import { isFew } from '../../instruments/small-numbers/small-numbers.js'
import { figure } from '../../words/words.js'

/** A school's reading of a measure in a term, as it stands in some group's records. */
export interface SchoolReading {
  /** The measure's name, folded: groups that measure the same thing call it the same. */
  measure: string
  name: string
  counts: Counting | null
  groupId: string
  schoolId: string
  measuredOn: string
  value: number
  pupils: number
  /** Whether the school lets its network read its own line. */
  shared: boolean
}

/** What all schools together come to; null where it would tell of one school, or of fewer than five pupils. */
export interface CommunityFigure {
  shown: string | null
  /** Names nobody: how many schools are in it. */
  schools: number
}

/** Fewer schools than these together would tell one of them what another’s number is. */
const fewestSchools = 3

/**
 * One number for all schools that measured something in a term: the last reading of each, weighed by its pupils.
 *
 * A school’s own line stays its own. Everybody who looks may know some lines already: those that are shared, and those of
 * a group that they are in. So the schools whose lines are not shared must be none, or three at least; and the same must
 * hold for what is left when the schools of any one group are taken away. Pupils that are counted, or those that are left
 * over, are five at least.
 */
export function communityFigure(readings: SchoolReading[]): CommunityFigure {
  const lastOfEach = lastReadings(readings)
  const schools = lastOfEach.length
  const own = lastOfEach.filter(one => !one.shared || isFew(one.pupils))
  const without = (groupId: string) => own.filter(one => one.groupId !== groupId).length
  const groups = new Set(lastOfEach.map(one => one.groupId))
  const tells = [own.length, ...[...groups].map(without)].some(left => left > 0 && left < fewestSchools)
  return { schools, shown: schools < fewestSchools || tells ? null : together(lastOfEach) }
}

function lastReadings(readings: SchoolReading[]): SchoolReading[] {
  const inTime = [...readings].sort((one, other) => (one.measuredOn < other.measuredOn ? -1 : 1))
  return [...new Map(inTime.map(one => [one.schoolId, one])).values()]
}

function together(readings: SchoolReading[]): string | null {
  const pupils = readings.reduce((sum, one) => sum + one.pupils, 0)
  if (isFew(pupils)) return null
  const counting = countingOf({ name: readings[0]!.name, counts: readings[0]!.counts })
  if (counting === 'amount') return figure(readings.reduce((sum, one) => sum + one.value * one.pupils, 0) / pupils)
  const counted = readings.reduce(
    (sum, one) => sum + (counting === 'percent' ? Math.round((one.value * one.pupils) / 100) : one.value),
    0,
  )
  const left = pupils - counted
  if (isFew(counted) || left < 0 || isFew(left)) return null
  return `${figure(Math.round((100 * counted) / pupils))} %`
}
