import type { Chart, Drawing } from '../../documents/document.js'
import { readSvg, sizeOf } from '../../documents/svg.js'
import { aboveNumbers } from '../../documents/to-text.js'
import { colours } from '../paper.js'
import { paragraphSlabs } from './paragraphs.js'
import type { Setting } from '../setting.js'
import type { Slab } from './slabs.js'
import { plain, spansOf } from '../lettering/spans.js'
import { drawSvg } from '../svg-drawing.js'
import { tableSlabs } from './tables.js'
import { tag, type Tag } from '../file/tags.js'
import { types } from '../type.js'

/** A chart needs a third of a page; one with bars stands in its table. */
const HIGHEST = 0.34

/**
 * A chart: its title and its sentence, the drawing as vectors, and the numbers behind it as a table; bars stand in the table,
 * so that numbers are said once.
 */
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
    ...(chart.sentence
      ? paragraphSlabs(plain(chart.sentence, types.caption), types.caption, tag('P', said), wide, {
          before: 2,
          after: 8,
          keepWithNext: true,
        })
      : []),
    ...(chart.bars ? [] : shapesSlabs(chart.svg, saidOf(chart), own, setting, setting.width)),
    ...numbersOf(chart, wide),
  ]
}

function saidOf({ title, sentence }: Chart): string {
  return [title, sentence].filter(Boolean).join('. ')
}

function numbersOf(chart: Chart, setting: Setting): Slab[] {
  const above = aboveNumbers(chart)
  if (above === undefined) return []
  return tableSlabs(
    { ...chart.table, caption: above === '' ? undefined : [{ kind: 'text', text: above }] },
    setting,
    chart.bars,
  )
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

/** How much lower than usual a drawing may stand, where the foot of a page is near. */
const LEAST = 0.6

function shapesSlabs(svg: string, alt: string, parent: Tag, setting: Setting, widest: number): Slab[] {
  const root = readSvg(svg)
  if (!root) return []
  const box = sizeOf(root)
  const highest = setting.paper.room * (setting.highest?.chart ?? HIGHEST)
  const { x } = setting
  const own = tag('Figure', parent, { alt })
  const slabOf = (height: number): Slab => {
    const scale = height / box.height
    const width = box.width * scale
    return {
      height,
      before: 8,
      after: 8,
      frames: setting.frames,
      draw: (pen, y) => {
        own.box = [x, y, x + width, y + height]
        pen.within(own, () =>
          pen.apart(() => {
            pen.press.rect(x, y, width, height).clip()
            pen.press.translate(x, y).scale(scale).translate(-box.x, -box.y)
            drawSvg(pen, root)
          }),
        )
      },
    }
  }
  const readable = Math.min(widest / box.width, (setting.labels ?? SMALLEST) / smallestType(svg)) * box.height
  const height = Math.max(readable, Math.min((widest / box.width) * box.height, highest))
  return [{ ...slabOf(height), lower: { least: Math.max(readable, height * LEAST), to: slabOf } }]
}

/** Nothing is set smaller than this, in points. */
const SMALLEST = 8

function smallestType(svg: string): number {
  return Math.min(...[...svg.matchAll(/font-size="([\d.]+)/g)].map(found => Number(found[1])), Infinity)
}
