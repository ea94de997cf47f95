import { type Db, inOne, type Trx } from '../database.js'
import { type Follower, follower } from '../facts/followers.js'
import type { Fact } from '../facts/facts.js'
import type { FactBook } from '../facts/kinds.js'
import { breathe } from '../web/limits/breathing.js'
import { fullTextOf } from './index/full-text.js'
import type { Renewal } from './renewals.js'
import type { Searchable } from './searchables.js'
import './tables.js'

/**
 * Takes what a fact touched out of the index, so that nothing withdrawn or erased stays in it by its old words; before
 * the next question it is read again (see keeping.ts).
 */
export function renewIndex(book: FactBook, searchables: Searchable[]): Follower {
  const isFew = (renewal: Renewal) => !renewal.ofMany
  return {
    name: 'renew the index',
    isPrompt: true,
    follows: followsAny(searchables, isFew),
    async run({ db, engine }, fact) {
      for await (const { kind, records } of touchedBy(fact, db, searchables, isFew))
        await inOne(db, trx => takeOut(trx, kind, records))
      if (!book[fact.kind]?.erasesFiles) return
      await clearAll(db)
      // What was erased is to be gone from the engine’s own files too.
      await engine.forgetErased()
    },
  }
}

/** What a deed with as many records as a group has touched is read again by and by; nobody is kept waiting for it. */
export function renewIndexOfMany(searchables: Searchable[]): Follower {
  const isMany = (renewal: Renewal) => renewal.ofMany === true
  return {
    name: 'renew the index of many',
    isPrompt: false,
    follows: followsAny(searchables, isMany),
    async run({ db }, fact) {
      for await (const { kind, records } of touchedBy(fact, db, searchables, isMany)) {
        const rows = records.map(record => ({ kind, record }))
        await db
          .insertInto('searchLater')
          .values(rows)
          .onConflict(conflict => conflict.doNothing())
          .execute()
        await breathe()
      }
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

function followsAny(searchables: Searchable[], which: (renewal: Renewal) => boolean): (kind: string) => boolean {
  const renewals = searchables.flatMap(one => one.renewals).filter(which)
  const kinds = new Set(renewals.flatMap(one => one.follows))
  return kind => kinds.has(kind)
}

const atOnce = 200

/** The records that a fact touched, some of a kind at a time. */
async function* touchedBy(
  fact: Fact,
  db: Db,
  searchables: Searchable[],
  which: (renewal: Renewal) => boolean,
): AsyncGenerator<{ kind: string; records: string[] }> {
  for (const { kind, renewals } of searchables)
    for (const renewal of renewals.filter(one => which(one) && one.follows.includes(fact.kind))) {
      const ids = [...new Set(await renewal.records(fact, db))]
      for (let from = 0; from < ids.length; from += atOnce) yield { kind, records: ids.slice(from, from + atOnce) }
    }
}

async function takeOut(trx: Trx, kind: string, records: string[]): Promise<void> {
  await fullTextOf(trx).takeOut(trx, kind, records)
  await trx
    .insertInto('searchWaiting')
    .values(records.map(record => ({ kind, record })))
    .onConflict(conflict => conflict.doNothing())
    .execute()
}

/** Clears the words of everything that was taken out, a few at a time. */
export async function clearAll(db: Db): Promise<void> {
  while (await inOne(db, trx => fullTextOf(trx).clear(trx, 10))) await breathe()
}
