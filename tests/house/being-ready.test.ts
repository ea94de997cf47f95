import { expect, test } from 'vitest'
import { createApp } from '../../src/app.js'
import { LookingThrough } from '../../src/backups/looking-through.js'
import request from 'supertest'
import { newWorld } from '../world.js'
import { sqliteOf } from '../sqlite-of.js'

const { house, following } = newWorld()

/** As whatever watches over the process sees it; a house put together anew remembers no earlier answer. */
async function ready(changed: Partial<typeof house> = {}): Promise<[number, string]> {
  const answer = await request(createApp({ ...house, ...changed }, following)).get('/readyz')
  return [answer.status, answer.text]
}

test('ready is what can be read and written', async () => {
  expect(await ready()).toEqual([200, 'ready'])
  sqliteOf(house).pragma('query_only = ON')
  expect(await ready()).toEqual([503, 'not ready: the database cannot be read or written'])
  sqliteOf(house).pragma('query_only = OFF')
  expect(await ready()).toEqual([200, 'ready'])
})

test('a disk that is nearly full, a schema of another version and a damaged database are not ready', async () => {
  const full = { ...house.store, freeBytes: () => Promise.resolve(1000) }
  expect(await ready({ store: full })).toEqual([503, 'not ready: the disk is nearly full'])

  const last = sqliteOf(house).prepare('select * from migrations order by name desc limit 1').get() as { name: string }
  sqliteOf(house).prepare('delete from migrations where name = ?').run(last.name)
  expect(await ready()).toEqual([503, 'not ready: the database is of another version'])
  sqliteOf(house).prepare('insert into migrations values (?, ?)').run(last.name, 'now')

  const looking = new LookingThrough(sqliteOf(house).name, house.log)
  await looking.begin(60)
  expect(await ready({ looking })).toEqual([200, 'ready'])
  looking.found = 'wrong # of entries in index evidence_newest_of_group'
  expect(await ready({ looking })).toEqual([503, 'not ready: the database is damaged'])
})

test('a start looks through the database, and says of a damaged one what to do', async () => {
  const nothing = new LookingThrough('/nowhere/at/all.db', house.log)
  await expect(nothing.begin(60)).rejects.toThrow(/is damaged .*npm run restore/)
})
