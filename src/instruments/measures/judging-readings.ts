import type { Db } from '../../database.js'
import { unread } from '../../names/names.js'
import { folded } from '../../words/folded.js'
import type { Showing } from '../small-numbers/hidden-lines.js'
import { fewestPupils, holdSmallNumbersBack, isFew } from '../small-numbers/small-numbers.js'

/** What the number of a measure is: an amount or a score, a number of pupils, or a percentage of pupils. */
export const countings = ['amount', 'pupils', 'percent'] as const
export type Counting = (typeof countings)[number]

export const countingInWords: Record<Counting, string> = {
  amount: 'an amount, a score or an age',
  pupils: 'a number of pupils',
  percent: 'a percentage of pupils',
}

/** As far as the name tells: “Children who …” counts pupils, with a per cent sign it is a percentage of them. */
export function countingOf({ name, counts }: { name: string; counts: string | null }): Counting {
  if (countings.includes(counts as Counting)) return counts as Counting
  const words = folded(name)
  const ofPupils =
    /^(the |how many |number of |no\.? of |(%|per ?cent(age)?) of )*(pupils|children|learners|readers|boys|girls)\b/
  if (!ofPupils.test(words)) return 'amount'
  if (/%|\bper ?cent/.test(words)) return 'percent'
  return /\b(who|with|without|that|at|below|above|on|in|not)\b|^(how many|number|no\b)/.test(words)
    ? 'pupils'
    : 'amount'
}

/**
 * What cannot be true of a measure's number, in a sentence: pupils are counted from nought, and a share of them has an end. Where
 * only the name says that pupils are counted, it may be a share all the same.
 * @param pupils how many were measured, where that is known
 */
export function whyNoSuchNumber(
  measure: { name: string; counts: string | null },
  value: number,
  pupils: number | null,
): string | undefined {
  if (countingOf(measure) === 'percent')
    return value < 0 || value > 100 ? 'A percentage of pupils lies between 0 and 100' : undefined
  if (measure.counts !== 'pupils') return undefined
  if (value < 0 || !Number.isInteger(value)) return 'A number of pupils is a whole number, 0 or more'
  return pupils !== null && value > pupils ? `That is more than the ${pupils} pupils who were measured` : undefined
}

/** A reading as it is, before anybody sees it. */
export interface Behind {
  id: string
  schoolId: string
  measuredOn: string
  measure: string
  counts: Counting
  value: number | null
  pupils: number | null
}

/**
 * Says of each reading whether it may be shown. Too few pupils may stand behind it; its number may itself be a number of
 * pupils that is too small, or tell how small the rest is; and where a measure stands for all and for some of the same
 * pupils ("Reading age", "Reading age, girls"), what is left over may be too small.
 */
export function judged(readings: Behind[]): Map<string, Showing> {
  const found = new Map(readings.map(one => [one.id, alone(one)]))
  for (const family of familiesIn(readings))
    for (const id of leftOverIn(family)) if (found.get(id) === 'shown') found.set(id, 'held back')
  return found
}

function alone(reading: Behind): Showing {
  const { value, pupils } = reading
  if (value === null || (pupils !== null && isFew(pupils))) return 'few'
  const counted = countedIn(reading)
  if (counted === null) return 'shown'
  if (pupils === null) return holdSmallNumbersBack([[counted]]).cells[0]![0]!
  if (counted > pupils) return 'shown'
  return holdSmallNumbersBack([[counted, pupils - counted]], { rows: true }).cells[0]![0]!
}

/** How many pupils the number itself tells of. */
function countedIn({ counts, value, pupils }: Behind): number | null {
  if (value === null || counts === 'amount') return null
  if (counts === 'pupils') return Number.isInteger(value) ? value : null
  return pupils === null ? null : Math.round((value * pupils) / 100)
}

interface Family {
  whole: Behind
  parts: Behind[]
}

const wholeWords =
  /^(all|all (pupils|children|learners)|everyone|everybody|total|overall|whole (class|school|group)|both)$/

/** `Reading age, girls` → `reading age` and `girls`; nothing where the end is only a unit. */
export function partOf(name: string): { stem: string; part: string } {
  const said = name.trimEnd().replace(/\)$/, '')
  const lastStop = Math.max(...[...',:;()'].map(sign => said.lastIndexOf(sign)))
  const isParted = lastStop > 0 && said[lastStop] !== ')'
  const dash = isParted ? null : /[–—]|\s-\s/.exec(said.slice(lastStop + 1))
  const at = isParted ? lastStop : dash ? lastStop + 1 + dash.index : -1
  const part = said.slice(at + (dash?.[0].length ?? 1))
  if (at < 1 || said.slice(0, at).trim() === '' || !/\p{L}/u.test(part)) return { stem: folded(name), part: '' }
  return { stem: folded(said.slice(0, at)), part: folded(part) }
}

/** What stands for all the pupils of a school on a day, with what stands for some of them. */
function familiesIn(readings: Behind[]): Family[] {
  const together = new Map<string, { reading: Behind; part: string }[]>()
  for (const reading of readings) {
    const { stem, part } = partOf(reading.measure)
    const key = `${reading.schoolId} ${reading.measuredOn} ${reading.counts} ${stem}`
    const others = together.get(key)
    if (others) others.push({ reading, part })
    else together.set(key, [{ reading, part }])
  }
  return [...together.values()].flatMap(some => {
    const whole = some.find(({ part }) => part === '' || wholeWords.test(part))?.reading
    const parts = some.map(one => one.reading).filter(one => one !== whole)
    return whole && parts.length > 0 ? [{ whole, parts }] : []
  })
}

/** Readings that would tell of fewer than five pupils, taken from the whole or together with each other. */
function leftOverIn({ whole, parts }: Family): string[] {
  return [...leftOver(whole.pupils, parts, one => one.pupils), ...leftOver(countedIn(whole), parts, countedIn)]
}

function leftOver(all: number | null, parts: Behind[], sizeOf: (one: Behind) => number | null): string[] {
  if (all === null || all < fewestPupils) return []
  const sized = parts.flatMap(one => {
    const size = sizeOf(one)
    return size === null || size > all ? [] : [{ id: one.id, size }]
  })
  const alone = sized.flatMap(one => hiddenIn(all, [one]))
  const sum = sized.reduce((so, one) => so + one.size, 0)
  return sum > all ? alone : [...alone, ...hiddenIn(all, sized)]
}

function hiddenIn(all: number, parts: { id: string; size: number }[]): string[] {
  const rest = all - parts.reduce((sum, one) => sum + one.size, 0)
  const row = [...parts.map(one => one.size), rest === 0 ? null : rest]
  const { cells } = holdSmallNumbersBack([row], { rows: true })
  return parts.filter((_, at) => cells[0]![at] !== 'shown').map(one => one.id)
}

/** Everything that is known of these cycles' readings, judged together: what is shown in one place tells of the others. */
export async function judgedIn(db: Db, enquiryIds: string[]): Promise<Map<string, Showing>> {
  if (enquiryIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('readings')
    .innerJoin('measures', 'measures.id', 'readings.measureId')
    .select([
      'readings.id',
      'schoolId',
      'comparisonId',
      'measuredOn',
      'value',
      'pupils',
      'measures.name',
      'measures.counts',
    ])
    .where('measures.enquiryId', 'in', [...new Set(enquiryIds)])
    .execute()
  return judged(
    unread(rows).map(({ comparisonId, ...row }) => ({
      ...row,
      ...{ schoolId: comparisonId ?? row.schoolId, measure: row.name, counts: countingOf(row) },
    })),
  )
}
