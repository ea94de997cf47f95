import Sqlite from 'better-sqlite3'
import { type Kysely, sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { KeptStatements } from '../../src/database/statements.js'
import { askedInTurns } from '../../src/database/sqlite-driver.js'

interface Notes {
  notes: { id: number; words: string }
}

let sqlite: Sqlite.Database
let kept: KeptStatements
let db: Kysely<Notes>
let read: string[]
const asWritten = (column: string) => column

beforeEach(async () => {
  sqlite = new Sqlite(':memory:')
  sqlite.exec("create table notes (id integer primary key, words text not null); insert into notes values (1, 'one')")
  const prepare = sqlite.prepare.bind(sqlite)
  read = []
  sqlite.prepare = (words: string) => {
    read.push(words)
    return prepare(words)
  }
  kept = new KeptStatements(sqlite)
  db = askedInTurns<Notes>(kept).db
  await db.selectFrom('notes').selectAll().execute()
  read = []
})
afterEach(() => db.destroy())

test('a question in the same words is read once, whatever it is asked about', async () => {
  for (const id of [1, 2, 3]) await db.selectFrom('notes').select('words').where('id', '=', id).execute()
  expect(read).toHaveLength(1)
})

test('how many are asked for at most stands in the words, so that the plan is not made anew each time', async () => {
  for (const most of [3, 5]) await db.selectFrom('notes').selectAll().limit(most).execute()
  expect(read).toEqual([3, 5].map(most => `select * from "notes" limit ${most}`))
})

test('writing and transactions are read once too, and each does what it says', async () => {
  for (const id of [2, 3])
    await db.transaction().execute(trx => trx.insertInto('notes').values({ id, words: 'more' }).execute())
  expect(read.filter(words => words.startsWith('insert'))).toHaveLength(1)
  expect(await db.selectFrom('notes').selectAll().execute()).toHaveLength(3)
})

test('what was refused once may be asked again', async () => {
  const write = () => db.insertInto('notes').values({ id: 1, words: 'again' }).execute()
  await expect(write()).rejects.toThrow('UNIQUE')
  await expect(write()).rejects.toThrow('UNIQUE')
  await db.deleteFrom('notes').execute()
  await write()
  expect(await db.selectFrom('notes').selectAll().execute()).toEqual([{ id: 1, words: 'again' }])
})

test('after a migration the same question tells of the new columns, and knows nothing of those that went', async () => {
  const all = () => db.selectFrom('notes').selectAll().execute()
  await sql`alter table notes add column at text default 'now'`.execute(db)
  expect(await all()).toEqual([{ id: 1, words: 'one', at: 'now' }])
  await sql`alter table notes drop column words`.execute(db)
  expect(await all()).toEqual([{ id: 1, at: 'now' }])
  await sql`drop table notes`.execute(db)
  await sql`create table notes (id integer primary key, said text)`.execute(db)
  await sql`insert into notes values (7, 'new')`.execute(db)
  expect(await all()).toEqual([{ id: 7, said: 'new' }])
})

test('who asks while somebody is in a transaction waits, in the order in which they came, and reads what was committed', async () => {
  const told: string[] = []
  const write = (id: number) =>
    db.transaction().execute(async trx => {
      await trx.insertInto('notes').values({ id, words: 'more' }).execute()
      await new Promise(resolve => setTimeout(resolve, 10))
      told.push(`written ${id}`)
    })
  const count = async () => {
    const all = await db.selectFrom('notes').select('id').execute()
    told.push(`read ${all.length}`)
  }
  await Promise.all([write(2), count(), write(3), count()])
  expect(told).toEqual(['written 2', 'read 2', 'written 3', 'read 3'])
})

test('columns are named in code as everywhere, and as they are in the database where a question wants them so', async () => {
  const both = sql<object>`select 1 as group_id, 2 as group_id, 'a "b" c' as "said by"`
  expect((await both.execute(db)).rows).toEqual([{ groupId: 2, 'said by': 'a "b" c' }])
  expect((await both.execute(db.withoutPlugins())).rows).toEqual([{ group_id: 2, 'said by': 'a "b" c' }])
  await db.transaction().execute(async trx => {
    expect((await both.execute(trx)).rows).toEqual([{ groupId: 2, 'said by': 'a "b" c' }])
  })
})

test('those that were not asked for longest are forgotten, and so is none that is asked now and then', () => {
  for (let at = 0; at < 2000; at++) {
    kept.ask(`select ${at} as number`, [], asWritten)
    kept.ask('select words from notes', [], asWritten)
  }
  expect(kept.size).toBe(600)
  expect(read.filter(words => words === 'select words from notes')).toHaveLength(1)
})

test('a question that names very many rows is not kept, and none is when tables change', async () => {
  const before = kept.size
  const many = Array.from({ length: 5000 }, () => '?').join(', ')
  kept.ask(
    `select 1 where 1 in (${many})`,
    Array.from({ length: 5000 }, () => 1),
    asWritten,
  )
  expect(kept.size).toBe(before)
  await sql`create table others (id integer)`.execute(db)
  expect(kept.size).toBe(0)
})

test('no text holds the sign of nothing, wherever it was handed over', async () => {
  await db.insertInto('notes').values({ id: 5, words: 'one\0two' }).execute()
  await sql`insert into notes values (6, ${'\0'})`.execute(db)
  const words = await db.selectFrom('notes').select('words').where('id', '>', 4).orderBy('id').execute()
  expect(words.map(row => row.words)).toEqual(['one\ufffdtwo', '\ufffd'])
})
