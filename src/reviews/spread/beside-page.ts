import { day } from '../../words/words.js'
import type { FoundRound } from '../rounds/rounds.js'
import type { ReviewChosen, ReviewRound } from '../tables.js'
import type { Beside } from './comparing.js'
import type { BesidePage } from './pages.js'
import { chosenInWords } from './spread-document.js'
import { drawnBar } from './spread-page.js'

/** Two rounds beside each other; without parts where their companies are too nearly the same. */
export function besidePage(
  { round, head, address }: FoundRound,
  other: ReviewRound,
  beside: Beside | undefined,
  chosen: ReviewChosen[],
): BesidePage {
  const [before, after] = round.closedAt! <= other.closedAt! ? [round, other] : [other, round]
  const named = (one: ReviewRound) => ({ title: one.title, day: day(one.closedAt) })
  return {
    title: 'Two rounds beside each other',
    ...{ head, address, before: named(before), after: named(after) },
    chosen: [before, after].map(({ id, closedAt }) => ({
      day: day(closedAt),
      points: chosen
        .filter(one => one.roundId === id)
        .map(one => ({
          href: `${address.slice(0, -round.id.length)}${id}/chosen/${one.id}`,
          text: chosenInWords(one),
        })),
    })),
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
