import { fontkit } from './fontkit.js'
import { tablesOf } from './sfnt.js'

/** A point of an outline; curves are drawn through those that do not lie `on` it. */
interface Point {
  x: number
  y: number
  on: boolean
}

const BIT = { on: 1, shortX: 2, shortY: 4, sameX: 16, sameY: 32 }

/**
 * Takes the stroke out of a font's slashed zero, which makes dates and sums look like serial numbers: its two halves of white
 * become one, of the shape of its outer edge. Figures of one width are made of the same outline and follow.
 * @param file a TrueType font whose zero is an edge and two halves; it is changed where it lies (OpenType 1.9, `glyf`), and
 *   the licence of the font must allow that (SIL Open Font License without reserved names does)
 */
export function plainZero(file: Buffer): Buffer {
  const at = outlineOfZero(file)
  const contours = pointsOf(at).sort((one, other) => areaOf(other) - areaOf(one))
  if (contours.length !== 3) throw new Error('The zero of this font is not an edge and two halves')
  const [edge, ...halves] = contours
  const slant = slantOf(file)
  const white = fitted(edge!, halves.flat(), slant).reverse()
  const drawn = outline([edge!, white], at)
  if (drawn.length > at.length) throw new Error('The plain zero of this font does not fit where the slashed one was')
  at.fill(0)
  drawn.copy(at)
  return file
}

function outlineOfZero(file: Buffer): Buffer {
  const tables = tablesOf(file)!
  const zero = fontkit().create(file).glyphForCodePoint(0x30).id
  const loca = tables.get('loca')!
  const long = tables.get('head')!.readInt16BE(50) === 1
  const place = (glyph: number) => (long ? loca.readUInt32BE(glyph * 4) : loca.readUInt16BE(glyph * 2) * 2)
  return tables.get('glyf')!.subarray(place(zero), place(zero + 1))
}

/** How far a slanted letter leans to the right for each step up. */
function slantOf(file: Buffer): number {
  const degrees = tablesOf(file)!.get('post')!.readInt32BE(4) / 65_536
  return Math.tan((-degrees * Math.PI) / 180)
}

function pointsOf(bytes: Buffer): Point[][] {
  const ends = Array.from({ length: bytes.readInt16BE(0) }, (_, at) => bytes.readUInt16BE(10 + at * 2))
  let at = 10 + ends.length * 2
  at += 2 + bytes.readUInt16BE(at)
  const count = ends.at(-1)! + 1
  const flags: number[] = []
  while (flags.length < count) {
    const flag = bytes[at++]!
    flags.push(flag)
    if (flag & 8) for (let again = bytes[at++]!; again > 0; again--) flags.push(flag)
  }
  const along = (short: number, same: number) => {
    let value = 0
    return flags.map(flag => {
      if (flag & short) value += flag & same ? bytes[at++]! : -bytes[at++]!
      else if (!(flag & same)) value += bytes.readInt16BE((at += 2) - 2)
      return value
    })
  }
  const xs = along(BIT.shortX, BIT.sameX)
  const ys = along(BIT.shortY, BIT.sameY)
  const points = flags.map((flag, number) => ({ x: xs[number]!, y: ys[number]!, on: (flag & BIT.on) > 0 }))
  return ends.map((end, number) => points.slice(number === 0 ? 0 : ends[number - 1]! + 1, end + 1))
}

const areaOf = (points: Point[]) => {
  const { left, right, low, high } = boxOf(points, 0)
  return (right - left) * (high - low)
}

function boxOf(points: Point[], slant: number) {
  const xs = points.map(({ x, y }) => x - y * slant)
  const ys = points.map(({ y }) => y)
  return { left: Math.min(...xs), right: Math.max(...xs), low: Math.min(...ys), high: Math.max(...ys) }
}

/** A shape, drawn as large as others reach together; what leans keeps its angle. */
function fitted(shape: Point[], others: Point[], slant: number): Point[] {
  const from = boxOf(shape, slant)
  const to = boxOf(others, slant)
  return shape.map(({ x, y, on }) => {
    const across = (x - y * slant - from.left) / (from.right - from.left)
    const up = to.low + ((y - from.low) / (from.high - from.low)) * (to.high - to.low)
    return { x: Math.round(to.left + across * (to.right - to.left) + up * slant), y: Math.round(up), on }
  })
}

/** @param before the glyph in whose place it stands: its bounds are kept, its instructions for the old outline are not */
function outline(contours: Point[][], before: Buffer): Buffer {
  const points = contours.flat()
  const head = Buffer.alloc(10 + contours.length * 2 + 2)
  before.copy(head, 0, 0, 10)
  head.writeInt16BE(contours.length, 0)
  let end = -1
  contours.forEach((contour, at) => head.writeUInt16BE((end += contour.length), 10 + at * 2))
  const flags: number[] = points.map(({ on }) => (on ? BIT.on : 0))
  const along = (of: (point: Point) => number, short: number, same: number) => {
    let last = 0
    return points.flatMap((point, at) => {
      const step = of(point) - last
      last = of(point)
      if (step === 0) flags[at]! |= same
      else if (Math.abs(step) < 256) flags[at]! |= step > 0 ? short | same : short
      else return [(step >> 8) & 255, step & 255]
      return step === 0 ? [] : [Math.abs(step)]
    })
  }
  const xs = along(point => point.x, BIT.shortX, BIT.sameX)
  const ys = along(point => point.y, BIT.shortY, BIT.sameY)
  return Buffer.concat([head, Buffer.from(flags), Buffer.from(xs), Buffer.from(ys)])
}
