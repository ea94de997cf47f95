import type { Db } from '../database.js'

const columns = ['storedAs', 'smallAs', 'middleAs', 'thumbnailAs'] as const

/** Which of these bytes a file or a version that has not been erased still has. */
export async function bytesInUse(db: Db, keys: string[]): Promise<Set<string | null>> {
  if (keys.length === 0) return new Set()
  const inUse = (table: 'files' | 'fileVersions') =>
    db
      .selectFrom(table)
      .select(columns)
      .where('erasedAt', 'is', null)
      .where(row => row.or(columns.map(column => row(column, 'in', keys))))
      .execute()
  const rows = [...(await inUse('files')), ...(await inUse('fileVersions'))]
  return new Set(rows.flatMap(row => columns.map(column => row[column])))
}
