import type { Generated, Selectable } from 'kysely'

export type FileKind = 'image' | 'document' | 'sound' | 'film' | 'table' | 'text'

/**
 * The bytes stand in the store under random keys: `storedAs` is what people download, `smallAs` a JPEG of at most
 * 1600 px for pages and PDFs, `middleAs` a WebP of 800 px and `thumbnailAs` one of 320 px in width; these only for images.
 * A picture from before there were middle ones gets its own when it is first asked for. `bytes` and `sha256`
 * are of what is stored under `storedAs`, so that a backup can be checked against them.
 */
export interface StoredFileTable {
  id: string
  kind: FileKind
  name: string
  mediaType: string
  bytes: number
  sha256: string
  /** Of the bytes as they were sent, by which the same file is known again; null when that is not known. */
  sentSha256: string | null
  storedAs: string
  width: number | null
  height: number | null
  thumbnailAs: string | null
  smallAs: string | null
  middleAs: string | null
  uploadedBy: string
  uploadedAt: string
  erasedAt: string | null
  /** 1, and one more each time that other bytes took its place (src/files/versions.ts). */
  version: Generated<number>
}
export type StoredFile = Selectable<StoredFileTable>

export type HowMade = 'sent' | 'replaced' | 'restored' | 'covered'

/** What a file was and is, once it has been replaced: one row for each version, the newest too. */
export interface FileVersionTable {
  fileId: string
  version: number
  how: HowMade
  kind: FileKind
  name: string
  mediaType: string
  bytes: number
  sha256: string
  sentSha256: string | null
  storedAs: string
  width: number | null
  height: number | null
  thumbnailAs: string | null
  smallAs: string | null
  middleAs: string | null
  madeBy: string
  madeAt: string
  /** Of an uncovered picture: who agreed that it is kept. */
  keptBecause: string | null
  erasedAt: string | null
}
export type FileVersion = Selectable<FileVersionTable>

declare module '../database.js' {
  interface Tables {
    files: StoredFileTable
    fileVersions: FileVersionTable
  }
}
