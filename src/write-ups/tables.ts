import type { Selectable } from 'kysely'
import type { PartName } from './parts/parts.js'

export interface WriteUpTable {
  id: string
  groupId: string
  enquiryId: string
  slug: string
  title: string
  begunAt: string
  begunBy: string
  listsAllAt: string | null
  listsAllBy: string | null
}
export type WriteUp = Selectable<WriteUpTable>

export interface WriteUpPartTable {
  id: string
  writeUpId: string
  part: PartName
  heading: string
  position: number
  composed: string
  composedAt: string
  leftOutAt: string | null
}
export type WriteUpPart = Selectable<WriteUpPartTable>

/** A piece that the group leaves out, or lists although no words refer to it. */
export interface WriteUpPieceTable {
  id: string
  writeUpId: string
  evidenceId: string
  how: 'left out' | 'listed'
  chosenAt: string
  chosenBy: string
  endedAt: string | null
  endedBy: string | null
}

/** Who is named as having written it, in their order: somebody with an account, or somebody by name alone. */
export interface WriteUpAuthorTable {
  id: string
  writeUpId: string
  position: number
  personId: string | null
  name: string
}

/** A school that it is of. */
export interface WriteUpSchoolTable {
  id: string
  writeUpId: string
  schoolId: string
}

declare module '../database.js' {
  interface Tables {
    writeUps: WriteUpTable
    writeUpParts: WriteUpPartTable
    writeUpPieces: WriteUpPieceTable
    writeUpAuthors: WriteUpAuthorTable
    writeUpSchools: WriteUpSchoolTable
  }
}
