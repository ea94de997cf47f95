import type { Block, Chart, Document } from '../documents/document.js'
import { paperOf } from '../pdf/paper.js'
import { heading } from '../documents/making-blocks.js'
import { Layout, paragraphs, type Handout } from './laying-out.js'
import { chartAlone, didNotWorkBlocks, pictureAlone, surenessBlocks, voiceOf, whereToRead } from './pieces.js'
import { didNotWorkHeading } from './sentences.js'
import { shortened } from './shortening.js'
import { shortFormOf } from './summary.js'
import { whatItSays, type Advice, type ClaimSaid } from './what-it-says.js'

/** A screen as wide as projectors are, in points. */
const screen = paperOf({ width: 960, height: 540, left: 36, right: 36, top: 36, bottom: 50 })

/** All slides stand on one grid: titles of 34 points, words of 22 and 27, and nothing smaller than 18. */
const READ_FROM_AFAR = 2

/** More rows than these are not read from the last row of a hall; they stand in the write-up. */
const MOST_ROWS = 5

export function isReadFromAfar({ table }: Chart): boolean {
  return table.rows.length <= MOST_ROWS && table.head.length <= MOST_ROWS
}

/** One idea a slide: the answer first, how sure the group is and what speaks against it; why, each claim with a picture or a voice, each chart, each recommendation, and where to read on. */
export function slidesOf(whole: Document): Handout {
  const said = whatItSays(whole)
  const layout = new Layout()
  const slide = (title: string, left: Block[], right: Block[] = [], shares = [1, 1]) => {
    if (left.length + right.length === 0) return
    layout
      .page()
      .row([{ share: 1, blocks: [heading(title)] }])
      .row([
        { share: shares[0]!, blocks: left },
        { share: shares[1]!, blocks: right },
      ])
  }
  const alreadySeen = new Set(said.found.flatMap(({ figure }) => (figure ? [figure.picture.id] : [])))
  const pictures = said.figures.filter(figure => !alreadySeen.has(figure.picture.id))
  const [lead = ''] = said.lead
  const [answer, ...others] = said.found.slice(0, 5)
  if (answer) slide(shortened(answer.claim, 150), ...claimSlide(answer, pictures))
  slide('In short', paragraphs(shortened(lead, 380), 'lead'))
  slide(
    'What we did',
    [...said.looked.slice(0, 1), ...said.tried.slice(0, 1)].flatMap(one => paragraphs(shortened(one, 260))),
  )
  others.forEach(finding => slide(shortened(finding.claim, 150), ...claimSlide(finding, pictures)))
  slide(didNotWorkHeading, didNotWorkBlocks(said.didNotWork, 3, 220).slice(1))
  said.charts
    .filter(isReadFromAfar)
    .slice(0, 3)
    .forEach(chart => slide(shortened(chart.title, 90), [{ ...chartAlone(chart), title: '' }]))
  said.advice.slice(0, 4).forEach((advice, at) => slide(titleOf(at, said.advice.length), adviceSlide(advice)))
  const read = whereToRead(whole, 130)
  slide('Where to read more', read.code, read.words, [1, 2.4])
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
        alike: false,
        pictures: 0.4,
        margin: 24,
      }),
    },
  }
}

/** A claim beside what shows it best: its own picture, its own voice, or the next picture of the write-up. */
function claimSlide(finding: ClaimSaid, pictures: Block[]): [Block[], Block[]] {
  const { because, figure, quotation } = finding
  const words = [...surenessBlocks(finding), ...paragraphs(shortened(because, 110))]
  const beside = figure ? [pictureAlone(figure)] : quotation ? voiceOf([quotation], 260) : []
  if (beside.length > 0) return [words, beside]
  const next = pictures.shift()
  return [words, next?.kind === 'figure' ? [pictureAlone(next)] : []]
}

function adviceSlide({ recommendation, cost }: Advice): Block[] {
  return [
    ...paragraphs(shortened(recommendation, 300), 'lead'),
    ...(cost ? paragraphs(`What it costs: ${shortened(cost, 140)}`, 'quiet') : []),
  ]
}

function titleOf(at: number, of: number): string {
  return of === 1 ? 'What we recommend' : `What we recommend, ${at + 1} of ${of}`
}
