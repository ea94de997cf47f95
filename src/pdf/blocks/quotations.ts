import type { Block, Inline, Quotation, Source } from '../../documents/document.js'
import { textOfBlocks } from '../../documents/to-text.js'
import { readsFromTheRight } from '../../documents/letters/direction.js'
import { colours } from '../paper.js'
import { paragraphSlabs } from './paragraphs.js'
import { movedIn, type Setting } from '../setting.js'
import type { Frame, Slab } from './slabs.js'
import { spansOf } from '../lettering/spans.js'
import { tag } from '../file/tags.js'
import { types } from '../type.js'

/** A quotation: set in the quiet serif beside a bar, with the number of its evidence below. */
export function quotationSlabs(
  quotation: Quotation,
  setting: Setting,
  slabsOf: (blocks: Block[], setting: Setting) => Slab[],
): Slab[] {
  const fromRight = readsFromTheRight(textOfBlocks(quotation.blocks))
  const x = fromRight ? setting.x + setting.measure - 4.5 : setting.x + 2
  const frame: Frame = { draw: (pen, top, bottom) => pen.box(x, top - 1, 2.5, bottom - top + 2, colours.ochreEdge) }
  const own = tag('BlockQuote', setting.tag, { language: quotation.language })
  const inner = {
    ...movedIn(setting, 20, own, { fromRight, frame, side: fromRight ? 'right' : 'left' }),
    type: types.quotation,
  }
  const words = slabsOf(quotation.blocks, inner)
  const source = quotation.source ? sourceSlabs(quotation.source, inner) : []
  return roomy(source.length ? [...kept(words), ...source] : words)
}

function sourceSlabs(source: Source, setting: Setting): Slab[] {
  const said: Inline[] = [
    { kind: 'text', text: `— ${source.by ? `${source.by}, ` : ''}` },
    { kind: 'reference', label: source.label, title: source.title, href: source.href },
    { kind: 'text', text: source.title ? ` ${source.title}` : '' },
  ]
  return paragraphSlabs(spansOf(said, types.caption), types.caption, tag('P', setting.tag), setting, { before: 4 })
}

/** The last words stay with the line that says whose they are. */
function kept(slabs: Slab[]): Slab[] {
  return slabs.map((slab, at) => (at === slabs.length - 1 ? { ...slab, keepWithNext: true } : slab))
}

function roomy(slabs: Slab[]): Slab[] {
  return slabs.map((slab, at) => ({
    ...slab,
    before: at === 0 ? Math.max(slab.before, 15) : slab.before,
    after: at === slabs.length - 1 ? Math.max(slab.after, 15) : slab.after,
  }))
}
