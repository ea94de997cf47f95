import type { Document } from '../documents/document.js'
import { heading } from '../documents/making-blocks.js'
import { Layout, paragraphs, sheetOf, type Handout } from './laying-out.js'
import {
  adviceList,
  chartAlone,
  claimBlocks,
  didNotWorkBlocks,
  effectsInShort,
  pictureAlone,
  triedBlocks,
  voiceOf,
  whereToRead,
} from './pieces.js'
import { shortened } from './shortening.js'
import { type WhatItSays, whatItSays } from './what-it-says.js'

/**
 * A write-up in two pages of A4: what was asked and found, how sure the group is and what speaks against it, what did not
 * work, one picture, one chart, what is recommended, and where to read on. Every word of it is the write-up's own.
 */
export function summaryOf(whole: Document): Handout {
  const said = whatItSays(whole)
  const layout = firstPage(new Layout(), said)
  lastPage(layout, said, whole)
  return {
    name: 'summary',
    document: shortFormOf(whole, 'Summary', layout.parts),
    form: {
      paper: sheetOf(210, 297),
      titlePage: false,
      foot: true,
      sheets: layout.sheets({
        title: 'band',
        titleLines: 3,
        titleSize: 29,
        largest: 1.14,
        smallest: 0.92,
        labels: 8,
        alike: true,
        pictures: 0.2,
        margin: 44,
      }),
    },
  }
}

/** The answer with how sure the group is and what speaks against it; then what was asked, what was done and found besides. */
function firstPage(
  layout: Layout,
  { lead: [lead = '', ...more], found, looked, didNotWork, headings, ...said }: WhatItSays,
): Layout {
  const [answer, ...others] = found.slice(0, 3)
  const told = triedBlocks(said, 150)
  const instead = found.length === 0 ? more.flatMap(words => paragraphs(shortened(words, 500))) : []
  return layout
    .page()
    .row([{ share: 1, ground: 'shade', blocks: answer ? claimBlocks(answer, 130) : [] }])
    .row([{ share: 1, blocks: paragraphs(shortened(lead, 220), 'lead') }])
    .row([
      {
        share: 1.75,
        blocks: [
          ...(others.length > 0 ? [heading('What we found besides')] : []),
          ...others.flatMap(finding => claimBlocks(finding, 70)),
          ...instead,
        ],
      },
      {
        share: 1,
        ground: 'shade',
        blocks: [
          ...(looked.length > 0 ? [heading(headings.looked)] : []),
          ...looked.slice(0, 1).flatMap(words => paragraphs(shortened(words, 180))),
          ...(told.length > 0 ? [heading(headings.tried), ...told] : []),
          ...didNotWorkBlocks(didNotWork, 1, 150),
        ],
      },
    ])
}

/** Letters across the table of effects, and lines of it below its head. */
const IN_THE_SUMMARY = { letters: 110, lines: 14 }

/** A picture, what is recommended, a chart, and where to read on. */
function lastPage(
  layout: Layout,
  { figures, charts, advice, quotations, effects }: WhatItSays,
  whole: Document,
): Layout {
  const [picture] = figures
  const chart = charts.find(one => one.table.rows.length <= 5) ?? charts[0]
  const where = whereToRead(whole, 78)
  return layout
    .page()
    .row([
      { share: 1.25, blocks: picture ? [pictureAlone(picture)] : [] },
      {
        share: 1,
        blocks: [
          ...(advice.length > 0 ? [heading('What we recommend')] : []),
          ...adviceList(advice.slice(0, 4), 180, true),
          ...voiceOf(quotations, 160),
        ],
      },
    ])
    .row([{ share: 1, blocks: effects ? effectsInShort(effects, IN_THE_SUMMARY) : [] }])
    .row([{ share: 1, blocks: chart ? [chartAlone(chart)] : [] }])
    .row(
      [
        { share: 1, blocks: where.code },
        { share: 5, blocks: [heading('Where to read more'), ...where.words] },
      ],
      { atFoot: true, ground: 'pale' },
    )
}

/** The whole document's title page, over other words; its address is told where they end. */
export function shortFormOf(whole: Document, kindOfDocument: string, parts: Document['parts'], track = true): Document {
  const { stageTrack: _, ...titlePage } = whole.titlePage
  const { sections: __, address: ___, ...rest } = whole
  return {
    ...rest,
    kindOfDocument,
    title: `${whole.title} (${kindOfDocument.toLowerCase()})`,
    titlePage: track ? whole.titlePage : titlePage,
    contents: false,
    parts,
  }
}
