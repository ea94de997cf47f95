import type { StoredFile } from '../files/tables.js'
import type { Read, Written } from '../names/written.js'
import type { Cap } from './consent/refusals.js'
import type { ConsentAsWritten, Evidence } from './tables.js'

/** A piece of evidence with what belongs to it, as its reader reads it. Whoever holds one may read it, unless it is a gap. */
export type Piece = Read<PieceAsWritten>
export type PieceFile = Read<FileAsWritten>

export interface PieceAsWritten extends Evidence {
  networkId: string
  groupName: string
  author: string
  /** The author is no longer in the group. */
  authorLeft: boolean
  schools: { id: string; name: string }[]
  /** Of all that stands about those seen in it, the narrowest; given or withdrawn; null when nobody has asked. */
  consent: ConsentAsWritten | null
  /** Everything that stands: one for each person or group of people seen in it. */
  consents: ConsentAsWritten[]
  /** What one of its schools refused for pieces like this. */
  cap: Cap | null
  files: FileAsWritten[]
  /** Nothing of it may be shown: withdrawn, or its consent was. Only its number stays. */
  gap: boolean
}

export interface FileAsWritten extends StoredFile {
  alt: Written
  position: number
}
