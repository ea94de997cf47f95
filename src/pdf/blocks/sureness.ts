import type { Paragraph } from '../../documents/document.js'
import { inlineText } from '../../documents/inline-text.js'
import { drawDots } from './dots.js'
import { paragraphSlabs } from './paragraphs.js'
import type { Setting } from '../setting.js'
import type { Slab } from './slabs.js'
import { spansOf } from '../lettering/spans.js'
import { tag } from '../file/tags.js'
import { types } from '../type.js'

const ROOM = 40

/**
 * How sure a claim is: in words, and for those who look from afar as one, two or three filled dots. What speaks against it
 * follows, on the same page.
 */
export function sureSlabs(block: Paragraph, setting: Setting): Slab[] {
  const type = types.sure
  const inner = { ...setting, x: setting.x + ROOM, measure: setting.measure - ROOM }
  const own = tag('P', setting.tag, { language: block.language })
  const slabs = paragraphSlabs(spansOf(block.inlines, type), type, own, inner, { before: 2, after: 8 })
  const filled = filledIn(inlineText(block.inlines))
  return slabs.map((slab, at) =>
    at > 0
      ? { ...slab, keepWithNext: true }
      : {
          ...slab,
          keepWithNext: true,
          draw: (pen, y) => {
            pen.decorate(() => drawDots(pen, setting.x + 4.5, y + type.leading / 2, filled, 3.6))
            slab.draw(pen, y)
          },
        },
  )
}

/**
 * How sure a group is that says so right behind a claim in bold: how many dots, and in a word or two. Undefined where it says
 * nothing of it there.
 */
export function surenessBeside({
  manner,
  inlines: [first, second],
}: Paragraph): { filled: number; says: string } | undefined {
  if (manner || first?.kind !== 'strong' || second?.kind !== 'text') return undefined
  const said = /^\s*(?:We are|This is) (sure|fairly sure|a hunch)\b/.exec(second.text)?.[1]
  return said === undefined ? undefined : { filled: filledIn(said), says: said }
}

function filledIn(words: string): number {
  if (/hunch/i.test(words)) return 1
  return /fairly/i.test(words) ? 2 : 3
}
