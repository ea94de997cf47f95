import { createHash } from 'node:crypto'
import type { Db } from '../../database.js'
import { type Answers, answersIn } from '../answering/papers.js'
import { askedOf, instrumentIn, itemsOf } from '../instruments/index.js'
import type { Instrument, InstrumentPart, Item } from '../instruments/instrument.js'
import { fewestAnswers, outcomeOf, shownIn, standingInWords } from '../rounds/outcome.js'
import type { ReviewRound, Stands } from '../tables.js'

/** How often each step of one thing that was asked was chosen. */
export interface SpreadOfAsked {
  of: 'true' | 'matters' | 'choice'
  /** How many answered it; 0 stands for fewer than five, and then nothing of it is shown. */
  answered: number
  counts: { value: string; text: string; count: number }[]
}

export interface SpreadOfItem {
  item: Item
  asked: SpreadOfAsked[]
  /** Words whose authors want others to read them, in an order that tells nothing. */
  said: string[]
  /** How many placed the network on each point of the square; none below five. */
  places: { across: number; up: number; count: number }[]
}

export interface SpreadOfPart {
  part: InstrumentPart
  items: SpreadOfItem[]
}

/** The spread of those who stand alike. There is none of all together, so that nothing can be taken from a sum. */
export interface Spread {
  stands: Stands
  heading: string
  answers: number
  parts: SpreadOfPart[]
}

/** What is shown of a closed round, of each that stands apart. */
export async function spreadsOf(db: Db, round: ReviewRound): Promise<Spread[]> {
  const outcome = outcomeOf(round)
  const shown = shownIn(outcome)
  if (shown.length === 0) return []
  const rows = await db
    .selectFrom('reviewAnswers')
    .select(['stands', 'answers'])
    .where('roundId', '=', round.id)
    .where('stands', 'in', shown)
    .execute()
  const instrument = instrumentIn(round.instrument)
  return shown.map(stands =>
    spreadOf(
      instrument,
      stands,
      rows.filter(row => row.stands === stands).map(row => answersIn(row.answers)),
    ),
  )
}

/** The one place where answers become numbers. Whatever fewer than five have answered is shown as nothing. */
export function spreadOf(instrument: Instrument, stands: Stands, papers: Answers[]): Spread {
  const answers = papers.length >= fewestAnswers ? papers : []
  return {
    stands,
    heading: standingInWords[stands],
    answers: answers.length,
    parts: instrument.parts.map(part => ({
      part,
      items: part.items.map(item => spreadOfItem(instrument, item, answers)),
    })),
  }
}

function spreadOfItem(instrument: Instrument, item: Item, papers: Answers[]): SpreadOfItem {
  return {
    item,
    asked: askedOf(item, instrument).map(({ key, of, choices }) => {
      const given = papers.flatMap(one => one[key] ?? [])
      const isShown = given.length >= fewestAnswers
      return {
        of,
        answered: isShown ? given.length : 0,
        counts: isShown
          ? choices.map(({ value, text }) => ({ value, text, count: given.filter(one => one === value).length }))
          : [],
      }
    }),
    said: item.kind === 'words' ? wordsToShow(item.id, papers) : [],
    places: item.kind === 'place' ? placesOf(item.id, papers) : [],
  }
}

/** In an order that comes from the words alone, another one for each item: it says neither who nor when, nor what else they wrote. */
function wordsToShow(key: string, papers: Answers[]): string[] {
  const rank = (words: string) => createHash('sha256').update(`${key} ${words}`).digest('hex')
  return papers
    .flatMap(one => (one[key] && one[`${key}.share`] === 'yes' ? [one[key]] : []))
    .sort((one, other) => (rank(one) < rank(other) ? -1 : 1))
}

function placesOf(key: string, papers: Answers[]): SpreadOfItem['places'] {
  const given = papers.flatMap(one => placeIn(one[key]) ?? [])
  if (given.length < fewestAnswers) return []
  const counts = new Map<string, { across: number; up: number; count: number }>()
  for (const { across, up } of given) {
    const cell = counts.get(`${across},${up}`) ?? { across, up, count: 0 }
    cell.count += 1
    counts.set(`${across},${up}`, cell)
  }
  return [...counts.values()].sort((one, other) => one.across - other.across || one.up - other.up)
}

/** `7,4` → a place on the square. */
export function placeIn(said: string | undefined): { across: number; up: number } | undefined {
  const [, across, up] = /^(\d{1,2}),(\d{1,2})$/.exec(said ?? '') ?? []
  return across === undefined ? undefined : { across: Number(across), up: Number(up) }
}

/** The part of those who answered that chose one of the lower half of the steps; undefined where nothing is shown. */
export function lowShare({ answered, counts }: SpreadOfAsked): number | undefined {
  if (answered === 0) return undefined
  const low = counts.slice(0, Math.floor(counts.length / 2)).reduce((sum, one) => sum + one.count, 0)
  return low / answered
}

/** A way to begin that fits what was said, and what it leans on. */
export interface NextStep {
  text: string
  because: string
  itemId: string | null
}

/** The starting points that fit: those whose statements at least half of the company found to be true only in the lower half. */
export function nextStepsFor(part: SpreadOfPart): NextStep[] {
  const fitting = part.part.helps.flatMap(({ where, text }) => {
    const looked = part.items.flatMap(({ item, asked: [first] }) => {
      const low = where.includes(item.id) && first ? lowShare(first) : undefined
      return low !== undefined && low >= 0.5 ? [{ item, low, first: first! }] : []
    })
    const worst = looked.sort((one, other) => other.low - one.low)[0]
    if (!worst) return []
    const low = worst.first.counts.slice(0, Math.floor(worst.first.counts.length / 2))
    const many = low.reduce((sum, one) => sum + one.count, 0)
    const steps = low.map(one => `“${one.text.toLowerCase()}”`).join(' or ')
    const because = `${many} of ${worst.first.answered} say ${steps} of “${worst.item.short}”.`
    return [{ text, because, itemId: worst.item.id, low: worst.low }]
  })
  return fitting.sort((one, other) => other.low - one.low).map(({ low: _, ...step }) => step)
}

/** What to do next in the phase that most see; both, where two are seen as often. */
export function nextInPhase({ items }: SpreadOfPart): { text: string; seen: string; next: string[] }[] {
  return items.flatMap(({ item, asked: [first] }) => {
    if (item.kind !== 'choice' || !first || first.answered === 0) return []
    const most = Math.max(...first.counts.map(one => one.count))
    const often = first.counts.filter(one => one.count === most).map(one => one.value)
    return item.choices.filter(one => often.includes(one.value)).map(({ text, seen, next }) => ({ text, seen, next }))
  })
}

/** What matters much to most and is there too little, or is much in the way: where it would be worth working. */
export function muchWanted({ part, items }: SpreadOfPart): Item[] {
  const isBarrier = part.id === 'barriers'
  return items.flatMap(({ item, asked: [present, matters] }) => {
    const low = present && lowShare(present)
    const little = matters && lowShare(matters)
    if (low === undefined || little === undefined) return []
    return little <= 0.5 && (isBarrier ? low <= 0.5 : low >= 0.5) ? [item] : []
  })
}

export function itemIn(instrument: Instrument, id: string | null): Item | undefined {
  return itemsOf(instrument).find(item => item.id === id)
}
