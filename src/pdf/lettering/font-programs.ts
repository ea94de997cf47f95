import { deflateSync } from 'node:zlib'
import type { Face } from './faces.js'
import { subsetOf, type Tables } from './sfnt.js'

/** Bytes as they go into a PDF, and how many they were before. */
export interface Packed {
  bytes: Buffer
  length: number
}

interface Program {
  file: Packed
  /** Where each glyph stands in a TrueType file; in others each has the place of its number. */
  places?: Map<number, number>
}

const KEPT = 40
const MANY = 40
const PLAIN_LETTERS = Array.from({ length: 95 }, (_, at) => 0x20 + at)

const truetypeBefore = new Map<string, Program>()
const outlinesBefore = new Map<string, Program>()
const plainBefore = new WeakMap<Face, number[]>()

/**
 * A TrueType font cut down to these glyphs, or the one that was cut for the same glyphs before. Where many are asked for,
 * all plain letters come with them: the next document of the same language then finds its font ready.
 */
export function truetypeOf(face: Face, tables: Tables, glyphs: number[]): Program {
  const wanted = new Set(glyphs)
  if (wanted.size > MANY) plainGlyphs(face).forEach(glyph => wanted.add(glyph))
  const kept = [...wanted].sort((one, other) => one - other)
  return remembered(truetypeBefore, `${face.name} ${kept.join()}`, () => ({
    file: packedOf(subsetOf(tables, kept)),
    places: new Map(kept.map((glyph, at) => [glyph, at])),
  }))
}

/** A font with PostScript outlines (Chinese, Korean), cut by its own reader, a glyph for each number. */
export function outlinesOf(face: Face, glyphs: number[]): Program {
  return remembered(outlinesBefore, `${face.name} ${glyphs.join()}`, () => {
    const subset = face.font.createSubset()
    subset.glyphs = [...glyphs]
    return { file: packedOf(subset.encode()) }
  })
}

export function packedOf(bytes: Uint8Array): Packed {
  return { bytes: deflateSync(bytes), length: bytes.length }
}

function plainGlyphs(face: Face): number[] {
  let plain = plainBefore.get(face)
  if (!plain) {
    plain = PLAIN_LETTERS.filter(letter => face.covers(letter)).map(letter => face.font.glyphForCodePoint(letter).id)
    plainBefore.set(face, plain)
  }
  return plain
}

/** The one that was asked for longest ago gives way. */
function remembered(before: Map<string, Program>, key: string, make: () => Program): Program {
  const made = before.get(key) ?? make()
  before.delete(key)
  before.set(key, made)
  if (before.size > KEPT) before.delete(before.keys().next().value!)
  return made
}
