import { day, plural } from '../../words/words.js'
import { runLimits } from './runs-by-chance.js'

/**
 * What a run chart can say. The rules are those that health care uses: R. J. Perla, L. P. Provost and S. K. Murray, "The
 * run chart: a simple analytical tool for learning from variation in healthcare processes", BMJ Quality & Safety 2011,
 * 20:46–51, which NHS England and the Institute for Healthcare Improvement teach as well. There are four: a shift (six or
 * more points in a row on one side of the median, those on it being passed over), a trend (five or more all going up or
 * all going down, equal neighbours counting once), too few or too many runs for the number of points, and an astronomical
 * point, which is not worked out: everybody who looks agrees that it is far out, and somebody says so.
 */
export interface Point {
  on: string
  value: number
  /** Why somebody takes it for an astronomical point. */
  remark?: string
}

export interface Noticing {
  rule: 'shift' | 'trend' | 'runs' | 'astronomical'
  /** A sentence for the reader. */
  sentence: string
  /** The places of the points that it is about; none for the number of runs. */
  points: number[]
}

export const fewestForShift = 6
export const fewestForTrend = 5

/** Null for no values at all. */
export function medianOf(values: number[]): number | null {
  if (values.length === 0) return null
  const sorted = [...values].sort((one, other) => one - other)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}

/** Everything that the four rules notice about points in the order of time, against this median. */
export function noticeRuns(points: Point[], median: number | null): Noticing[] {
  if (median === null) return []
  return [...shiftsIn(points, median), ...trendsIn(points), ...runsIn(points, median), ...astronomicalIn(points)]
}

function shiftsIn(points: Point[], median: number): Noticing[] {
  return stretches(sidesOf(points, median))
    .filter(stretch => stretch.places.length >= fewestForShift)
    .map(({ places, kind }) => ({
      rule: 'shift' as const,
      points: places,
      sentence: `A shift: ${plural(places.length, 'reading', 'readings')} in a row ${kind > 0 ? 'above' : 'below'} the median, ${between(points, places)}. Chance alone seldom does that.`,
    }))
}

/** Points on the median neither make a run nor break one. */
function sidesOf(points: Point[], median: number): { place: number; kind: number }[] {
  return points.flatMap(({ value }, place) => (value === median ? [] : [{ place, kind: value > median ? 1 : -1 }]))
}

function trendsIn(points: Point[]): Noticing[] {
  const apart = points.map((_, place) => place).filter(place => place === 0 || !sameAsBefore(points, place))
  const found: number[][] = []
  let run: number[] = []
  let way = 0
  for (const place of apart) {
    const last = run.at(-1)
    const step = last === undefined ? 0 : Math.sign(points[place]!.value - points[last]!.value)
    if (last !== undefined && way !== 0 && step !== way) {
      found.push(run)
      run = [last]
    }
    way = step
    run = [...run, place]
  }
  return [...found, run]
    .filter(places => places.length >= fewestForTrend)
    .map(places => {
      const rising = points[places[1]!]!.value > points[places[0]!]!.value
      return {
        rule: 'trend' as const,
        points: places,
        sentence: `A trend: ${plural(places.length, 'reading', 'readings')} in a row each ${rising ? 'higher' : 'lower'} than the one before, ${between(points, places)}.`,
      }
    })
}

function sameAsBefore(points: Point[], place: number): boolean {
  return points[place]!.value === points[place - 1]!.value
}

function runsIn(points: Point[], median: number): Noticing[] {
  const sides = sidesOf(points, median)
  const limits = runLimits(sides.length)
  if (!limits) return []
  const runs = stretches(sides).length
  const [fewest, most] = limits
  if (runs >= fewest && runs <= most) return []
  const expected = `With ${sides.length} readings off the median, chance alone makes ${fewest} to ${most} runs`
  return [
    {
      rule: 'runs',
      points: [],
      sentence:
        runs < fewest
          ? `Too few runs: the line crosses the median seldom (${plural(runs, 'run', 'runs')}). ${expected}.`
          : `Too many runs: the line crosses the median again and again (${plural(runs, 'run', 'runs')}). ${expected}. Perhaps two different things are measured as one.`,
    },
  ]
}

function astronomicalIn(points: Point[]): Noticing[] {
  return points.flatMap(({ remark, on }, place) =>
    remark
      ? [
          {
            rule: 'astronomical' as const,
            points: [place],
            sentence: `The reading of ${day(on)} is far out, in the group’s own judgement: ${remark.replace(/[.\s]*$/, '')}.`,
          },
        ]
      : [],
  )
}

function stretches(sides: { place: number; kind: number }[]): { kind: number; places: number[] }[] {
  const found: { kind: number; places: number[] }[] = []
  for (const { place, kind } of sides) {
    const last = found.at(-1)
    if (last?.kind === kind) last.places.push(place)
    else found.push({ kind, places: [place] })
  }
  return found
}

function between(points: Point[], places: number[]): string {
  return `from ${day(points[places[0]!]!.on)} to ${day(points[places.at(-1)!]!.on)}`
}
