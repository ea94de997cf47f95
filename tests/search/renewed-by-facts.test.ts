import { afterAll, beforeAll, expect, test } from 'vitest'
import { brought } from '../../src/rooms.js'
import { type DemoHouse, openDemo } from '../demo/demo-house.js'
import { wronglyIndexed } from './made-anew.js'

let demo: DemoHouse

beforeAll(async () => {
  demo = await openDemo()
}, 600_000)

afterAll(() => demo.close())

test('after everything that the demo plays, the index is what it would be if it were made anew', async () => {
  const { db } = demo.house
  expect(await wronglyIndexed(demo.house, brought.searchables)).toEqual([])
  const kinds = await db.selectFrom('searchEntries').select('kind').distinct().execute()
  expect(kinds.length).toBeGreaterThan(20)
}, 600_000)
