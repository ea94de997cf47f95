import type { Block, Chart, Document, TitlePage } from '../documents/document.js'
import { heading, text } from '../documents/making-blocks.js'
import { Layout, paragraphs, sheetOf, type Handout } from './laying-out.js'
import { effectsAtAGlance } from './effects-at-a-glance.js'
import { chartAlone, claimBlocks, didNotWorkBlocks, surenessBlocks, voiceOf, whereToRead } from './pieces.js'
import { cutTo, shortened } from './shortening.js'
import { isReadFromAfar } from './deck.js'
import { shortFormOf } from './summary.js'
import { whatItSays, type ClaimSaid, type WhatItSays } from './what-it-says.js'

/** The smallest letters of a document, 9.25 points, come out at 36 points on A1 and at 18 on A3. */
const papers = {
  A3: { sheet: sheetOf(297, 420), largest: 2.3, smallest: 1.95, labels: 18 },
  A1: { sheet: sheetOf(594, 841), largest: 4.6, smallest: 3.9, labels: 36 },
}

/** How much larger than usual type may be where no picture fills half of the sheet. */
const LARGER = 1.4

/** Of a chart that stands for what was recommended or logged. */
const MOST_ROWS = 3

export type PosterPaper = keyof typeof papers

/**
 * One upright page for a wall, read while walking past: what was found as its headline, one picture over half the sheet, how
 * sure the group is and the one thing that speaks against it, beside them what difference it made; at its foot what was
 * asked, by whom, and where to read on. Without a picture it has room for what was found besides. Both papers say the same.
 */
export function posterOf(whole: Document, paper: PosterPaper): Handout {
  const said = whatItSays(whole)
  const [answer] = said.found
  const [picture] = said.figures
  const [lead = ''] = said.lead
  const sure = answer ? oneBut(answer) : paragraphs(shortened(lead, 260), 'lead')
  const effects = said.effects && effectsAtAGlance(said.effects)
  const read = whereToRead(whole, picture ? 42 : 52)
  const { sheet, ...sizes } = papers[paper]
  const layout = new Layout().page()
  if (picture)
    layout.bleeding({ ...picture, caption: [] }).row([
      { share: 1, blocks: sure },
      { share: 1.45, blocks: effects ? [effects] : beforeAndAfter(said.charts) },
    ])
  else
    layout
      .row([{ share: 1, blocks: sure.map(larger) }])
      .row([{ share: 1, blocks: inPlaceOfPicture(said) }])
      .row([{ share: 1, blocks: effects ? [{ ...effects, width: sheet.width }] : chartsOnWall(said.charts) }])
  layout.row(
    [
      { share: 1, blocks: read.code },
      {
        share: picture ? 8 : 5.4,
        blocks: picture ? whoAsked(whole) : read.words,
      },
    ],
    picture ? { atFoot: true } : { atFoot: true, ground: 'pale' },
  )
  const poster = shortFormOf(whole, 'Poster', layout.parts, false)
  return {
    name: `poster-${paper.toLowerCase()}`,
    document: { ...poster, titlePage: titleOf(poster.titlePage, answer, picture !== undefined) },
    form: {
      paper: sheet,
      titlePage: false,
      foot: false,
      sheets: layout.sheets({
        ...{
          title: 'band',
          titleLines: picture ? 2 : 3,
          alike: true,
          pictures: picture ? 0.51 : 0.2,
          margin: 18,
          bottom: 18,
        },
        ...(picture ? { titleSize: 19, gap: 9 } : { titleSize: 27 }),
        ...sizes,
        ...(picture ? {} : { largest: sizes.largest * LARGER }),
      }),
    },
  }
}

/** With no picture to look at, what speaks against the answer is read from further away. */
function larger(block: Block): Block {
  return block.kind === 'paragraph' && !block.manner ? { ...block, manner: 'lead' } : block
}

/** What was measured before and after, where it has room beside something else. */
function beforeAndAfter(charts: Chart[]): Block[] {
  const measured = charts.find(one => one.of && isReadFromAfar(one))
  return measured ? [chartAlone(measured)] : []
}

/** What was measured, or else the chart with the fewest rows, where it leaves room for the rest of the sheet. */
function chartsOnWall(charts: Chart[]): Block[] {
  const measured = beforeAndAfter(charts)
  if (measured.length > 0) return measured
  const few = charts.filter(one => isReadFromAfar(one) && one.table.rows.length <= MOST_ROWS)
  const byRows = few.sort((one, other) => one.table.rows.length - other.table.rows.length)
  const chart = byRows[0] ?? charts.find(one => !one.bars)
  // Bars say what they show; a picture of numbers needs its sentence.
  return chart ? [{ ...chartAlone(chart), ...(chart.bars && { sentence: '' }) }] : []
}

/** What was asked, by whom and where, and where to read on, or for a draft that it is one: quietly, at the foot. */
function whoAsked(whole: Document): Block[] {
  const { titlePage, address, foot } = whole
  const who = titlePage.lines.slice(0, 2).map(line => shortened(line, 110))
  const asked = `We asked: ${shortened(titlePage.heading, 110)} ${who.join('. ')}.`
  if (!address) return [...paragraphs(asked, 'quiet'), ...whereToRead(whole, 0).words]
  return [
    {
      kind: 'paragraph',
      manner: 'quiet',
      inlines: [...text(`${asked} ${foot}. All of it: `), { kind: 'link', href: address, inlines: text(address) }],
    },
  ]
}

/** What was found is the headline; without a picture, what was asked, by whom and where stand below it. */
function titleOf(titlePage: TitlePage, answer: ClaimSaid | undefined, pictured: boolean): TitlePage {
  const lines = titlePage.lines.slice(0, 2).map(line => shortened(line, 110))
  const { subtitle: _, ...rest } = titlePage
  if (!answer) return { ...rest, heading: cutTo(titlePage.heading, 160), lines: pictured ? [] : lines }
  if (pictured) return { ...rest, heading: cutTo(answer.claim, 130), lines: [] }
  return { ...titlePage, heading: cutTo(answer.claim, 130), subtitle: cutTo(titlePage.heading, 160), lines }
}

/** What speaks against it or, where nothing is told, what the group was asked and has not answered. */
function oneBut(answer: ClaimSaid): Block[] {
  return surenessBlocks(answer.against ? { ...answer, asked: '' } : answer)
}

/** Without a picture there is room for what was found besides, for a voice, or for what came to nothing. */
function inPlaceOfPicture({ found, quotations, didNotWork }: WhatItSays): Block[] {
  const others = found.slice(1, 2)
  return [
    ...(others.length > 0 ? [heading('What we found besides')] : []),
    ...others.flatMap(finding => claimBlocks(finding, 0)),
    ...(others.length === 0 ? voiceOf(quotations, 170) : []),
    ...didNotWorkBlocks(didNotWork, 1, others.length > 0 ? 110 : 160),
  ]
}
