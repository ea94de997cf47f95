import { folded } from '../../words/folded.js'
import type { Gathered } from './gathered.js'

const sameTime = 21 * 86_400_000

/**
 * One reading for each school, measure and time: the mean of its pupils, and how many they are. A test takes a few days,
 * so days that follow each other within three weeks are one time, called by the day in its middle.
 */
export function onePerTime(rows: Gathered[]): Gathered[] {
  const found: Gathered[] = []
  const groups = new Map<string, Gathered[]>()
  for (const row of rows) {
    if (row.value === null) continue
    const key = `${row.schoolId} ${folded(row.measure)}`
    const group = groups.get(key)
    if (group) group.push(row)
    else groups.set(key, [row])
  }
  for (const group of groups.values()) {
    const inTime = group.sort((one, other) => (one.measuredOn < other.measuredOn ? -1 : 1))
    let batch: Gathered[] = []
    for (const row of inTime) {
      const last = batch.at(-1)
      if (last && Date.parse(row.measuredOn) - Date.parse(last.measuredOn) > sameTime) {
        found.push(meanOf(batch))
        batch = []
      }
      batch.push(row)
    }
    if (batch.length > 0) found.push(meanOf(batch))
  }
  return found
}

function meanOf(batch: Gathered[]): Gathered {
  const sum = batch.reduce((all, row) => all + row.value!, 0)
  const middle = batch[batch.length >> 1]!
  return {
    ...batch[0]!,
    measuredOn: middle.measuredOn,
    value: Math.round((sum / batch.length) * 100) / 100,
    pupils: batch.length,
  }
}
