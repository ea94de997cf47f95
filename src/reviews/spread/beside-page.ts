import { day } from '../../words/words.js'
import type { FoundRound } from '../rounds/rounds.js'
import type { ReviewRound } from '../tables.js'
import type { Beside } from './comparing.js'
import type { BesidePage } from './pages.js'
import { drawnBar } from './spread-page.js'

/** Two rounds beside each other; without parts where their companies are too nearly the same. */
export function besidePage(
  { round, head, address }: FoundRound,
  other: ReviewRound,
  beside: Beside | undefined,
): BesidePage {
  const [before, after] = round.closedAt! <= other.closedAt! ? [round, other] : [other, round]
  const named = (one: ReviewRound) => ({ title: one.title, day: day(one.closedAt) })
  return {
    title: 'Two rounds beside each other',
    ...{ head, address, before: named(before), after: named(after) },
    parts:
      beside?.parts.map(({ heading, items }) => ({
        heading,
        items: items.map(one => ({
          ...{ words: one.words, of: one.of },
          before: { ...drawnBar(one.before), label: named(before).day },
          after: { ...drawnBar(one.after), label: named(after).day },
        })),
      })) ?? null,
  }
}
