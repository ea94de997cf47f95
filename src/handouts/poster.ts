import type { Block, Document, TitlePage } from '../documents/document.js'
import { heading } from '../documents/making-blocks.js'
import { Layout, paragraphs, sheetOf, type Handout } from './laying-out.js'
import {
  chartAlone,
  claimBlocks,
  didNotWorkBlocks,
  pictureAlone,
  surenessBlocks,
  voiceOf,
  whereToRead,
} from './pieces.js'
import { shortened } from './shortening.js'
import { isReadFromAfar } from './deck.js'
import { shortFormOf } from './summary.js'
import { whatItSays, type ClaimSaid, type WhatItSays } from './what-it-says.js'

/** The smallest letters of a document, 9.5 points, come out at 36 points on A1 and at 18 on A3. */
const papers = {
  A3: { sheet: sheetOf(297, 420), largest: 2.5, smallest: 1.9 },
  A1: { sheet: sheetOf(594, 841), largest: 5, smallest: 3.8 },
}

export type PosterPaper = keyof typeof papers

/**
 * One upright page for a wall, read while walking past: what was found as its headline, the question below it, how sure the
 * group is and the one thing that speaks against it, one picture as large as the sheet allows, one chart. Both papers say
 * the same.
 */
export function posterOf(whole: Document, paper: PosterPaper): Handout {
  const said = whatItSays(whole)
  const [answer] = said.found
  const [picture] = said.figures
  const [lead = ''] = said.lead
  const chart = said.charts.find(isReadFromAfar) ?? said.charts.find(one => !one.bars)
  const read = whereToRead(whole, 58)
  const layout = new Layout()
    .page()
    .row([{ share: 1, blocks: answer ? oneBut(answer) : paragraphs(shortened(lead, 260), 'lead') }])
    .row([{ share: 1, blocks: picture ? [pictureAlone(picture)] : inPlaceOfPicture(said) }])
    .row([{ share: 1, blocks: chart ? [chartAlone(chart)] : [] }])
    .row(
      [
        { share: 1, blocks: read.code },
        { share: 4.6, blocks: read.words },
      ],
      { atFoot: true, ground: 'pale' },
    )
  const { sheet, ...sizes } = papers[paper]
  const poster = shortFormOf(whole, 'Poster', layout.parts, false)
  return {
    name: `poster-${paper.toLowerCase()}`,
    document: { ...poster, titlePage: titleOf(poster.titlePage, answer) },
    form: {
      paper: sheet,
      titlePage: false,
      foot: false,
      sheets: layout.sheets({ title: 'band', titleLines: 3, alike: true, pictures: 0.2, margin: 24, ...sizes }),
    },
  }
}

/** What was found is the headline, above what was asked, by whom and where; when is told in the whole. */
function titleOf(titlePage: TitlePage, answer: ClaimSaid | undefined): TitlePage {
  const lines = titlePage.lines.slice(0, 2).map(line => shortened(line, 110))
  if (!answer) return { ...titlePage, heading: shortened(titlePage.heading, 160), lines }
  return { ...titlePage, heading: shortened(answer.claim, 130), subtitle: shortened(titlePage.heading, 160), lines }
}

/** What speaks against it or, where nothing is told, what the group was asked and has not answered. */
function oneBut(answer: ClaimSaid): Block[] {
  return surenessBlocks(answer.against ? { ...answer, asked: '' } : answer)
}

/** Without a picture there is room for what was found besides, for a voice, and for what came to nothing. */
function inPlaceOfPicture({ found, quotations, didNotWork }: WhatItSays): Block[] {
  const others = found.slice(1, 3)
  return [
    ...(others.length > 0 ? [heading('What we found besides')] : []),
    ...others.flatMap(finding => claimBlocks(finding, 0)),
    ...voiceOf(quotations, 170),
    ...didNotWorkBlocks(didNotWork, 1, 160),
  ]
}
