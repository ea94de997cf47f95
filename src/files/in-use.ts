import type { Db } from '../database.js'

/** Which of these bytes a file or a version that has not been erased still has. */
export async function bytesInUse(db: Db, keys: string[]): Promise<Set<string | null>> {
  if (keys.length === 0) return new Set()
  const inUse = (table: 'files' | 'fileVersions') =>
    db
      .selectFrom(table)
      .select(['storedAs', 'smallAs', 'thumbnailAs'])
      .where('erasedAt', 'is', null)
      .where(row => row.or([row('storedAs', 'in', keys), row('smallAs', 'in', keys), row('thumbnailAs', 'in', keys)]))
      .execute()
  const rows = [...(await inUse('files')), ...(await inUse('fileVersions'))]
  return new Set(rows.flatMap(row => [row.storedAs, row.smallAs, row.thumbnailAs]))
}
