import type { Chart, Drawing } from '../../documents/document.js'
import { readSvg, sizeOf } from '../../documents/svg.js'
import { NUMBERS_BEHIND } from '../../documents/to-text.js'
import { colours } from '../paper.js'
import { paragraphSlabs } from './paragraphs.js'
import type { Setting } from '../setting.js'
import type { Slab } from './slabs.js'
import { plain, spansOf } from '../lettering/spans.js'
import { drawSvg } from '../svg-drawing.js'
import { tableSlabs } from './tables.js'
import { tag, type Tag } from '../file/tags.js'
import { types } from '../type.js'

const HIGHEST = 0.5

/** A chart: its title and its sentence, the drawing as vectors, and the numbers behind it as a table. */
export function chartSlabs(chart: Chart, setting: Setting): Slab[] {
  const own = tag('Div', setting.tag, { language: chart.language })
  const wide = { ...setting, measure: setting.width, tag: own }
  const title = { ...types.caption, bold: true, size: 11, leading: 15.5, colour: colours.ink }
  const said = tag('Caption', own)
  return [
    ...(chart.title
      ? paragraphSlabs(plain(chart.title, title), title, tag('P', said), wide, {
          before: 18,
          after: 2,
          keepWithNext: true,
        })
      : []),
    ...paragraphSlabs(plain(chart.sentence, types.caption), types.caption, tag('P', said), wide, {
      before: 2,
      after: 8,
      keepWithNext: true,
    }),
    ...shapesSlabs(chart.svg, [chart.title, chart.sentence].filter(Boolean).join('. '), own, setting, setting.width),
    ...(chart.numbersElsewhere
      ? []
      : tableSlabs({ ...chart.table, caption: [{ kind: 'text', text: NUMBERS_BEHIND }] }, wide)),
  ]
}

/** A drawing with its caption beneath. */
export function drawingSlabs(drawing: Drawing, setting: Setting): Slab[] {
  const own = tag('Div', setting.tag, { language: drawing.language })
  const shapes = shapesSlabs(drawing.svg, drawing.alt, own, setting, Math.min(drawing.width, setting.width))
  const caption = paragraphSlabs(
    spansOf(drawing.caption, types.caption),
    types.caption,
    tag('Caption', own),
    { ...setting, measure: setting.width },
    { before: 4 },
  )
  return drawing.caption.length ? [...shapes.map(slab => ({ ...slab, keepWithNext: true })), ...caption] : shapes
}

function shapesSlabs(svg: string, alt: string, parent: Tag, setting: Setting, widest: number): Slab[] {
  const root = readSvg(svg)
  if (!root) return []
  const box = sizeOf(root)
  const highest = setting.paper.room * (setting.highest?.chart ?? HIGHEST)
  const scale = Math.min(widest / box.width, highest / box.height)
  const { x } = setting
  const [width, height] = [box.width * scale, box.height * scale]
  return [
    {
      height,
      before: 8,
      after: 8,
      frames: setting.frames,
      draw: (pen, y) => {
        const own = tag('Figure', parent, { alt, box: [x, y, x + width, y + height] })
        pen.within(own, () =>
          pen.apart(() => {
            pen.press.rect(x, y, width, height).clip()
            pen.press.translate(x, y).scale(scale).translate(-box.x, -box.y)
            drawSvg(pen, root)
          }),
        )
      },
    },
  ]
}
