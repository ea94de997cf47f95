import { sql } from 'kysely'
import { beforeEach, expect, test } from 'vitest'
import { whatIsWrong } from '../../src/backups/looking-at-everything.js'
import { chainFacts } from '../../src/facts/chain/chaining.js'
import { followTheChain } from '../../src/facts/chain/following-the-chain.js'
import { fileOf, log, real } from '../evidence/real-files.js'
import { sqliteOf } from '../sqlite-of.js'
import { newWorld } from '../world.js'

const world = newWorld()
const { db, house } = world
const database = house.engine.kind === 'sqlite' ? sqliteOf(house).name : 'postgres://its-own'

/** As whoever has the file, and no right to it, changes what stands in it. */
const behind = (statement: string) =>
  house.engine.lifted(db as never, ['facts'], async () => void (await sql.raw(statement).execute(db)))

beforeEach(async () => {
  await log(world.as('sam'), { audience: 'group' })
  await chainFacts(db)
})

const broken = async () => (await followTheChain(db)).faults

const newest = async () =>
  Number(
    (
      await db
        .selectFrom('facts')
        .select(eb => eb.fn.max('number').as('number'))
        .executeTakeFirstOrThrow()
    ).number,
  )

test('everything that was done has a link behind the one before it, and nothing is wrong with it', async () => {
  const { links } = await db
    .selectFrom('factLinks')
    .select(eb => eb.fn.countAll<number>().as('links'))
    .executeTakeFirstOrThrow()
  expect(Number(links)).toBe(await newest())
  expect(await chainFacts(db)).toBe(0)
  expect(await broken()).toEqual([])
})

test('who did it, when, to what and why: whatever of it is altered is named, and put right again it is not', async () => {
  const number = await newest()
  const was = await db.selectFrom('facts').selectAll().where('number', '=', number).executeTakeFirstOrThrow()
  for (const [column, value] of [
    ['person_id', 'sadia'],
    ['at', '2020-01-01T00:00:00.000Z'],
    ['about_id', 'other'],
    ['because', 'Nobody asked'],
    ['details', '{}'],
  ] as const) {
    await behind(`update facts set ${column} = '${value}' where number = ${number}`)
    const wrong = await broken()
    expect([column, wrong]).toEqual([column, [expect.stringContaining(String(number))]])
    const before = was[column.replace(/_(.)/, (_, letter: string) => letter.toUpperCase()) as 'at']
    await behind(
      `update facts set ${column} = ${before === null ? 'null' : `'${String(before)}'`} where number = ${number}`,
    )
    expect([column, await broken()]).toEqual([column, []])
  }
})

test('a fact that was taken out is named, also together with its link', async () => {
  await log(world.as('sam'), { audience: 'group' })
  await chainFacts(db)
  const number = (await newest()) - 1
  const fact = await db.selectFrom('facts').selectAll().where('number', '=', number).executeTakeFirstOrThrow()
  await db.deleteFrom('factOutbox').execute()
  await behind(`delete from facts where number = ${number}`)
  expect(await broken()).toEqual([`${number} of what was done is missing.`])
  const link = await db.selectFrom('factLinks').selectAll().where('number', '=', number).executeTakeFirstOrThrow()
  await db.deleteFrom('factLinks').where('number', '=', number).execute()
  expect(await broken()).not.toEqual([])
  await db.insertInto('facts').values(fact).execute()
  expect((await broken()).join()).toContain(`${number} of what was done`)
  await db.insertInto('factLinks').values(link).execute()
  expect(await broken()).toEqual([])
})

test('a file whose bytes were altered or are gone is named, while everything else is as it was', async () => {
  const piece = await log(world.as('sam'), {}, [real.form])
  const { row } = await fileOf(world, piece)
  const look = async () => (await whatIsWrong(db, house.store, database)).wrong
  await chainFacts(db)
  expect(await look()).toEqual([])
  await db
    .updateTable('files')
    .set({ sha256: 'f'.repeat(64) })
    .where('id', '=', row.id)
    .execute()
  expect(await look()).toEqual([expect.stringContaining('its bytes are others')])
  await db.updateTable('files').set({ sha256: row.sha256 }).where('id', '=', row.id).execute()
  await house.store.remove(row.storedAs)
  expect(await look()).toEqual([`The file ${row.storedAs} (${row.name}) is missing.`])
})
