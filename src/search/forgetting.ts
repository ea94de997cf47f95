import type { Db } from '../database.js'
import { fullTextOf } from './index/full-text.js'
import type { Searchable } from './searchables.js'
import './tables.js'

/** Takes records out of the index, of whatever kind they are; what is still there of them is read again. */
export async function forgetInIndex(trx: Db, searchables: Searchable[], records: string[]): Promise<void> {
  if (records.length === 0) return
  for (const { kind } of searchables) {
    const rows = await trx
      .selectFrom('searchEntries')
      .select('record')
      .where('kind', '=', kind)
      .where('record', 'in', records)
      .execute()
    if (rows.length === 0) continue
    const found = rows.map(row => row.record)
    await fullTextOf(trx).takeOut(trx, kind, found)
    await trx
      .insertInto('searchWaiting')
      .values(found.map(record => ({ kind, record })))
      .onConflict(conflict => conflict.doNothing())
      .execute()
  }
}
