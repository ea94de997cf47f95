import type { Entry } from '../../documents/entries.js'
import { inlineText } from '../../documents/inline-text.js'
import { withoutMarks } from '../../documents/notes.js'
import { drawLine } from '../lettering/drawing-lines.js'
import { linesOf } from '../lettering/lines.js'
import { spansOf } from '../lettering/spans.js'
import { tag } from '../file/tags.js'
import { types, type Type } from '../type.js'
import { drawLines, heightOf } from './paragraphs.js'
import type { Setting } from '../setting.js'
import type { Slab } from './slabs.js'

/** One line an entry: its heading, and its words behind; where these do not fit beside it, beneath. */
export function entrySlabs(entries: Entry[], setting: Setting): Slab[] {
  const type = { ...types.caption, size: 9.25, leading: 13.25 }
  const slabs = entries.map(entry => entrySlab(entry, type, setting))
  slabs[0]!.before = 6
  slabs.at(-1)!.after = 14
  if (slabs.length > 2) slabs[0]!.keepWithNext = slabs.at(-2)!.keepWithNext = true
  return slabs
}

function entrySlab([head, words]: Entry, type: Type, setting: Setting): Slab {
  const { width } = setting
  const bold = { ...type, bold: true, colour: types.text.colour }
  const name = linesOf(spansOf(head.inlines, bold, head.language), width, bold)
  const beside = name.at(-1)!.width + 7
  const whole = linesOf(spansOf(words.inlines, type, words.language), width, type)
  const fits = whole.length === 1 && beside + whole[0]!.width <= width && !name[0]!.rightToLeft
  const indent = fits ? beside : 14
  const lines = fits ? whole : linesOf(spansOf(words.inlines, type, words.language), width - indent, type)
  const above = heightOf(fits ? name.slice(0, -1) : name)
  const own = tag(head.id ? `H${head.level}` : 'P', setting.tag, { language: head.language })
  const facts = tag('P', setting.tag, { language: words.language })
  return {
    height: Math.max(heightOf(name), above + heightOf(lines)),
    before: 3,
    after: 0,
    frames: setting.frames,
    ...(head.id && { heading: { id: head.id, level: head.level, text: inlineText(withoutMarks(head.inlines)) } }),
    draw: (pen, y) => {
      drawLines(name, y, (line, top) => drawLine(pen, setting.links, line, own, { x: setting.x, y: top, width }))
      drawLines(lines, y + above, (line, top) =>
        drawLine(pen, setting.links, line, facts, {
          x: setting.x + indent,
          y: top,
          width: width - indent,
          align: 'left',
        }),
      )
    },
  }
}
