import type { Chart } from '../../charts/chart.js'
import { figure, plural } from '../../words/words.js'
import type { Moment } from './moments.js'
import { type AtSchool, type ShownReading } from './readings.js'
import { medianOf, type Noticing, noticeRuns } from './run-rules.js'

/** A measure in one school over time: its median, what the run rules notice, and the baseline beside what came later. */
export interface OverTime extends AtSchool {
  median: number | null
  noticed: Noticing[]
  /** In words; nothing without a baseline. */
  comparison: string
  /** The two numbers that are set side by side. */
  before: { label: string; value: number | null }
  after: { label: string; value: number | null }
  chart: Chart
}

interface Seen extends ShownReading {
  value: number
}

const fewestForBaseline = 3

/**
 * @param moments what began while it was measured, in this school or everywhere
 * @param baselineUntil the last day of the baseline, whose median is kept and carried on; null for the median of all
 */
export function overTime(name: string, at: AtSchool, baselineUntil: string | null, moments: Moment[] = []): OverTime {
  const seen = at.readings.filter((reading): reading is Seen => reading.value !== null)
  const baseline = baselineUntil === null ? seen : seen.filter(reading => reading.on <= baselineUntil)
  const median = medianOf(baseline.map(reading => reading.value))
  const later = baselineUntil === null ? [] : seen.filter(reading => reading.on > baselineUntil)
  const noticed = noticeRuns(seen, median)
  const noticedIds = new Set(noticed.flatMap(one => one.points.map(place => seen[place]!.id)))
  const here = momentsHere(at, moments)
  const frozen = baselineUntil !== null && baseline.length > 0
  return {
    ...at,
    median,
    noticed,
    comparison: baselineUntil === null ? '' : compared(baseline, later, median, at.isComparison),
    before: frozen
      ? { label: 'in the baseline', value: median }
      : { label: 'at first', value: seen.length > 1 ? seen[0]!.value : null },
    after: frozen
      ? { label: 'since then', value: medianOf(later.map(reading => reading.value)) }
      : { label: 'last', value: seen.length > 1 ? seen.at(-1)!.value : null },
    chart: {
      kind: 'run',
      title: `${name} at ${at.school}`,
      measure: name,
      points: at.readings.map(({ id, on, value, shown }) =>
        value === null ? { on, value, heldBack: shown } : { on, value, noticed: noticedIds.has(id) },
      ),
      median,
      ...(here.length > 0 ? { moments: here } : {}),
      ...(frozen ? { baseline: { from: baseline[0]!.on, to: baseline.at(-1)!.on } } : {}),
      noticed: noticed.map(one => one.sentence),
    },
  }
}

/** Those between the first reading and the last, and a little around them: what is far off would only press the points together. */
function momentsHere(
  { schoolId, readings, isComparison }: AtSchool,
  moments: Moment[],
): { on: string; label: string }[] {
  // Nothing was tried there.
  if (isComparison) return []
  const days = readings.map(reading => Date.parse(reading.on))
  const [from, to] = [Math.min(...days) - nearby, Math.max(...days) + nearby]
  const here = moments.filter(one => one.schoolIds.length === 0 || one.schoolIds.includes(schoolId))
  return here.filter(({ on }) => Date.parse(on) >= from && Date.parse(on) <= to).map(({ on, label }) => ({ on, label }))
}

const nearby = 30 * 86_400_000

/** Cautious: what differs is said, never why. */
function compared(baseline: Seen[], later: Seen[], median: number | null, isComparison: boolean): string {
  if (median === null) return 'Nothing that can be shown was measured here in the baseline.'
  const small =
    baseline.length < fewestForBaseline ? ` It rests on only ${plural(baseline.length, 'reading', 'readings')}.` : ''
  const start = `The median of the baseline is ${figure(median)}.${small}`
  if (later.length === 0) return `${start} Nothing has been measured since.`
  const since = medianOf(later.map(reading => reading.value))!
  const sides = [
    ['above', later.filter(reading => reading.value > median).length],
    ['below', later.filter(reading => reading.value < median).length],
  ] as const
  const where = sides.filter(([, count]) => count > 0).map(([side, count]) => `${count} ${side} it`)
  const on = later.length - sides[0][1] - sides[1][1]
  const all = [...where, ...(on > 0 ? [`${on} on it`] : [])].join(', ')
  const differs = since === median ? 'The median since then is the same' : `The median since then is ${figure(since)}`
  return `${start} ${differs}, from ${plural(later.length, 'reading', 'readings')}: ${all}. ${
    isComparison
      ? 'It took no part: what the action did shows, if at all, in how the others differ from it.'
      : 'Whether the action made the difference, these numbers alone cannot say.'
  }`
}

/** Each school beside itself, in the order of the alphabet. */
export function besideThemselves(name: string, schools: OverTime[]): Chart {
  const label = (side: 'before' | 'after') => schools[0]?.[side].label ?? side
  return {
    kind: 'before-after',
    title: `${name}, each school beside itself`,
    measure: name,
    before: label('before'),
    after: label('after'),
    schools: schools.map(({ school, isComparison, before, after, readings }) => ({
      school,
      ...(isComparison && { takesNoPart: true as const }),
      before: before.value,
      after: after.value,
      heldBack: readings.some(reading => reading.value === null) ? 'not shown' : 'only one reading yet',
    })),
  }
}
