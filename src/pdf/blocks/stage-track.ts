import type { StageOnTrack } from '../../documents/document.js'
import { STATE_IN_WORDS } from '../../documents/to-text.js'
import { stageInks, stageShapes } from '../../look/stage-shapes.js'
import { drawLine } from '../lettering/drawing-lines.js'
import { linesOf } from '../lettering/lines.js'
import { colours } from '../paper.js'
import { drawLines, heightOf } from './paragraphs.js'
import type { Pen } from '../pen.js'
import type { Setting } from '../setting.js'
import type { Slab } from './slabs.js'
import { plain } from '../lettering/spans.js'
import { tag } from '../file/tags.js'
import { types } from '../type.js'

const SHAPE = 30
const GRID = 24

/** The five joined shapes: filled where a stage is done, open where the group is, dashed where it is still to come. */
export function stageTrackSlab(track: StageOnTrack[], setting: Setting): Slab {
  const column = setting.width / track.length
  const list = tag('L', setting.tag, { numbering: 'Disc' })
  const items = track.map(stop => {
    const body = tag('LBody', tag('LI', list))
    const type = {
      ...types.small,
      bold: stop.state === 'here',
      colour: stop.state === 'ahead' ? colours.soft : colours.ink,
    }
    const lines = linesOf(
      [...plain(`${stop.stage}: `, type), { text: '\n', type }, ...plain(STATE_IN_WORDS[stop.state], type)],
      column - 8,
      type,
    )
    return { stop, body, lines }
  })
  return {
    height: SHAPE + 10 + Math.max(...items.map(({ lines }) => heightOf(lines))),
    before: 0,
    after: 0,
    frames: setting.frames,
    draw: (pen, y) => {
      pen.decorate(() => drawTrack(pen, track, setting.x, y, column))
      items.forEach(({ body, lines }, at) => {
        drawLines(lines, y + SHAPE + 10, (line, top) => {
          const place = { x: setting.x + at * column + 4, y: top, width: column - 8, align: 'centre' as const }
          drawLine(pen, setting.links, line, body, place)
        })
      })
    },
  }
}

function drawTrack(pen: Pen, track: StageOnTrack[], x: number, y: number, column: number): void {
  track.forEach((stop, at) => {
    if (at === 0) return
    const to = x + (at + 0.5) * column
    drawString(pen, stop, to - column, to, y + SHAPE / 2)
  })
  track.forEach((stop, at) => drawShape(pen, stop, x + (at + 0.5) * column, y + SHAPE / 2))
}

function drawString(pen: Pen, stop: StageOnTrack, from: number, to: number, y: number): void {
  const { press } = pen
  const reached = stop.state !== 'ahead'
  press
    .save()
    .lineWidth(reached ? 2 : 1.4)
    .strokeColor(reached ? inkOf(stop) : colours.edge)
  if (!reached) press.dash(4, { space: 3 })
  press.moveTo(from, y).lineTo(to, y).stroke().restore()
}

function drawShape(pen: Pen, stop: StageOnTrack, x: number, y: number): void {
  const { press } = pen
  const scale = SHAPE / GRID
  press
    .save()
    .translate(x - SHAPE / 2, y - SHAPE / 2)
    .scale(scale)
  const ink = stop.state === 'ahead' ? colours.edge : inkOf(stop)
  press.lineJoin('round').lineWidth({ done: 1.6, here: 3, ahead: 1.4 }[stop.state])
  if (stop.state === 'ahead') press.dash(3, { space: 2.5 })
  press.path(shapeOf(stop)).fillAndStroke(stop.state === 'done' ? ink : colours.white, ink)
  press.restore()
}

function inkOf({ stage }: StageOnTrack): string {
  return (stageInks as Record<string, string>)[stage.toLowerCase()] ?? colours.teal
}

/** A stage that we do not know the shape of is a round one. */
function shapeOf({ stage }: StageOnTrack): string {
  return (stageShapes as Record<string, string>)[stage.toLowerCase()] ?? stageShapes.context
}
