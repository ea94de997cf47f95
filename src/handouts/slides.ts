import type { Document } from '../documents/document.js'
import { heading } from '../documents/making-blocks.js'
import { paperOf } from '../pdf/paper.js'
import { deckOf } from './deck.js'
import { Layout, type Handout } from './laying-out.js'
import { shortFormOf } from './summary.js'

/** A screen as wide as projectors are, in points. */
const screen = paperOf({ width: 960, height: 540, left: 36, right: 36, top: 36, bottom: 50 })

/** All slides stand on one grid, twice as large as a page: titles of 34 points, words of 24, and what is said small of 18. */
const READ_FROM_AFAR = 2
const sizes = [17, 12, 9]

/** One idea a slide (src/handouts/deck.ts), for a screen or as a PDF. */
export function slidesOf(whole: Document): Handout {
  const layout = new Layout()
  for (const { title, left, right, shares } of deckOf(whole))
    layout
      .page()
      .row([{ share: 1, blocks: [heading(title)] }])
      .row([
        { share: shares[0], blocks: left },
        { share: shares[1], blocks: right },
      ])
  return {
    name: 'slides',
    document: shortFormOf(whole, 'Slides', layout.parts, false),
    form: {
      paper: screen,
      titlePage: false,
      foot: true,
      sheets: layout.sheets({
        title: 'cover',
        titleLines: 4,
        largest: READ_FROM_AFAR,
        smallest: READ_FROM_AFAR,
        sizes,
        labels: 18,
        alike: false,
        pictures: 0.4,
        margin: 24,
      }),
    },
  }
}
