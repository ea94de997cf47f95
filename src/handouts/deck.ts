import type { Block, Chart, Document, Table } from '../documents/document.js'
import { inlineText } from '../documents/inline-text.js'
import { text } from '../documents/making-blocks.js'
import { paragraphs } from './laying-out.js'
import {
  adviceList,
  chartAlone,
  didNotWorkBlocks,
  effectsInShort,
  pictureAlone,
  surenessBlocks,
  triedBlocks,
  voiceOf,
  whereToRead,
} from './pieces.js'
import { didNotWorkHeading, effectsHeading, objectionHeading } from './sentences.js'
import { cutTo, shortened } from './shortening.js'
import { whatItSays, type Advice, type ClaimSaid } from './what-it-says.js'

/** One idea: what stands on it, side by side, and what can be said to it. */
export interface Slide {
  title: string
  left: Block[]
  right: Block[]
  /** How the width is shared. */
  shares: [left: number, right: number]
  /** For whoever speaks; nobody sees them on the screen. */
  notes: string[]
}

/** More rows than these are not read from the last row of a hall; they stand in the write-up. */
const MOST_ROWS = 5
const MOST_ADVICE = 3

export function isReadFromAfar({ table }: Chart): boolean {
  return table.rows.length <= MOST_ROWS && table.head.length <= MOST_ROWS
}

/**
 * The slides of a write-up after its cover: the answer first, how sure the group is and what speaks against it; what was
 * done; each other claim with a picture or a voice; what did not work; what difference it made; charts; advice and what
 * has become of it; where to read on.
 */
export function deckOf(whole: Document): Slide[] {
  const said = whatItSays(whole)
  const alreadySeen = new Set(said.found.flatMap(({ figure }) => (figure ? [figure.picture.id] : [])))
  const pictures: Block[] = said.figures.filter(figure => !alreadySeen.has(figure.picture.id)).map(pictureAlone)
  const [answer, ...others] = said.found.slice(0, 5)
  const read = whereToRead(whole, 130)
  const charts = said.charts.filter(isReadFromAfar).slice(0, 3)
  return [
    ...(answer ? [claimSlide(answer, pictures)] : []),
    slide('In short', paragraphs(shortened(said.lead[0] ?? '', 270)), {
      right: [
        ...under(
          said.headings.looked,
          said.looked.slice(0, 1).flatMap(words => paragraphs(shortened(words, 110))),
        ),
        ...under(said.headings.tried, triedBlocks(said, 110)),
      ],
      notes: [...said.lead, ...said.looked, ...said.tried, ...said.actions],
    }),
    ...others.map(finding => claimSlide(finding, pictures)),
    slide(didNotWorkHeading, didNotWorkBlocks(said.didNotWork, 3, 220).slice(1), { notes: said.didNotWork }),
    ...effectSlides(said.effects),
    ...charts.filter(chart => !said.chartsOfAdvice.includes(chart)).map(chartSlide),
    ...adviceSlides(said.advice),
    // What has become of it is told once it has been said.
    ...charts.filter(chart => said.chartsOfAdvice.includes(chart)).map(chartSlide),
    slide('Where to read more', read.code, { right: read.words, shares: read.code.length > 0 ? [1, 2.4] : [1, 1] }),
  ].filter(one => one.left.length + one.right.length > 0)
}

function chartSlide(chart: Chart): Slide {
  return slide(cutTo(chart.title, 90), [{ ...chartAlone(chart), title: '' }], { notes: [chart.sentence] })
}

/** Words under what the write-up calls the part in which they stand. */
function under(heading: string, words: Block[]): Block[] {
  if (words.length === 0) return []
  return [{ kind: 'paragraph', inlines: [{ kind: 'strong', inlines: text(heading) }] }, ...words]
}

function slide(title: string, left: Block[], more: Partial<Slide> = {}): Slide {
  return { title, left, right: [], shares: [1, 1], notes: [], ...more }
}

/** A claim beside what shows it best: its own picture, its own voice, the next picture of the write-up, or its reasons. */
function claimSlide(finding: ClaimSaid, pictures: Block[]): Slide {
  const { claim, because, figure, quotation, against, asked } = finding
  const beside = figure ? [pictureAlone(figure)] : quotation ? voiceOf([quotation], 260) : []
  const shown = beside.length > 0 ? beside : pictures.splice(0, 1)
  const [sure, ...objections] = surenessBlocks(finding)
  const reasons = (most: number) => (most > 60 ? paragraphs(shortened(because, most)) : [])
  // What is said against a claim comes before the reasons for it, where there is no room for both beside a picture.
  const room = 200 - Math.min(180, against.length) - Math.min(160, asked.length)
  return slide(cutTo(claim, 130), [sure!, ...(shown.length > 0 ? [...objections, ...reasons(room)] : reasons(280))], {
    right: shown.length > 0 ? shown : withLabel(objections, against),
    notes: [claim, because, against, asked].filter(Boolean),
  })
}

/** An objection that has a column of its own is called one above it. */
function withLabel(objections: Block[], against: string): Block[] {
  if (against === '') return objections
  return [{ kind: 'paragraph', inlines: [{ kind: 'strong', inlines: text(objectionHeading) }] }, ...objections]
}

/** Letters across the table of effects, and lines of it below its head. */
const ON_A_SLIDE = { letters: 106, lines: 9 }

/** The table of effects, as far as it is read from afar. */
function effectSlides(effects: Table | undefined): Slide[] {
  if (!effects || effects.head.length > MOST_ROWS) return []
  const [, ...blocks] = effectsInShort(effects, ON_A_SLIDE)
  const notes = effects.rows.map(row => row.map(inlineText).join(' – '))
  return [slide(effectsHeading, blocks, { notes })]
}

/** Up to three recommendations on one slide, each with what it costs. */
function adviceSlides(advice: Advice[]): Slide[] {
  const slides = Math.ceil(advice.length / MOST_ADVICE)
  const each = Math.ceil(advice.length / slides)
  return Array.from({ length: slides }, (_, at) => {
    const own = advice.slice(at * each, (at + 1) * each)
    const title = slides === 1 ? 'What we recommend' : `What we recommend, ${at + 1} of ${slides}`
    const list = adviceList(own, own.length === 1 ? 300 : 170, true).map(block =>
      block.kind === 'list' ? { ...block, start: at * each + 1 } : block,
    )
    return slide(title, list, {
      notes: own.map(({ recommendation, cost }) =>
        [recommendation, cost && `What it costs: ${cost}`].filter(Boolean).join(' '),
      ),
    })
  })
}
