import type { Paragraph } from '../../documents/document.js'
import { inlineText } from '../../documents/inline-text.js'
import { colours } from '../paper.js'
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
            pen.decorate(() => {
              for (let dot = 0; dot < 3; dot++) {
                const x = setting.x + 4.5 + dot * 11.5
                pen.apart(() => {
                  const circle = pen.press.circle(x, y + type.leading / 2, 3.6).lineWidth(1.1)
                  if (dot < filled) circle.fillAndStroke(colours.teal, colours.teal)
                  else circle.fillAndStroke(colours.white, colours.teal)
                })
              }
            })
            slab.draw(pen, y)
          },
        },
  )
}

function filledIn(words: string): number {
  if (/hunch/i.test(words)) return 1
  return /fairly/i.test(words) ? 2 : 3
}
