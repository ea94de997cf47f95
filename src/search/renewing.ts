import { type Db, inOne, type Trx } from '../database.js'
import { type Follower, follower } from '../facts/followers.js'
import type { FactBook } from '../facts/kinds.js'
import { fullText } from './full-text.js'
import type { Searchable } from './searchables.js'
import './tables.js'

/**
 * Takes what a fact touched out of the index, so that nothing withdrawn or erased stays in it by its old words; before
 * the next question it is read again (see keeping.ts).
 */
export function renewIndex(book: FactBook, searchables: Searchable[]): Follower {
  const kinds = new Set(searchables.flatMap(one => one.renewals).flatMap(one => one.follows))
  return {
    name: 'renew the index',
    isPrompt: true,
    follows: kind => kinds.has(kind),
    async run({ db, sqlite }, fact) {
      for (const { kind, renewals } of searchables)
        for (const { records } of renewals.filter(one => one.follows.includes(fact.kind)))
          await awaitReading(db, kind, await records(fact, db))
      // What was erased is to be gone from the file itself, and not only from its log.
      if (book[fact.kind]?.erasesFiles) sqlite.pragma('wal_checkpoint(TRUNCATE)')
    },
  }
}

/** A group that comes in brings records of every kind, and its own facts from elsewhere are not followed here. */
export function makeIndexAnew(searchables: Searchable[]): Follower {
  return follower({
    name: 'make the index anew',
    follows: ['group brought in'],
    run: ({ db }) => beginAnew(db, searchables),
  })
}

/** Every record is read again from the beginning, beside everything else: for what came without facts that are followed. */
export async function beginAnew(db: Db, searchables: Searchable[]): Promise<void> {
  await db
    .insertInto('searchRebuilding')
    .values(searchables.map(({ kind }) => ({ kind, after: '' })))
    .onConflict(conflict => conflict.column('kind').doUpdateSet({ after: '' }))
    .execute()
}

const atOnce = 200

async function awaitReading(db: Db, kind: string, records: string[]): Promise<void> {
  const ids = [...new Set(records)]
  for (let from = 0; from < ids.length; from += atOnce) {
    const some = ids.slice(from, from + atOnce)
    await inOne(db, trx => takeOut(trx, kind, some))
  }
}

async function takeOut(trx: Trx, kind: string, records: string[]): Promise<void> {
  await fullText.takeOut(trx, kind, records)
  await trx
    .insertInto('searchWaiting')
    .values(records.map(record => ({ kind, record })))
    .onConflict(conflict => conflict.doNothing())
    .execute()
}
