import type { Document } from '../documents/document.js'
import { heading } from '../documents/making-blocks.js'
import { Layout, paragraphs, sheetOf, type Handout } from './laying-out.js'
import { adviceList, chartAlone, claimBlocks, didNotWorkBlocks, pictureAlone, voiceOf, whereToRead } from './pieces.js'
import { shortened } from './shortening.js'
import { shortFormOf } from './summary.js'
import { whatItSays } from './what-it-says.js'

const papers = {
  A3: { sheet: sheetOf(297, 420), largest: 2.1, smallest: 1.2 },
  A1: { sheet: sheetOf(594, 841), largest: 4.2, smallest: 2.4 },
}

export type PosterPaper = keyof typeof papers

/** Who asked and where; when is told in the whole. */
function withFewerLines(poster: Document): Document {
  return { ...poster, titlePage: { ...poster.titlePage, lines: poster.titlePage.lines.slice(0, 2) } }
}

/** One upright page for a wall: the question as its headline, and few words in large type. Both papers say the same. */
export function posterOf(whole: Document, paper: PosterPaper): Handout {
  const said = whatItSays(whole)
  const [first, second] = said.figures
  const [lead = ''] = said.lead
  const chart = said.charts[0]
  const read = whereToRead(whole, 74)
  const layout = new Layout()
    .page()
    .row([{ share: 1, blocks: paragraphs(shortened(lead, 260), 'lead') }])
    .row([
      {
        share: 1,
        blocks: [
          ...(said.found.length > 0 ? [heading('What we found')] : []),
          ...said.found.slice(0, 3).flatMap(finding => claimBlocks(finding, 0)),
        ],
      },
      {
        share: 1,
        blocks: [...(first ? [pictureAlone(first)] : []), ...voiceOf(said.quotations, 170)],
      },
    ])
    .row([
      {
        share: 1,
        blocks: [
          ...(said.advice.length > 0 ? [heading('What we recommend')] : []),
          ...adviceList(said.advice.slice(0, 3), 140, false),
          ...didNotWorkBlocks(said.didNotWork, 1, 160),
        ],
      },
      { share: 1, blocks: chart ? [chartAlone(chart)] : second ? [pictureAlone(second)] : [] },
    ])
    .row(
      [
        { share: 1, blocks: read.code },
        { share: 4.6, blocks: [heading('Read all of it'), ...read.words] },
      ],
      { atFoot: true, ground: 'pale' },
    )
  const { sheet, ...sizes } = papers[paper]
  return {
    name: `poster-${paper.toLowerCase()}`,
    document: withFewerLines(shortFormOf(whole, 'Poster', layout.parts, false)),
    form: {
      paper: sheet,
      titlePage: false,
      foot: false,
      sheets: layout.sheets({ title: 'band', titleLines: 3, alike: true, pictures: 0.17, margin: 30, ...sizes }),
    },
  }
}
