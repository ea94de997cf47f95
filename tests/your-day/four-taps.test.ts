import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser, BrowserContext } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openChromium } from '../chromium.js'
import { newWorld } from '../world.js'
import { phonePhoto } from '../files/made-files.js'

const world = newWorld()
const server = createServer(world.app)
let browser: Browser
let phone: BrowserContext
let base: string

beforeAll(async () => {
  await new Promise<void>(ready => server.listen(0, '127.0.0.1', ready))
  base = `http://localhost:${(server.address() as AddressInfo).port}`
  world.app.locals.baseUrl = base
  browser = await openChromium()
  phone = await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true })
  const [name, value] = world.as('sam').cookie.split('=')
  await phone.addCookies([{ name: name!, value: value!, url: base }])
}, 120_000)

afterAll(async () => {
  await browser.close()
  server.close()
})

test('words and a photo are logged from Your day in three taps', async () => {
  const page = await phone.newPage()
  await page.goto(base)
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
    await page.goto(base + address)
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390)
    await page.close()
  }
}, 60_000)
