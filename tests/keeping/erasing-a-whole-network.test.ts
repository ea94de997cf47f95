import { afterAll, beforeAll, expect, test } from 'vitest'
import { writeAnewIfErased } from '../../src/backups/writing-anew.js'
import { Following } from '../../src/facts/following.js'
import { eraseNetwork } from '../../src/keeping/erasing/erasing-network.js'
import { brought } from '../../src/rooms.js'
import { bringUpToDate } from '../../src/search/keeping.js'
import { beginAnew } from '../../src/search/renewing.js'
import { type DemoHouse, openDemo } from '../demo/demo-house.js'
import { wronglyKept } from '../reach/kept.js'
import { wronglyIndexed } from '../search/made-anew.js'
import { sqliteOf } from '../sqlite-of.js'
import { filesHolding, putCanaries } from './canaries.js'

let demo: DemoHouse
beforeAll(async () => {
  demo = await openDemo()
}, 600_000)
afterAll(() => demo.close())

async function settled(): Promise<void> {
  const following = new Following(demo.house, brought.followers).start()
  await following.settled()
  await following.stop()
  await bringUpToDate(demo.house.db, brought.searchables)
}

test(
  'of a network no row, no byte and no edition is left, and other networks go on',
  { timeout: 300_000 },
  async () => {
    const { db } = demo.house
    const words = [
      ...(await putCanaries(demo.house, 'networks', 'hafren')),
      ...(await putCanaries(demo.house, 'groups', 'reading')),
    ]
    await beginAnew(db, brought.searchables)
    await settled()
    const work = await db
      .selectFrom('editions')
      .select('slug')
      .where('networkId', '=', 'hafren')
      .where('ofKind', '=', 'write-up')
      .executeTakeFirstOrThrow()

    await eraseNetwork(demo.house, brought, 'hafren', { by: null })
    await settled()
    await writeAnewIfErased(demo.house)

    // Whoever reads in a connection of their own keeps the log for a moment.
    await expect.poll(() => demo.house.engine.forgetErased().then(() => filesHolding(demo.house, words))).toEqual([])
    expect(sqliteOf(demo.house).pragma('foreign_key_check')).toEqual([])
    expect(await wronglyKept(db)).toEqual([])
    expect(await wronglyIndexed(demo.house, brought.searchables)).toEqual([])
    expect((await demo.ask(`/published/write-ups/${work.slug}`)).status).toBe(404)
    const nia = await demo.signInAs('nia')
    expect((await demo.ask('/', nia)).status).toBe(200)
    expect((await demo.ask('/networks/hafren', nia)).status).toBe(404)
    const alex = await demo.signInAs('alex')
    expect(await (await demo.ask('/administration/networks', alex)).text()).not.toContain('Hafren')
    const bridie = await demo.signInAs('bridie')
    expect((await demo.ask('/', bridie)).status).toBe(200)
  },
)
