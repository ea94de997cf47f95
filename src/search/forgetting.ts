import type { Db } from '../database.js'
import { fullTextOf } from './index/full-text.js'
import type { Searchable } from './searchables.js'
import './tables.js'

/** Takes records out of the index, of whatever kind they are; what is still there of them is read again. */
export async function forgetInIndex(trx: Db, searchables: Searchable[], records: string[]): Promise<void> {
  if (records.length === 0) return
  const rows = await trx
    .selectFrom('searchEntries')
    .select(['kind', 'record'])
    .where(
      'kind',
      'in',
      searchables.map(one => one.kind),
    )
    .where('record', 'in', records)
    .execute()
  for (const kind of new Set(rows.map(row => row.kind))) {
    const found = rows.filter(row => row.kind === kind).map(row => row.record)
    await fullTextOf(trx).takeOut(trx, kind, found)
    await trx
      .insertInto('searchWaiting')
      .values(found.map(record => ({ kind, record })))
      .onConflict(conflict => conflict.doNothing())
      .execute()
  }
}
