import type Sqlite from 'better-sqlite3'

/** Bytes that a database names: their key in the store, and their SHA-256 where it is known. */
export interface Named {
  key: string
  sha256: string | null
}

/** The files and versions that are not erased, with their small pictures and thumbnails, each key once. */
export function filesNamedIn(sqlite: Sqlite.Database): Named[] {
  const rows = ['files', 'file_versions'].flatMap(
    table =>
      sqlite
        .prepare(`select stored_as, small_as, middle_as, thumbnail_as, sha256 from ${table} where erased_at is null`)
        .all() as Row[],
  )
  const named = new Map<string, string | null>()
  for (const row of rows) {
    for (const key of [row.small_as, row.middle_as, row.thumbnail_as])
      if (key !== null && !named.has(key)) named.set(key, null)
    named.set(row.stored_as, row.sha256)
  }
  return [...named].map(([key, sha256]) => ({ key, sha256 }))
}

interface Row {
  stored_as: string
  small_as: string | null
  middle_as: string | null
  thumbnail_as: string | null
  sha256: string
}
