import { uprightSize } from '../blocks/pictures.js'
import { linesOf, type Line } from '../lettering/lines.js'
import { plain, type Span } from '../lettering/spans.js'
import { drawDots } from '../blocks/dots.js'
import type { Aside, Page } from '../blocks/slabs.js'
import { colours, type Paper } from '../paper.js'
import type { Pen } from '../pen.js'
import type { Setting } from '../setting.js'
import { types } from '../type.js'

const APART = 5
const DOTS = 26
/** How high a small picture is at most. */
const HIGHEST = 84
/** A title takes so many lines at most. */
const MOST_LINES = 3

/** The numbers of pieces on some lines, each with what its piece is called, unless the text says so itself. */
export function asidesOf(lines: Line[], all: Span[], width: number, setting: Setting): Aside[] {
  const says = (title: string) =>
    all
      .map(({ text }) => text)
      .join('')
      .includes(title)
  let below = 0
  return lines.flatMap(line => {
    const top = below
    below += line.height
    const links = new Set(line.pieces.flatMap(({ span }) => (span.link?.piece ? [span.link] : [])))
    return [...links].flatMap(({ href, words, title }) => {
      if (!title || says(title)) return []
      const number = plain(words.replace(/ \(.*/, ''), { ...types.margin, bold: true, colour: colours.teal })
      const set = linesOf([...number, ...plain(` ${title}`, types.margin)], width, types.margin)
      const picture = pictureOf(href, width, setting)
      return set.length > MOST_LINES ? [] : [{ of: href, below: top, lines: set, ...(picture && { picture }) }]
    })
  })
}

function pictureOf(href: string, width: number, { shown, pictures }: Setting): Aside['picture'] {
  const id = shown?.get(href)
  const image = id === undefined ? undefined : pictures.find(id)
  if (!image) return undefined
  const size = uprightSize(image)
  const scale = Math.min(width / size.width, HIGHEST / size.height)
  return { id: id!, image, width: size.width * scale, height: size.height * scale }
}

/** How sure a group is, beside the claim: dots for whoever leafs through, and the word. */
export function surenessAside(filled: number, says: string, width: number): Aside {
  return { of: '', below: 0, dots: filled, lines: linesOf(plain(says, types.margin), width - DOTS, types.margin) }
}

interface Placed {
  aside: Aside
  y: number
}

/**
 * Draws what stands beside the lines of a page, each at the height of its line or a little lower or higher, and never beside what
 * fills the whole width. It is said in the text or in the list at the end, so nobody hears it twice.
 */
export function drawMargin(pen: Pen, page: Page, { margin }: Paper): void {
  if (!margin) return
  const placed = asidesOn(page)
  if (placed.length === 0) return
  pen.decorate(() => {
    for (const { aside, y } of placed) {
      if (aside.dots !== undefined) drawDots(pen, margin.x + 3, y + types.margin.leading / 2, aside.dots, 2.6)
      let top = y
      for (const line of aside.lines) {
        pen.line(line, margin.x + (aside.dots === undefined ? 0 : DOTS), top + line.baseline)
        top += line.height
      }
      if (aside.picture) drawPicture(pen, aside.picture, margin.x, top + 4)
    }
  })
}

function drawPicture(pen: Pen, { image, width, height }: NonNullable<Aside['picture']>, x: number, y: number): void {
  pen.apart(() => void pen.press.image(image, x, y, { width, height }))
}

/** Where everything finds its place: the words first, and then the pictures that still have room and stand nowhere else on the page. */
export function asidesOn(page: Page): Placed[] {
  const full = page.filter(({ slab }) => !slab.narrow).map(({ slab, y }) => ({ from: y - 4, to: y + slab.height + 4 }))
  const foot = Math.max(...page.map(({ slab, y }) => y + slab.height)) + 2
  const known = new Set<string>()
  const placed: Placed[] = []
  const taken = () => [...full, ...placed.map(({ aside, y }) => ({ from: y - APART, to: y + heightOf(aside) + APART }))]
  for (const { slab, y } of page)
    for (const { picture: _, ...words } of slab.asides ?? []) {
      if (words.of !== '' && known.has(words.of)) continue
      const at = nearest(y + words.below + DOWN, heightOf(words), taken())
      if (at === undefined || at + heightOf(words) > foot) continue
      known.add(words.of)
      placed.push({ aside: words, y: at })
    }
  for (const one of placed) {
    const picture = pictureFor(one.aside.of, page)
    const top = one.y + heightOf(one.aside)
    if (!picture || top + picture.height + 4 > foot) continue
    const others = [...full, ...placed.flatMap(({ y }) => (y > one.y ? [{ from: y - APART, to: y }] : []))]
    if (isFree(top, picture.height + 4, others)) one.aside = { ...one.aside, picture }
  }
  return placed
}

function pictureFor(of: string, page: Page): Aside['picture'] {
  const shows = new Set(page.flatMap(({ slab }) => slab.shows ?? []))
  const picture = page.flatMap(({ slab }) => slab.asides ?? []).find(aside => of !== '' && aside.of === of)?.picture
  return picture && !shows.has(picture.id) ? picture : undefined
}

/** The foot of its letters stands on that of its line. */
const DOWN = 4

/** How far from its line something may stand, in points. */
const FARTHEST = 40

function nearest(wanted: number, height: number, taken: { from: number; to: number }[]): number | undefined {
  const places = [wanted, ...taken.map(({ to }) => to), ...taken.map(({ from }) => from - height)]
  return places
    .filter(y => Math.abs(y - wanted) <= FARTHEST && isFree(y, height, taken))
    .sort((one, other) => Math.abs(one - wanted) - Math.abs(other - wanted))[0]
}

function isFree(y: number, height: number, taken: { from: number; to: number }[]): boolean {
  return taken.every(({ from, to }) => y >= to - 0.01 || y + height <= from + 0.01)
}

function heightOf({ lines, picture }: Aside): number {
  return lines.reduce((sum, line) => sum + line.height, picture ? picture.height + 4 : 0)
}
