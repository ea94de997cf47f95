import { type Names, unread } from '../../names/names.js'
import type { Document } from '../../documents/document.js'
import type { Piece } from '../../evidence/evidence.js'
import type { NamesAround } from '../../keys/noticing.js'
import type { Undecided } from '../../pseudonyms/undecided.js'
import type { PieceToCite } from '../../write-ups/document/citing.js'
import { type FoundWriteUp, partAddress, type PartWithText, writeUpAddress } from '../../write-ups/write-ups.js'

/** What has to be settled, by which the list can be narrowed. */
export const stopKinds = [
  { kind: 'sharing', name: 'Who may see it' },
  { kind: 'consent', name: 'Who agreed' },
  { kind: 'name', name: 'Names of pupils' },
  { kind: 'picture', name: 'Pictures without words' },
  { kind: 'gone', name: 'Pieces that are gone' },
  { kind: 'text', name: 'The text itself' },
] as const

export type StopKind = (typeof stopKinds)[number]['kind']

/** One reason why a write-up may not go out yet, and where it can be mended. */
export interface Stop {
  kind: StopKind
  /** The piece that it is about, where it is about one. */
  piece?: { id: string; number: string }
  because: string
  mendAt: string
  /** What the link says. */
  mend: string
  /** Words that may name a pupil, and where it can be said that they do not. */
  name?: { words: string; address: string; back: string }
}

/** A document on its way out, and everything that it is held against: loaded once for the whole check. */
export interface Checked {
  writeUp: FoundWriteUp
  document: Document
  /** What the document says, plainly. */
  said: string
  /** The parts in which its words can be mended; none where it is frozen. */
  parts: PartWithText[]
  /** Every part of the write-up. */
  partIds: string[]
  /** What the group shares, which it can refer to. */
  pieces: PieceToCite[]
  /** What it refers to; of these, some may be shared no more. */
  cited: Piece[]
  names: Names
  /** About whose names nobody has decided. */
  undecided: Undecided
  around: NamesAround
}

/** The part in which words can be mended, or else the write-up. */
export function whereItStands({ parts, writeUp }: Checked, holds: (text: string) => boolean): string {
  const part = parts.find(one => holds(plain(unread(one.text.body))))
  return part ? partAddress(part) : writeUpAddress(writeUp.enquiry)
}

/** Words without their marks, in small letters, one space apart: as they are held against others. */
export function plain(words: string): string {
  return words
    .replace(/[*_`#>]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase()
}
