import type { Db, Trx } from '../../database.js'
import { fullTextOf } from '../../search/index/full-text.js'
import type { Searchable } from '../../search/searchables.js'
import { breathe } from '../../web/limits/breathing.js'
import { inOne } from '../../database.js'
import type { Finder } from '../looking/spots.js'

const atOnce = 50

/** What in the index holds a name, by the records that it was read from. */
export interface Indexed {
  kind: string
  record: string
}

/** Reads what the index was read from, while the name still stands there: nothing else knows which records hold it. */
export async function recordsThatHold(db: Db, searchables: Searchable[], finder: Finder): Promise<Indexed[]> {
  const found: Indexed[] = []
  for (const { kind, ids, entries } of searchables) {
    let after = ''
    for (;;) {
      const records = await ids(db, after, atOnce)
      const last = records.at(-1)
      if (last === undefined) break
      for (const entry of await entries(db, records))
        if (finder(`${entry.title}\n${entry.words}`, null).length > 0) found.push({ kind, record: entry.record })
      after = last
      await breathe()
    }
  }
  return found
}

/** They leave the index, and are read into it again by their new words. */
export async function takeOutOfIndex(trx: Trx, records: Indexed[]): Promise<void> {
  for (const kind of new Set(records.map(one => one.kind))) {
    const own = records.filter(one => one.kind === kind)
    for (let from = 0; from < own.length; from += 200) {
      const some = own.slice(from, from + 200)
      await fullTextOf(trx).takeOut(
        trx,
        kind,
        some.map(one => one.record),
      )
      await trx
        .insertInto('searchWaiting')
        .values(some)
        .onConflict(conflict => conflict.doNothing())
        .execute()
    }
  }
}

/** Their words go from the index's own tables now, not by and by. */
export async function clearIndex(db: Db): Promise<void> {
  while (await inOne(db, trx => fullTextOf(trx).clear(trx, 10))) await breathe()
}
