import type { BrowserContext } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { isWiderThanItsScreen, screensOf } from '../browser.js'
import { newWorld } from '../world.js'
import { phonePhoto } from '../files/made-files.js'

const world = newWorld()
const screens = screensOf(world)
let phone: BrowserContext

beforeAll(async () => {
  phone = await screens.windowOf('sam', { width: 390 })
})

test('words and a photo are logged from Your day in three taps', async () => {
  const page = await phone.newPage()
  await page.goto('/')
  let taps = 0
  const tap = async (what: string) => {
    taps++
    await page.locator(what).first().tap()
  }
  await tap('#f-whatWeSaw')
  await page.keyboard.type('Two quiet readers swapped books at the window')
  const choosing = page.waitForEvent('filechooser')
  await tap('#f-files')
  await (await choosing).setFiles({ name: 'window.jpg', mimeType: 'image/jpeg', buffer: await phonePhoto() })
  await tap('.jot .actions-row button.button')
  await page.waitForURL('**/evidence/*')
  expect(taps).toBeLessThanOrEqual(4)
  expect(await page.textContent('main')).toContain('Two quiet readers swapped books at the window')
  const piece = await world.db.selectFrom('evidence').selectAll().executeTakeFirstOrThrow()
  expect([piece.loggedBy, ['reading', 'marking'].includes(piece.groupId)]).toEqual(['sam', true])
  const files = await world.db.selectFrom('evidenceFiles').selectAll().execute()
  expect(files).toHaveLength(1)
}, 60_000)

test('nothing on the day or the network’s page is wider than a phone', async () => {
  for (const address of ['/', '/networks/hafren']) {
    const page = await phone.newPage()
    await page.goto(address)
    expect(await isWiderThanItsScreen(page)).toBe(false)
    await page.close()
  }
}, 60_000)
