import type { Document } from '../../documents/document.js'
import type { Sheets } from '../form.js'
import { linesOf } from '../lettering/lines.js'
import { colours } from '../paper.js'
import { paragraphSlabs } from '../blocks/paragraphs.js'
import type { Setting } from '../setting.js'
import type { Frame, Page, Slab } from '../blocks/slabs.js'
import { plain } from '../lettering/spans.js'
import { stageTrackSlab } from '../blocks/stage-track.js'
import { tag } from '../file/tags.js'
import { types, type Type } from '../type.js'

const SIZES = [46, 42, 38, 35, 32, 29, 27, 25, 23, 21, 19, 17, 15.5]
const pale = '#d3e6e3'

/** What is left free between the band and the text below it. */
export const UNDER_BAND = 20

/** The question in a band across the head of the first page, and where the text below it begins. */
export function bandOf(document: Document, sheets: Sheets, setting: Setting): { page: Page; foot: number } {
  const box = { height: 0 }
  const ground: Frame = { draw: pen => pen.box(0, 0, setting.paper.width, box.height, colours.teal) }
  const within = { ...setting, frames: [ground] }
  const page = stacked(slabsOfTitle(document, sheets, within), setting.paper.top * 0.8)
  box.height = endOf(page) + 16
  const { stageTrack } = document.titlePage
  if (!stageTrack?.length) return { page, foot: box.height + UNDER_BAND }
  const track = stageTrackSlab(stageTrack, setting)
  const y = box.height + 16
  return { page: [...page, { slab: track, y }], foot: y + track.height + 16 }
}

/** The question on a page of its own, as slides begin. */
export function coverOf(document: Document, sheets: Sheets, setting: Setting): Page {
  const { paper } = setting
  const ground: Frame = { draw: pen => pen.box(0, 0, paper.width, paper.height, colours.teal) }
  const within = { ...setting, frames: [ground] }
  const words = slabsOfTitle(document, sheets, within)
  const height = endOf(stacked(words, 0))
  return stacked(words, Math.max(paper.top, (paper.height - height) * 0.42))
}

function slabsOfTitle(document: Document, sheets: Sheets, setting: Setting): Slab[] {
  const { heading, subtitle, lines } = document.titlePage
  const small: Type = { ...types.titleLine, size: 10.5, leading: 15, colour: pale }
  const said = (words: string, type: Type, manner: { before?: number; after?: number } = {}) =>
    paragraphSlabs(plain(words, type), type, tag('P', setting.tag), setting, manner)
  const type = titleType(heading, sheets, setting)
  return [
    ...said(document.kindOfDocument, { ...types.kind, colour: pale }, { after: 6 }),
    ...paragraphSlabs(plain(heading, type), type, tag('H1', setting.tag), setting, { before: 4, after: 8 }),
    ...(subtitle ? said(subtitle, { ...types.subtitle, size: 14, leading: 19, colour: colours.white }) : []),
    ...lines.flatMap(line => said(line, small, { before: 1, after: 1 })),
    ...(document.address ? said(document.address, small, { before: 4, after: 1 }) : []),
  ]
}

/** The largest type in which the question takes no more lines than it may. */
function titleType(heading: string, { titleLines: most, titleSize = Infinity }: Sheets, setting: Setting): Type {
  const candidates = SIZES.filter(size => size <= titleSize).map(size => ({
    ...types.question,
    size,
    leading: size * 1.16,
    colour: colours.white,
  }))
  return (
    candidates.find(type => linesOf(plain(heading, type), setting.measure, type).length <= most) ?? candidates.at(-1)!
  )
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

function endOf(page: Page): number {
  const last = page.at(-1)
  return last ? last.y + last.slab.height : 0
}
