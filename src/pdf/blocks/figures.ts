import type { Figure } from '../../documents/document.js'
import { inlineText } from '../../documents/inline-text.js'
import { drawLine } from '../lettering/drawing-lines.js'
import type { OpenImage } from '../file/inside-pdfkit.js'
import { linesOf, notesOn, type Line } from '../lettering/lines.js'
import { colours } from '../paper.js'
import { drawLines, heightOf, paragraphSlabs } from './paragraphs.js'
import type { Pen } from '../pen.js'
import { uprightSize } from './pictures.js'
import type { Setting } from '../setting.js'
import type { Slab } from './slabs.js'
import { plain, spansOf } from '../lettering/spans.js'
import { tag, type Tag } from '../file/tags.js'
import { types } from '../type.js'

const GAP = 18
/** Shares of the height of a page. */
const HIGHEST = 0.5
const HIGHEST_IN_A_ROW = 0.36
const LONGEST_CAPTION = 0.2
/** How much lower than usual a picture may stand, where the foot of a page is near. */
const LEAST = 0.6

/** A figure as it will stand: its picture's size, or the words that stand for one that is missing. */
export interface Ready {
  tag: Tag
  image: OpenImage | undefined
  x: number
  /** Of its caption, and of the picture itself. */
  width: number
  picture: number
  height: number
  said: Line[]
  caption: Line[]
  figure: Figure
}

/**
 * One figure, or two side by side, as one slab: a picture is never parted from its caption. A caption that is a story of
 * its own is set as text below its picture.
 */
export function figureSlabs(figures: Figure[], setting: Setting): Slab[] {
  const { room } = setting.paper
  const columns = (setting.width - GAP) / 2
  const alone = figures.length === 1
  const ready = figures.map((figure, at) => {
    const width = !alone ? columns : figure.wide ? setting.width : setting.width * 0.68
    return readyToDraw(
      figure,
      setting,
      setting.x + at * (columns + GAP),
      width,
      room * (setting.highest?.picture ?? (alone ? HIGHEST : HIGHEST_IN_A_ROW)),
    )
  })
  const captions = Math.max(...ready.map(({ caption }) => heightOf(caption)))
  if (captions <= room * LONGEST_CAPTION) return [rowOfFigures(ready, captions, setting)]
  return alone ? figureWithStory(ready[0]!, setting) : figures.flatMap(figure => figureSlabs([figure], setting))
}

function rowOfFigures(ready: Ready[], captions: number, setting: Setting): Slab {
  const pictures = Math.max(...ready.map(({ height }) => height))
  const said = captions ? captions + 6 : 0
  const slab = (room: number): Slab => ({
    height: room + said,
    before: 14,
    after: 18,
    frames: setting.frames,
    shows: ready.map(({ figure }) => figure.picture.id),
    notes: notesOn(ready.flatMap(({ caption }) => caption)),
    draw: (pen, y) => ready.forEach(one => drawFigure(pen, setting, atMost(one, room), y, room)),
  })
  return { ...slab(pictures), lower: { least: pictures * LEAST + said, to: height => slab(height - said) } }
}

/** The same picture no higher than this, in its own proportions. */
function atMost(ready: Ready, height: number): Ready {
  if (!ready.image || ready.height <= height) return ready
  return { ...ready, height, picture: (ready.picture * height) / ready.height }
}

function figureWithStory(ready: Ready, setting: Setting): Slab[] {
  const picture = { ...rowOfFigures([{ ...ready, caption: [] }], 0, setting), keepWithNext: true }
  const spans = spansOf(ready.figure.caption, types.caption)
  return [picture, ...paragraphSlabs(spans, types.caption, tag('Caption', ready.tag), setting, { after: 18 })]
}

export function readyToDraw(figure: Figure, setting: Setting, x: number, width: number, highest: number): Ready {
  const image = setting.pictures.find(figure.picture.id)
  const caption = captionOf(figure, width)
  const said = image ? [] : linesOf(plain(`Picture: ${saidOf(figure)}`, types.caption), width - 24, types.caption)
  const size = image ? fitted(image, width, highest) : { width, height: heightOf(said) + 24 }
  const own = tag('Div', setting.tag, { language: figure.language })
  return { tag: own, image, x, width: size.width, picture: size.width, height: size.height, said, caption, figure }
}

export function captionOf({ caption }: Figure, width: number): Line[] {
  return caption.length ? linesOf(spansOf(caption, types.caption), width, types.caption) : []
}

function fitted(image: OpenImage, width: number, highest: number): { width: number; height: number } {
  const size = uprightSize(image)
  const scale = Math.min(width / size.width, highest / size.height)
  return { width: size.width * scale, height: size.height * scale }
}

function saidOf(figure: Figure): string {
  return figure.alt.trim() || inlineText(figure.caption).trim() || 'a picture'
}

export function drawFigure(pen: Pen, setting: Setting, ready: Ready, top: number, room: number): void {
  const y = top + room - ready.height
  if (ready.image) drawPicture(pen, ready, ready.image, y)
  else drawMissing(pen, setting, ready, y)
  const caption = tag('Caption', ready.tag)
  drawLines(ready.caption, top + room + 6, (line, at) => {
    drawLine(pen, setting.links, line, caption, { x: ready.x, y: at, width: ready.width })
  })
}

function drawPicture(
  pen: Pen,
  { tag: parent, x, picture: width, height, figure }: Ready,
  image: OpenImage,
  y: number,
): void {
  const own = tag('Figure', parent, { alt: saidOf(figure), box: [x, y, x + width, y + height] })
  pen.within(own, () => pen.press.image(image, x, y, { width, height }))
}

/** A picture whose file is gone is said in words, in a quiet box. */
function drawMissing(pen: Pen, setting: Setting, { tag: parent, said, x, width, height }: Ready, y: number): void {
  pen.decorate(() => pen.box(x, y, width, height, colours.shade))
  const own = tag('P', parent)
  drawLines(said, y + 12, (line, at) =>
    drawLine(pen, setting.links, line, own, { x: x + 12, y: at, width: width - 24 }),
  )
}

/** A picture that fills a place of other proportions: its middle is seen, and nothing stands beside it. */
export function fillingSlab(
  figure: Figure,
  setting: Setting,
  { x, width, height }: { x: number; width: number; height: number },
): Slab {
  const image = setting.pictures.find(figure.picture.id)
  const parent = tag('Div', setting.tag, { language: figure.language })
  const draw: Slab['draw'] = (pen, y) => {
    if (!image) return drawMissing(pen, setting, missing(figure, parent, setting, height), y)
    const size = uprightSize(image)
    const scale = Math.max(width / size.width, height / size.height)
    const [wide, high] = [size.width * scale, size.height * scale]
    const own = tag('Figure', parent, { alt: saidOf(figure), box: [x, y, x + width, y + height] })
    pen.within(own, () =>
      pen.apart(() => {
        pen.press.rect(x, y, width, height).clip()
        pen.press.image(image, x + (width - wide) / 2, y + (height - high) / 2, { width: wide, height: high })
      }),
    )
  }
  return { height, before: 0, after: 0, frames: [], draw }
}

function missing(figure: Figure, parent: Tag, setting: Setting, height: number): Ready {
  const { x, width } = setting
  const said = linesOf(plain(`Picture: ${saidOf(figure)}`, types.caption), width - 24, types.caption)
  return { ...{ tag: parent, image: undefined, x, width, picture: width, height }, said, caption: [], figure }
}
