import type { Db, Trx } from '../../database.js'
import type { Enquiry } from '../../enquiries/enquiry.js'
import type { Knowing } from '../../enquiries/stages/stage-parts.js'
import type { KeyStore } from '../../keys/store.js'
import type { Reader } from '../../names/reader.js'
import type { Piece } from '../evidence.js'

/** Who does it, and to the pieces of which group. */
export interface Around {
  person: Reader
  enquiry: Enquiry
  /** For what holds words against them. */
  keys: KeyStore
}

/** A piece to which it was done, with what has to be known to take it back. */
export interface Done {
  piece: Piece
  was: string
}

/**
 * Something that is done to many pieces of a group at once: `onMany` of its room. It does no more than what the same person may
 * do to each of them alone, and writes the same facts.
 */
export interface ManyAct<Known = unknown> extends Knowing<Known> {
  /** In the address, such as `stage`. */
  name: string
  /** Above its choices, such as `Put them to a stage`. */
  label: string
  /** What can be chosen, each as the end of a button: `Claim C3: speaks for it`; nothing where this person cannot do it at all. */
  choices(db: Db, around: Around, known: Known): Promise<{ value: string; text: string }[]>
  /** Why it cannot be done to these, by their ids; the others are free. @param value one of the choices */
  hinders(db: Db, around: Around, pieces: Piece[], value: string): Promise<Map<string, string>>
  /** Does it to all of them, each with a fact of its own. @returns what each was before */
  does(trx: Trx, around: Around, pieces: Piece[], value: string): Promise<Done[]>
  /** Takes it back, where the single act can be taken back. */
  undoes?(trx: Trx, around: Around, done: Done[], value: string): Promise<void>
}

/** Why each of these is hindered, where a sentence says it. */
export function hindered(pieces: Piece[], why: (piece: Piece) => string | undefined): Map<string, string> {
  return new Map(
    pieces.flatMap(piece => {
      const because = why(piece)
      return because === undefined ? [] : [[piece.id, because] as const]
    }),
  )
}
