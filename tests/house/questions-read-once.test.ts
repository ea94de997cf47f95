import Sqlite from 'better-sqlite3'
import { Kysely, sql, SqliteDialect } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { KeptStatements } from '../../src/database-statements.js'

interface Notes {
  notes: { id: number; words: string }
}

let sqlite: Sqlite.Database
let kept: KeptStatements
let db: Kysely<Notes>
let read: string[]

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
  db = new Kysely<Notes>({ dialect: new SqliteDialect({ database: kept }) })
  await db.selectFrom('notes').selectAll().execute()
  read = []
})
afterEach(() => db.destroy())

test('a question in the same words is read once, whatever it is asked about', async () => {
  for (const id of [1, 2, 3]) await db.selectFrom('notes').select('words').where('id', '=', id).execute()
  expect(read).toHaveLength(1)
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

test('a question whose answer is still being walked through can be asked beside it', () => {
  sqlite.exec("insert into notes values (2, 'two')")
  const walk = kept.prepare('select id from notes order by id').iterate()
  expect(walk.next().value).toEqual({ id: 1 })
  expect(kept.prepare('select id from notes order by id').all()).toEqual([{ id: 1 }, { id: 2 }])
  expect(walk.next().value).toEqual({ id: 2 })
  expect(walk.next().done).toBe(true)
})

test('those that were not asked for longest are forgotten, and so is none that is asked now and then', () => {
  for (let at = 0; at < 2000; at++) {
    kept.prepare(`select ${at} as number`).all()
    kept.prepare('select words from notes').all()
  }
  expect(kept.size).toBe(600)
  expect(read.filter(words => words === 'select words from notes')).toHaveLength(1)
})

test('what changes the shape of the database, and a question that names very many rows, is not kept', () => {
  const before = kept.size
  kept.prepare('create table others (id integer)').run()
  kept.prepare(`select 1 where 1 in (${Array.from({ length: 5000 }, () => '?').join(', ')})`)
  expect(kept.size).toBe(before)
})
