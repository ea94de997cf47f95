import type { Selectable } from 'kysely'
import type { ConsentAudience } from '../reach/audiences.js'
import type { FormOfCopy } from './forms-of-copy.js'

/** A copy is kept as what was taken by whom, never as bytes: it is made anew, and checked anew, each time it is fetched. */
export interface CopyTable {
  id: string
  groupId: string
  form: FormOfCopy
  audience: ConsentAudience
  takenAt: string
  takenBy: string
}
export type Copy = Selectable<CopyTable>

export interface CopyPieceTable {
  copyId: string
  evidenceId: string
}

declare module '../database.js' {
  interface Tables {
    copies: CopyTable
    copyPieces: CopyPieceTable
  }
}
