import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { type Db, inOne } from '../../src/database.js'
import { type TellingOf, toldByEach } from '../../src/database/asked-in-one.js'
import { inTheSameWords } from '../../src/database/in-the-same-words.js'
import { aroundPerson } from '../../src/enquiries/around.js'
import { brought } from '../../src/rooms.js'
import { waitingFor } from '../../src/enquiries/waiting/what-waits.js'
import { hear } from '../questions-asked.js'
import { sqliteOf, testOfSqlite } from '../sqlite-of.js'
import { newWorld } from '../world.js'

interface Leaf {
  id: string
  tree: string
  veins: number
}

declare module '../../src/database.js' {
  interface Tables {
    leaves: Leaf
  }
}

const world = newWorld()
const { db } = world

beforeAll(async () => {
  await sql`create table leaves (id text primary key, tree text not null, veins integer not null)`.execute(db)
  await db
    .insertInto('leaves')
    .values([
      { id: 'a', tree: 'oak', veins: 5 },
      { id: 'b', tree: 'ash', veins: 9 },
      { id: 'c', tree: "owner's yew", veins: 1 },
    ])
    .execute()
})

interface Known {
  db: Db
  trees: string[]
  veins: number
}

const says = (rows: Leaf[]) => rows.map(one => one.id)
const many: TellingOf<Known, Leaf, string> = {
  asks: inTheSameWords(
    ({ trees, veins }: Known) => ({ trees, veins }),
    (on, { trees, veins }) =>
      on.selectFrom('leaves').selectAll().where('tree', 'in', trees).where('veins', '>=', veins).orderBy('id', 'desc'),
  ),
  says,
}
const told = async (trees: string[], veins = 0, on: Db = db) =>
  (await toldByEach([many], { db: on, trees, veins })).flat()

test('a list may have as many values as it likes, or none', async () => {
  expect(await told(['oak'])).toEqual(['a'])
  expect(await told(['ash', 'oak', 'elm'])).toEqual(['b', 'a'])
  expect(await told([])).toEqual([])
  expect(await told(['oak', 'ash'], 6)).toEqual(['b'])
})

test('a value is never read as words of the question', async () => {
  expect(await told(["owner's yew"])).toEqual(['c'])
  expect(await told(["x') or 1 = 1 --", '"', ',', '{oak}', '[]'])).toEqual([])
})

test('where nothing is found nothing is told, and what is told stands in its order', async () => {
  const never = { ...many, says: () => expect.fail('nothing was found') }
  const always = { says: (_: never[], { trees }: Known) => trees }
  const none: Known = { db, trees: ['elm'], veins: 0 }
  expect(await toldByEach<Known, string>([never, always], none)).toEqual([[], ['elm']])
  expect(await toldByEach<Known, string>([many, always, many], { ...none, trees: ['oak'] })).toEqual([
    ['a'],
    ['oak'],
    ['a'],
  ])
})

test('within a deed it reads what the deed has written', async () => {
  await inOne(db, async trx => {
    await trx.insertInto('leaves').values({ id: 'd', tree: 'elm', veins: 3 }).execute()
    expect(await told(['elm'], 0, trx)).toEqual(['d'])
  })
  expect(await told(['elm'])).toEqual(['d'])
})

test('a table that gets another column beneath it is read with that column', async () => {
  expect(await told(['oak'])).toEqual(['a'])
  await sql`alter table leaves add column autumn text`.execute(db)
  const widest = { ...many, says: (rows: Leaf[]) => rows.flatMap(row => Object.keys(row)) }
  expect((await toldByEach([widest], { db, trees: ['oak'], veins: 0 })).flat()).toContain('autumn')
})

testOfSqlite('what waits is asked in the same words whoever asks', async () => {
  const wordsOf = async (person: string) => {
    const around = await aroundPerson(db, await world.person(person), brought.threads)
    const asked: string[] = []
    const stop = hear(sqliteOf(world.house), one => asked.push(one.sql))
    await waitingFor(around, brought.waiting)
    stop()
    return asked.filter(one => one.startsWith('select exists'))
  }
  const first = await wordsOf('sam')
  expect(first.length).toBeGreaterThan(0)
  for (const person of ['nia', 'imran', 'alex', 'ruth', 'dilys']) expect(await wordsOf(person)).toEqual(first)
})
