import type { Db } from '../../database.js'
import type { Reader } from '../../names/reader.js'
import type { Written } from '../../names/written.js'

/** What groups recommend to schools, each in the words in which the head reads that group; schools keep their names. */
export function asReadBy<Row extends { groupId: string; recommendation: Written }>(
  db: Db,
  reader: Reader,
  rows: Row[],
): Promise<(Omit<Row, 'recommendation'> & { recommendation: string })[]> {
  return Promise.all(
    rows.map(async row => ({
      ...row,
      recommendation: (await reader.namesIn(db, row.groupId)).read<Written>(row.recommendation),
    })),
  )
}
