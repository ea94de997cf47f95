import type { Db } from '../../database.js'
import { privatePlacesOf } from '../answering/private-places.js'
import { widest } from '../instruments/instrument.js'
import { mayChoose } from '../permissions.js'
import type { FoundRound } from '../rounds/rounds.js'
import { listed } from '../../words/words.js'
import { placesLeft, toldOf } from '../choosing/choosing.js'
import type { DrawnBar, SpreadPage, TellingPage } from './pages.js'
import {
  muchWanted,
  nextInPhase,
  nextStepsFor,
  type SpreadOfAsked,
  type SpreadOfItem,
  type SpreadOfPart,
  spreadsOf,
} from './spread.js'

const ofInWords = { true: 'How far it is so', matters: 'How much it matters', choice: '' }

/** How answers spread, of each that stand apart. */
export async function spreadPage(db: Db, found: FoundRound): Promise<SpreadPage> {
  const { person, round, head, address } = found
  const spreads = await spreadsOf(db, round)
  return {
    title: `How answers spread: ${round.title}`,
    ...{ head, address, review: round.title, closedAt: round.closedAt! },
    groups: spreads.map(({ stands, heading, answers, parts }) => ({
      ...{ heading, answers, isOurs: stands === 'self' },
      parts: parts.map(part => partOnPage(part, stands === 'self')),
    })),
    others: await privatePlacesOf(db, round, person),
    may: { choose: mayChoose(person, round) && (await placesLeft(db, round)) > 0 },
  }
}

function partOnPage(spread: SpreadOfPart, isOurs: boolean): SpreadPage['groups'][number]['parts'][number] {
  const { part, items } = spread
  return {
    ...{ id: part.id, heading: part.heading, about: part.about },
    keys: keysOf(items),
    items: items.map(itemOnPage).filter(one => one.bars.length > 0 || one.held || one.said.length > 0 || one.square),
    wanted: isOurs ? muchWanted(spread).map(({ id, short }) => ({ id, short })) : [],
    talk: isOurs ? part.talk : [],
    steps: isOurs ? nextStepsFor(spread) : [],
    phases: isOurs ? nextInPhase(spread) : [],
  }
}

/** What the colours stand for, once for each way of asking in a part. */
function keysOf(items: SpreadOfItem[]) {
  const seen = new Map<string, string[]>()
  for (const { asked } of items)
    for (const { of, counts } of asked)
      if (of !== 'choice' && counts.length > 0)
        seen.set(
          ofInWords[of],
          counts.map(one => one.text),
        )
  return [...seen].map(([heading, steps]) => ({ heading, steps }))
}

function itemOnPage({ item, asked, said, places }: SpreadOfItem) {
  return {
    id: item.id,
    words: item.words,
    seen: item.seen ?? '',
    brings: item.kind === 'statement' ? (item.brings ?? '') : '',
    costs: item.kind === 'statement' ? (item.costs ?? '') : '',
    bars: asked.filter(one => one.answered > 0).map(drawnBar),
    held: asked.some(one => one.answered === 0),
    said,
    square: places.length > 0 ? { widest, places } : null,
  }
}

/** A bar as wide as the answers, a piece for each step; where a step was chosen by nobody it has none. */
export function drawnBar({ of, answered, counts }: SpreadOfAsked): DrawnBar {
  let from = 0
  const pieces = counts.map(({ text, count }, at) => {
    const width = answered === 0 ? 0 : (count / answered) * 100
    const piece = { text, count, from, width, step: stepOf(at, counts.length) }
    from += width
    return piece
  })
  const sentence = listed(counts.map(({ text, count }) => `${text}: ${count}`))
  return { label: ofInWords[of], answered, pieces, sentence: `${sentence}, of ${answered}.` }
}

/** The shade of a step, from 1 to 4, however many there are. */
function stepOf(at: number, many: number): number {
  return many < 2 ? 4 : 1 + Math.round((at / (many - 1)) * 3)
}

/** What of the spread can be told in the network's report: only the company's own, and never own words. */
export async function tellingPage(db: Db, { round, head, address }: FoundRound): Promise<TellingPage> {
  const ours = (await spreadsOf(db, round)).find(one => one.stands === 'self')
  return {
    title: 'What the report tells',
    ...{ head, address, review: round.title },
    parts: (ours?.parts ?? [])
      .map(({ part, items }) => ({
        heading: part.heading,
        items: items
          .filter(one => one.asked.some(({ answered }) => answered > 0) || one.places.length > 0)
          .map(({ item }) => ({ value: item.id, text: item.words })),
      }))
      .filter(part => part.items.length > 0),
    told: [...(await toldOf(db, round))],
  }
}
