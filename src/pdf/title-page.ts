import type { Document } from '../documents/document.js'
import { colours, fullWidth, paper } from './paper.js'
import { paragraphSlabs } from './paragraphs.js'
import type { Setting } from './setting.js'
import type { Page, Slab } from './slabs.js'
import { plain, type Span } from './spans.js'
import { stageTrackSlab } from './stage-track.js'
import { tag } from './tags.js'
import { types, type Type } from './type.js'

/** The title page: what kind of document it is, the question large, who asked it, and where the enquiry stands. */
export function titlePageOf(document: Document, setting: Setting): Page {
  const { heading, subtitle, lines, stageTrack } = document.titlePage
  const wide = { ...setting, measure: fullWidth }
  const type = questionType(heading)
  const upper = stacked(
    [
      ...paragraphSlabs(plain(document.kindOfDocument, types.kind), types.kind, tag('P', setting.tag), wide, {
        after: 16,
      }),
      markSlab(setting),
      ...paragraphSlabs(plain(heading, type), type, tag('H1', setting.tag), wide, { before: 22, after: 18 }),
      ...(subtitle ? paragraphSlabs(plain(subtitle, types.subtitle), types.subtitle, tag('P', setting.tag), wide) : []),
    ],
    paper.top + 92,
  )
  const foot = [...lines.flatMap(line => linesSlabs(line, wide)), ...addressSlabs(document, wide)]
  const track = stageTrack?.length ? [stageTrackSlab(stageTrack, setting)] : []
  return [...upper, ...standing([...foot, ...spacedBy(36, track)], paper.height - paper.bottom - 8, upper)]
}

/** A long question is set smaller, so that all of it is seen at once. */
function questionType(heading: string): Type {
  const smaller = heading.length > 220 ? 0.6 : heading.length > 120 ? 0.76 : 1
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

function spacedBy(before: number, slabs: Slab[]): Slab[] {
  return slabs.map(slab => ({ ...slab, before }))
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
function standing(slabs: Slab[], foot: number, above: Page): Page {
  const last = above.at(-1)!
  const height = stacked(slabs, 0).at(-1)
  const top = foot - (height ? height.y + height.slab.height : 0)
  return stacked(slabs, Math.max(top, last.y + last.slab.height + 24))
}
