import type { Trx } from '../../database.js'
import type { Newest } from './index-door.js'
import type { SearchEntry } from '../tables.js'
import '../tables.js'

type Asked = Pick<Trx, 'selectFrom' | 'insertInto' | 'deleteFrom'>

/** What the index holds at a number; of one that was taken out nothing but the number. */
export type Matched = SearchEntry | { number: number; kind: null; record: null }

export function isThere(one: Matched): one is SearchEntry {
  return one.kind !== null
}

/** @param most as many as were asked for */
export function thoseThere(found: Matched[], most: number): Newest {
  return { entries: found.filter(isThere), next: found.length < most ? null : found.at(-1)!.number }
}

/** Nothing leads to these records any more. Their words go when they are cleared. */
export async function markGone(trx: Asked, kind: string, records: string[]): Promise<void> {
  const theirs = trx.selectFrom('searchEntries').where('kind', '=', kind).where('record', 'in', records)
  await trx.insertInto('searchGone').columns(['number']).expression(theirs.select('number')).execute()
  await trx.deleteFrom('searchEntries').where('kind', '=', kind).where('record', 'in', records).execute()
}

/** @returns whether there were any */
export async function clearGone(
  trx: Asked,
  most: number,
  clearWords: (number: number) => Promise<unknown>,
): Promise<boolean> {
  const rows = await trx.selectFrom('searchGone').select('number').limit(most).execute()
  for (const { number } of rows) {
    await clearWords(number)
    await trx.deleteFrom('searchGone').where('number', '=', number).execute()
  }
  return rows.length > 0
}
