import type { Note } from '../../documents/document.js'
import { slabsOf } from './blocks.js'
import { drawLine } from '../lettering/drawing-lines.js'
import { linesOf } from '../lettering/lines.js'
import { colours } from '../paper.js'
import { movedIn, type Setting } from '../setting.js'
import type { Slab } from './slabs.js'
import { placeOfMark, placeOfNote, plain } from '../lettering/spans.js'
import { tag } from '../file/tags.js'
import { types } from '../type.js'

const INDENT = 24

/** The notes of a document as slabs, to be set at the foot of the page that marks them. */
export class FootNotes {
  private readonly slabs: Map<number, Slab[]>

  constructor(notes: Note[], setting: Setting) {
    this.slabs = new Map(notes.map(note => [note.number, noteSlabs(note, setting)]))
    this.rule = ruleSlab(setting)
  }

  /** What parts them from the text. */
  readonly rule: Slab

  /** How much room the notes of a slab want, as far as they are not known from an earlier one. */
  heightOf(slab: Slab, known: ReadonlySet<number>): number {
    return heightOfSlabs(this.of(slab, known))
  }

  /** The notes of a slab, as far as they are not known from an earlier one. */
  of({ notes = [] }: Slab, known: ReadonlySet<number>): Slab[] {
    return notes.filter(number => !known.has(number)).flatMap(number => this.slabs.get(number) ?? [])
  }
}

export function heightOfSlabs(slabs: Slab[]): number {
  return slabs.reduce((sum, slab) => sum + slab.height + slab.after, 0)
}

/** A note: its number, which leads back to the text, and its words. */
function noteSlabs({ number, blocks }: Note, setting: Setting): Slab[] {
  const type = types.note
  const own = tag('Note', setting.tag, { id: placeOfNote(number) })
  const inner = { ...movedIn({ ...setting, type }, INDENT, own), type }
  const label = tag('Lbl', own)
  const link = { href: `#${placeOfMark(number)}`, words: `Back to the mark of note ${number}` }
  const line = linesOf(
    plain(`[${number}]`, { ...type, tabular: true, colour: colours.teal }).map(span => ({ ...span, link })),
    200,
    type,
  )[0]!
  return slabsOf(blocks, inner).map((slab, at) => ({
    ...slab,
    before: 0,
    after: Math.min(slab.after, 3),
    ...(at === 0 && { place: placeOfNote(number) }),
    draw: (pen, y) => {
      if (at === 0) drawLine(pen, setting.links, line, label, { x: setting.x, y, width: INDENT, align: 'left' })
      slab.draw(pen, y)
    },
  }))
}

function ruleSlab({ x }: Setting): Slab {
  return {
    height: 14,
    before: 0,
    after: 0,
    frames: [],
    draw: (pen, y) => pen.decorate(() => pen.rule(x, y + 6, 90, 0.6, colours.line)),
  }
}
