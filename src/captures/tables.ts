import type { Selectable } from 'kysely'

/** A file that belongs to a capture. Settled: it is in the piece, or was refused. */
export interface CaptureFileTable {
  personId: string
  capture: string
  part: string
  position: number
  name: string
  bytes: number
  settledAt: string | null
  refusedBecause: string | null
}
export type CaptureFile = Selectable<CaptureFileTable>

/** The two halves of a person's key, as JSON Web Keys (see letter-box.ts). */
export interface LetterBoxTable {
  personId: string
  publicKey: string
  privateKey: string
  madeAt: string
}

declare module '../database.js' {
  interface Tables {
    captureFiles: CaptureFileTable
    letterBoxes: LetterBoxTable
  }
}
