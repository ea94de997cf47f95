import { type Column, number, text } from '../../web/columns.js'
import type { Spread } from './spread.js'

/** A line for each step of each thing that was asked, and of each point of the square. */
export interface SpreadLine {
  review: string
  who: string
  part: string
  item: string
  of: string
  step: string
  count: number | string
  answered: number | string
}

const held = 'fewer than 5'
const ofInWords = { true: 'How far it is so', matters: 'How much it matters', choice: 'Which it is' }

/** As the page shows it: what is held back there is held back here. Own words are read on the page only. */
export function spreadLines(review: string, spreads: Spread[]): SpreadLine[] {
  return spreads.flatMap(({ heading: who, parts }) =>
    parts.flatMap(({ part, items }) =>
      items.flatMap(({ item, asked, places }): SpreadLine[] => {
        const line = { review, who, part: part.heading, item: item.words }
        const placed = places.reduce((sum, one) => sum + one.count, 0)
        return [
          ...asked.flatMap(({ of, answered, counts }): SpreadLine[] =>
            answered === 0
              ? [{ ...line, of: ofInWords[of], step: '', count: held, answered: held }]
              : counts.map(({ text: step, count }) => ({ ...line, of: ofInWords[of], step, count, answered })),
          ),
          ...places.map(({ across, up, count }) => ({
            ...line,
            ...{ of: 'Place', step: `${across} across, ${up} up`, count, answered: placed },
          })),
        ]
      }),
    ),
  )
}

export const spreadColumns: Column<SpreadLine>[] = [
  text('Review', 30, one => one.review),
  text('Who answered', 20, one => one.who),
  text('Part', 26, one => one.part),
  text('What was asked', 60, one => one.item),
  text('Looked at', 18, one => one.of),
  text('Answer', 18, one => one.step),
  number('How many', 10, one => one.count),
  number('Of', 10, one => one.answered),
]
