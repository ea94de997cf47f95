import { day, figure } from '../../words/words.js'
import { type AtSchool, type ShownReading } from './readings.js'
import { holdSmallNumbersBack } from '../small-numbers/small-numbers.js'

/**
 * Schools down, in the order of the alphabet, and what is compared with behind them; days across; what all pupils of the
 * schools that take part are together beneath.
 */
export interface SideBySide {
  days: string[]
  rows: { school: string; isComparison: boolean; cells: string[] }[]
  /** For each day: the mean of all pupils, or why it is not shown. Nothing where it would say nothing new. */
  together: string[] | null
  /** Earlier days that do not stand here. */
  earlier: number
}

const most = 10

/** @param pupilsBehind the true number of pupils, a row for each school and a column for each day */
export function sideBySide(schools: AtSchool[], pupilsBehind: (number | null)[][], days: string[]): SideBySide {
  const lastDays = days.slice(-most)
  const at = (school: AtSchool, on: string) => school.readings.filter(reading => reading.on === on).at(-1)
  const takePart = schools.filter(school => !school.isComparison)
  const columns = lastDays.map(on => takePart.map(school => at(school, on)))
  const offset = days.length - lastDays.length
  return {
    days: lastDays.map(on => day(on)),
    rows: schools.map(school => ({
      school: school.school,
      isComparison: school.isComparison,
      cells: lastDays.map(on => at(school, on)?.shown ?? ''),
    })),
    together:
      takePart.length > 1
        ? together(
            columns,
            pupilsBehind.filter((_, row) => !schools[row]!.isComparison).map(row => row.slice(offset)),
          )
        : null,
    earlier: offset,
  }
}

/**
 * The mean of all pupils on a day, weighed by how many they are. It is counted over every school's pupils, so where a
 * school's own number is hidden, it is shown only if that number cannot be worked out from it.
 */
function together(columns: (ShownReading | undefined)[][], pupils: (number | null)[][]): string[] {
  const held = holdSmallNumbersBack(pupils, { columns: true, first: 'sums' })
  return columns.map((readings, column) => {
    const there = readings.filter(reading => reading !== undefined)
    if (there.length < 2) return ''
    if (held.columnTotals[column] !== 'shown' || there.some(reading => reading.value === null)) return 'not shown'
    if (there.some(reading => reading.pupils === null)) return 'not shown, as nobody said how many pupils they are'
    const all = there.reduce((sum, reading) => sum + reading.pupils!, 0)
    return figure(there.reduce((sum, reading) => sum + reading.value! * reading.pupils!, 0) / all)
  })
}
