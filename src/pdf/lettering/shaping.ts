import {
  Blob,
  Buffer,
  BufferFlag,
  ClusterLevel,
  Direction,
  Face as HbFace,
  Feature,
  Font,
  shape as shapeIt,
} from 'harfbuzzjs'
import type { Face } from './faces.js'
import { runsOfScripts } from './scripts.js'

/** Letters as one face draws them, from left to right; lengths in thousandths of the size. */
export interface Shaped {
  glyphs: ShapedGlyph[]
  width: number
  /** Whether the glyphs, read one by one, give the text back. */
  faithful: boolean
}

export interface ShapedGlyph {
  id: number
  letters: number[]
  advance: number
  /** The advance that the font itself gives the glyph. */
  natural: number
  x: number
  y: number
}

/** A glyph as HarfBuzz gives it: in the measure of its font, with the place in the text at which its cluster begins. */
interface Given {
  codepoint: number
  cluster: number
  xAdvance?: number
  xOffset?: number
  yOffset?: number
}

const buffer = new Buffer()
const TABULAR = [new Feature('tnum')]

/**
 * Shapes some text of one face by the rules of that font and of its script, as HarfBuzz has them: letters that join, change
 * places, stand above one another or become one. Brackets within text from right to left are turned here too.
 */
export function shape(face: Face, text: string, rightToLeft: boolean, tabular = false): Shaped {
  const runs = runsOfScripts(text)
  const shaped = (rightToLeft ? runs.reverse() : runs).map(run => shapedRun(face, run, rightToLeft, tabular))
  const glyphs = shaped.flatMap(run => run.glyphs)
  return {
    glyphs,
    width: glyphs.reduce((sum, glyph) => sum + glyph.advance, 0),
    faithful: shaped.every(run => run.oneByOne) && readBack(glyphs) === text,
  }
}

function readBack(glyphs: ShapedGlyph[]): string {
  let text = ''
  for (const { letters } of glyphs) text += String.fromCodePoint(...letters)
  return text
}

/** A space that is read as some letters: what stands beneath their picture. */
export function unseen(face: Face, text: string): Shaped {
  const [space] = shape(face, ' ', false).glyphs
  return { glyphs: [{ ...space!, letters: lettersIn(text) }], width: space!.advance, faithful: true }
}

/** The glyphs of one script, and whether each letter, or what became one, has a glyph of its own. */
function shapedRun(face: Face, text: string, rightToLeft: boolean, tabular: boolean) {
  const font = fontOf(face)
  buffer.reset()
  buffer.addText(text)
  buffer.setDirection(rightToLeft ? Direction.RTL : Direction.LTR)
  buffer.setClusterLevel(ClusterLevel.MONOTONE_CHARACTERS)
  buffer.setFlags(BufferFlag.REMOVE_DEFAULT_IGNORABLES)
  buffer.guessSegmentProperties()
  shapeIt(font, buffer, tabular ? TABULAR : [])
  const scale = 1000 / face.font.unitsPerEm
  const clusters = clustersOf(buffer.getGlyphInfosAndPositions(), text.length)
  const glyphs = clusters.flatMap(cluster => {
    const letters = sharedOut(cluster, lettersIn(text.slice(cluster.first, cluster.end)), rightToLeft)
    return cluster.glyphs.map((glyph, at) =>
      shared(face, {
        id: glyph.codepoint,
        letters: letters[at]!,
        advance: (glyph.xAdvance ?? 0) * scale,
        natural: font.glyphHAdvance(glyph.codepoint) * scale,
        x: (glyph.xOffset ?? 0) * scale,
        y: (glyph.yOffset ?? 0) * scale,
      }),
    )
  })
  return {
    glyphs: glyphs.filter(({ id }) => id !== 0),
    oneByOne: clusters.every(cluster => cluster.glyphs.length === 1),
  }
}

/**
 * The letters of glyphs that stand for some letters together, such as a vowel that is written before its consonant: shared
 * out so that whoever reads glyph by glyph comes upon the letters as they were typed, and upon no glyph that takes room and
 * says nothing.
 */
function sharedOut({ glyphs }: Cluster, letters: number[], rightToLeft: boolean): number[][] {
  if (glyphs.length === 1) return [letters]
  const inOrder = glyphs.map((_, at) => at)
  if (rightToLeft) inOrder.reverse()
  const wide = inOrder.filter(at => (glyphs[at]!.xAdvance ?? 0) > 0)
  const bearers = (wide.length ? wide : inOrder).slice(0, letters.length)
  const said = glyphs.map((): number[] => [])
  bearers.forEach((at, turn) => (said[at] = turn < bearers.length - 1 ? [letters[turn]!] : letters.slice(turn)))
  return said
}

interface Cluster {
  first: number
  glyphs: Given[]
  end: number
}

/** Glyphs that stand for the same letters, in paper order, and where those letters begin and end in the text. */
function clustersOf(given: Given[], length: number): Cluster[] {
  const clusters: Cluster[] = []
  for (const glyph of given) {
    const last = clusters.at(-1)
    if (last?.first === glyph.cluster) last.glyphs.push(glyph)
    else clusters.push({ first: glyph.cluster, glyphs: [glyph], end: length })
  }
  const backwards = clusters.length > 1 && clusters[0]!.first > clusters[1]!.first
  clusters.forEach((cluster, at) => {
    const next = clusters[backwards ? at - 1 : at + 1]
    if (next) cluster.end = next.first
  })
  return clusters
}

const fonts = new WeakMap<Face, Font>()

function fontOf(face: Face): Font {
  let font = fonts.get(face)
  if (!font) fonts.set(face, (font = new Font(new HbFace(new Blob(face.file)))))
  return font
}

const usual = new WeakMap<Face, Map<number, ShapedGlyph>>()

/** Letters that stand as their font has them are one and the same in all words: most are. */
function shared(face: Face, glyph: ShapedGlyph): ShapedGlyph {
  if (glyph.x !== 0 || glyph.y !== 0 || glyph.advance !== glyph.natural || glyph.letters.length !== 1) return glyph
  let known = usual.get(face)
  if (!known) usual.set(face, (known = new Map<number, ShapedGlyph>()))
  const twin = known.get(glyph.id)
  if (twin && twin.letters[0] === glyph.letters[0]) return twin
  known.set(glyph.id, glyph)
  return glyph
}

function lettersIn(text: string): number[] {
  return Array.from(text, letter => letter.codePointAt(0)!)
}
