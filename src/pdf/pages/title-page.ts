import { coverIn } from '../../handouts/cover.js'
import type { Document } from '../../documents/document.js'
import type { OpenImage } from '../file/inside-pdfkit.js'
import { uprightSize } from '../blocks/pictures.js'
import { colours } from '../paper.js'
import { pagesOf } from './pages.js'
import { paragraphSlabs } from '../blocks/paragraphs.js'
import type { Setting } from '../setting.js'
import type { Page, Slab } from '../blocks/slabs.js'
import { plain, type Span } from '../lettering/spans.js'
import { stageTrackSlab } from '../blocks/stage-track.js'
import { tag } from '../file/tags.js'
import { types, type Type } from '../type.js'

/**
 * The title page: what kind of document it is, the question large, who asked it, and where the enquiry stands. Where that
 * is more than one page can hold, it goes on over the next.
 * @returns its pages, and the picture that stands on it
 */
export function titlePagesOf(document: Document, setting: Setting): { pages: Page[]; cover?: string } {
  const { paper } = setting
  const cover = coverIn(document)
  const image = cover && setting.pictures.find(cover.id)
  const { upper, lower } = partsOf(document, setting, image ? BESIDE_COVER : 1)
  const head = stacked(upper, paper.top + (image ? 24 : 92))
  const below = atFoot(lower, paper.footOfText - 8, head)
  const room = (below[0]?.y ?? paper.footOfText) - endOf(head) - 2 * AROUND_COVER
  const picture =
    image && room >= LEAST_COVER ? [{ slab: coverSlab(image, setting, room), y: endOf(head) + AROUND_COVER }] : []
  const page = [...head, ...picture, ...below]
  if (endOf(page) > paper.footOfText) return { pages: pagesOf([...upper, ...lower], paper) }
  return { pages: [page], ...(picture.length > 0 && { cover: cover!.id }) }
}

const AROUND_COVER = 24
const LEAST_COVER = 120
/** Of its usual size, where the question leaves room for a picture. */
const BESIDE_COVER = 0.74

/** The first picture of the document, large. Nobody hears of it twice: it is described where it is told of. */
function coverSlab(image: OpenImage, { paper }: Setting, room: number): Slab {
  const size = uprightSize(image)
  const scale = Math.min(paper.fullWidth / size.width, room / size.height)
  const [width, height] = [size.width * scale, size.height * scale]
  const draw: Slab['draw'] = (pen, y) =>
    pen.decorate(() => pen.apart(() => void pen.press.image(image, paper.left, y, { width, height })))
  return { height, before: 0, after: 0, frames: [], draw }
}

/** The same words where they have no page of their own, to stand above the text. */
export function titleSlabs(document: Document, setting: Setting): Slab[] {
  const { upper, lower } = partsOf(document, setting, 0.75)
  const slabs = [...upper, ...lower]
  slabs.at(-1)!.after = 18
  return slabs
}

/** @param share of its usual size in which the question is set, and of the space around it */
function partsOf(document: Document, setting: Setting, share = 1): { upper: Slab[]; lower: Slab[] } {
  const { heading, subtitle, lines, stageTrack } = document.titlePage
  const wide = { ...setting, measure: setting.paper.fullWidth }
  const type = questionType(heading, share)
  const track = stageTrack?.length ? [{ ...stageTrackSlab(stageTrack, setting), before: 36 }] : []
  return {
    upper: [
      ...paragraphSlabs(plain(document.kindOfDocument, types.kind), types.kind, tag('P', setting.tag), wide, {
        after: 16 * share,
      }),
      markSlab(setting),
      ...paragraphSlabs(plain(heading, type), type, tag('H1', setting.tag), wide, {
        before: 22 * share,
        after: 18 * share,
      }),
      ...(subtitle ? paragraphSlabs(plain(subtitle, types.subtitle), types.subtitle, tag('P', setting.tag), wide) : []),
    ],
    lower: [...lines.flatMap(line => linesSlabs(line, wide)), ...addressSlabs(document, wide), ...track],
  }
}

/** A long question is set smaller, so that all of it is seen at once. */
function questionType(heading: string, share: number): Type {
  const smaller = share * (heading.length > 220 ? 0.6 : heading.length > 120 ? 0.76 : 1)
  return { ...types.question, size: types.question.size * smaller, leading: types.question.leading * smaller }
}

function markSlab(setting: Setting): Slab {
  const draw: Slab['draw'] = (pen, y) => pen.decorate(() => pen.box(setting.x, y, 64, 4, colours.teal))
  return { height: 4, before: 0, after: 0, frames: [], draw }
}

function linesSlabs(line: string, setting: Setting): Slab[] {
  return paragraphSlabs(plain(line, types.titleLine), types.titleLine, tag('P', setting.tag), setting, {
    before: 2,
    after: 2,
  })
}

function addressSlabs({ address }: Document, setting: Setting): Slab[] {
  if (!address) return []
  const type = { ...types.small, colour: colours.teal }
  const spans: Span[] = [{ text: address, type, link: { href: address, words: address } }]
  return paragraphSlabs(spans, types.small, tag('P', setting.tag), setting, { before: 8 })
}

function stacked(slabs: Slab[], top: number): Page {
  let y = top
  return slabs.map((slab, at) => {
    if (at > 0) y += Math.max(slabs[at - 1]!.after, slab.before)
    const placed = { slab, y }
    y += slab.height
    return placed
  })
}

/** Slabs that stand on the foot of the page, or below what is above where that is long. */
function atFoot(slabs: Slab[], foot: number, above: Page): Page {
  return stacked(slabs, Math.max(foot - endOf(stacked(slabs, 0)), endOf(above) + 24))
}

function endOf(page: Page): number {
  const last = page.at(-1)
  return last ? last.y + last.slab.height : 0
}
