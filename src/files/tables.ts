import type { Selectable } from 'kysely'

export type FileKind = 'image' | 'document' | 'sound' | 'film' | 'table' | 'text'

/**
 * The bytes stand in the store under random keys: `storedAs` is what people download, `smallAs` a JPEG of at most
 * 1600 px for pages and PDFs, `thumbnailAs` a WebP of at most 480 px; the last two only for images. `bytes` and `sha256`
 * are of what is stored under `storedAs`, so that a backup can be checked against them.
 */
export interface StoredFileTable {
  id: string
  kind: FileKind
  name: string
  mediaType: string
  bytes: number
  sha256: string
  storedAs: string
  width: number | null
  height: number | null
  thumbnailAs: string | null
  smallAs: string | null
  uploadedBy: string
  uploadedAt: string
  erasedAt: string | null
}
export type StoredFile = Selectable<StoredFileTable>

declare module '../database.js' {
  interface Tables {
    files: StoredFileTable
  }
}
