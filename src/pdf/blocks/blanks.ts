import type { Blank } from '../../documents/document.js'
import { drawLine } from '../lettering/drawing-lines.js'
import { linesOf } from '../lettering/lines.js'
import { colours } from '../paper.js'
import { drawLines, heightOf } from './paragraphs.js'
import type { Setting } from '../setting.js'
import type { Slab } from './slabs.js'
import { plain } from '../lettering/spans.js'
import { tag } from '../file/tags.js'
import { types } from '../type.js'

/** Lines stand as far apart as a hand needs. */
const APART = 22

/** Room to write in: what it is for, and lines. The lines are decoration; a pen needs them and a screen reader does not. */
export function blankSlabs(blank: Blank, setting: Setting): Slab[] {
  const type = types.small
  const own = tag('P', setting.tag, { language: blank.language })
  const label = linesOf(plain(blank.label, type), setting.measure, type)
  const above = blank.lines > 1 ? heightOf(label) : 0
  const height = above + Math.max(blank.lines * APART, heightOf(label))
  return [
    {
      height,
      before: 6,
      after: 4,
      frames: setting.frames,
      draw: (pen, y) => {
        const top = blank.lines > 1 ? y : y + APART - heightOf(label) - 1
        drawLines(label, top, (line, at) => {
          drawLine(pen, setting.links, line, own, { x: setting.x, y: at, width: setting.measure })
        })
        const from = blank.lines > 1 ? 0 : (label.at(-1)?.width ?? 0) + 8
        pen.decorate(() => {
          for (let line = 1; line <= blank.lines; line++)
            pen.rule(setting.x + from, y + above + line * APART - 2, setting.width - from, 0.6, colours.edge)
        })
      },
    },
  ]
}
