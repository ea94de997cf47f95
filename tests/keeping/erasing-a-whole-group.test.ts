import { afterAll, beforeAll, expect, test } from 'vitest'
import { writeAnewIfErased } from '../../src/backups/writing-anew.js'
import { Following } from '../../src/facts/following.js'
import { eraseGroup } from '../../src/keeping/erasing/erasing-group.js'
import { brought } from '../../src/rooms.js'
import { bringUpToDate } from '../../src/search/keeping.js'
import { beginAnew } from '../../src/search/renewing.js'
import { type DemoHouse, openDemo } from '../demo/demo-house.js'
import { wronglyKept } from '../reach/kept.js'
import { wronglyIndexed } from '../search/made-anew.js'
import { sqliteOf } from '../sqlite-of.js'
import { filesHolding, putCanaries, putIntoTexts } from './canaries.js'

let demo: DemoHouse
beforeAll(async () => {
  demo = await openDemo()
}, 600_000)
afterAll(() => demo.close())

/** What follows has followed, and the index is read again. */
async function settled(): Promise<void> {
  const following = new Following(demo.house, brought.followers).start()
  await following.settled()
  await following.stop()
  await bringUpToDate(demo.house.db, brought.searchables)
  await demo.house.engine.forgetErased()
}

async function wordsOf(group: string): Promise<string[]> {
  const { db } = demo.house
  const words = await putCanaries(demo.house, 'groups', group)
  const rows = await db.selectFrom('enquiries').select('id').where('groupId', '=', group).execute()
  words.push(
    await putIntoTexts(
      demo.house,
      rows.map(row => row.id),
    ),
  )
  await beginAnew(db, brought.searchables)
  await settled()
  return words
}

/** Pictures, sounds and documents of a group, by the keys of their bytes. */
async function bytesOf(group: string): Promise<string[]> {
  const rows = await demo.house.db
    .selectFrom('evidenceFiles')
    .innerJoin('files', 'files.id', 'evidenceFiles.fileId')
    .innerJoin('evidence', 'evidence.id', 'evidenceFiles.evidenceId')
    .select('files.storedAs')
    .where('evidence.groupId', '=', group)
    .execute()
  return rows.map(row => row.storedAs)
}

async function kept(keys: string[]): Promise<number> {
  const sizes = await Promise.all(keys.map(key => demo.house.store.size(key)))
  return sizes.filter(size => size !== undefined).length
}

test('of a group no row, no byte and no place in the index is left', { timeout: 300_000 }, async () => {
  const words = await wordsOf('marking')
  const bytes = await bytesOf('marking')
  expect(words.length).toBeGreaterThan(100)
  expect(filesHolding(demo.house, words).length).toBeGreaterThan(0)

  await eraseGroup(demo.house, brought, 'marking', { by: null, networkId: 'hafren' })
  await settled()
  expect(await writeAnewIfErased(demo.house)).toBe(true)

  // Whoever reads in a connection of their own keeps the log for a moment.
  await expect.poll(() => demo.house.engine.forgetErased().then(() => filesHolding(demo.house, words))).toEqual([])
  expect(await kept(bytes)).toBe(0)
  expect(sqliteOf(demo.house).pragma('foreign_key_check')).toEqual([])
  expect(await wronglyKept(demo.house.db)).toEqual([])
  expect(await wronglyIndexed(demo.house, brought.searchables)).toEqual([])
})

test('its people and its leaders find nothing of it; others go on', async () => {
  const nia = await demo.signInAs('nia')
  expect((await demo.ask('/groups/marking', nia)).status).toBe(404)
  const ifan = await demo.signInAs('ifan')
  expect((await demo.ask('/groups/marking', ifan)).status).toBe(404)
  expect((await demo.ask('/', ifan)).status).toBe(200)
  expect(await (await demo.ask('/networks/hafren/groups', nia)).text()).not.toContain('Marking that children use')
  expect((await demo.ask('/groups/reading', nia)).status).toBe(200)
  const alex = await demo.signInAs('alex')
  expect(await (await demo.ask('/administration/networks', alex)).text()).not.toContain('of-erased-groups')
})

test('its published editions stay, with a sentence where a piece was', async () => {
  const { db } = demo.house
  const before = await db
    .selectFrom('editions')
    .innerJoin('writeUps', 'writeUps.id', 'editions.ofId')
    .select(['editions.slug', 'editions.title', 'writeUps.groupId'])
    .where('editions.withdrawnAt', 'is', null)
    .execute()
  const edition = before[0]!
  await eraseGroup(demo.house, brought, edition.groupId, { by: null, networkId: 'hafren' })
  await settled()
  const page = await demo.ask(`/published/write-ups/${edition.slug}`)
  expect(page.status).toBe(200)
  expect(await page.text()).toContain(edition.title)
  expect((await demo.ask(`/published/write-ups/${edition.slug}.pdf`)).status).toBe(200)
  expect(await wronglyKept(db)).toEqual([])
  expect(await wronglyIndexed(demo.house, brought.searchables)).toEqual([])
  expect(sqliteOf(demo.house).pragma('foreign_key_check')).toEqual([])
})

test('what was done stands in the audit trail, and says no word of it', async () => {
  const alex = await demo.signInAs('alex')
  const page = await (await demo.ask('/administration/audit', alex)).text()
  expect(page).toContain('erased a whole group')
})

test('erasing it again, as after a crash, finds nothing and ends the same', async () => {
  await eraseGroup(demo.house, brought, 'marking', { by: null, networkId: 'hafren' })
  await settled()
  expect(sqliteOf(demo.house).pragma('foreign_key_check')).toEqual([])
})
