import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { root } from '../../src/root.js'
import { bringAxe, violationsOn } from '../axe.js'
import { openChromium } from '../chromium.js'
import { newWorld } from '../world.js'
import { log, real } from './real-files.js'

const world = newWorld()
const photo = join(root, 'src/demo/material/files', real.photo.name)
let server: Server
let browser: Browser
let address: string

beforeAll(async () => {
  server = createServer(world.app)
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  browser = await openChromium()
})

afterAll(async () => {
  await browser.close()
  server.close()
})

async function phoneOf(person: string, javaScriptEnabled = true, width = 390): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport: { width, height: 844 },
    hasTouch: width < 500,
    javaScriptEnabled,
  })
  const [name, value] = world.as(person).cookie.split('=') as [string, string]
  await context.addCookies([{ name, value, url: address }])
  return context
}

test('a photo and a sentence are saved with three taps, the button on the first screen', async () => {
  const page = await (await phoneOf('sadia')).newPage()
  await page.goto(`${address}/groups/reading/evidence/new`)
  const save = page.getByRole('button', { name: 'Save, only for me' })
  expect((await save.boundingBox())!.y).toBeLessThan(800)

  const words = page.getByLabel('What did you see or hear?')
  await words.tap()
  await words.fill('Fifteen slips on the green board')
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByLabel('Take a photo').tap()])
  await chooser.setFiles(photo)
  await save.tap()
  await page.waitForURL(/\d\/evidence\/\w+$/)
  expect(await page.textContent('main')).toContain('Fifteen slips on the green board')
  expect(await page.textContent('body')).toContain('Only you can see it until you share it')
  const drawn = await page
    .locator('.piece-picture img')
    .evaluate((img: HTMLImageElement) => img.decode().then(() => img.naturalWidth))
  expect(drawn).toBeGreaterThan(800)

  await page.getByRole('button', { name: 'Share with the group' }).tap()
  await page.getByText('is seen by the group').waitFor()
  await page.context().close()
}, 120_000)

test('a day that cannot be is shown beside its field, and the words and the photo are still on the page', async () => {
  const page = await (await phoneOf('sam')).newPage()
  await page.goto(`${address}/groups/reading/evidence/new`)
  await page.getByLabel('What did you see or hear?').fill('Kept while mending')
  await page.setInputFiles('#f-files', photo)
  await page.getByText('Title, kind, day, school and stage').tap()
  await page.fill('#f-gatheredOn', '2099-01-01')
  await page.getByRole('button', { name: 'Save and show my group' }).tap()
  await page.getByText('This day is still to come').first().waitFor()
  expect(await page.inputValue('#f-whatWeSaw')).toBe('Kept while mending')
  await page.fill('#f-gatheredOn', '2026-11-01')
  await page.getByRole('button', { name: 'Save and show my group' }).tap()
  await page.waitForURL(/\d\/evidence\/\w+$/)
  expect(await page.textContent('body')).toContain('Your group can see it')
  expect(await page.locator('.piece-picture img').count()).toBe(1)
  await page.context().close()
})

test('without JavaScript the same page does the same', async () => {
  const page = await (await phoneOf('huw', false)).newPage()
  await page.goto(`${address}/groups/reading/evidence/new`)
  await page.getByLabel('What did you see or hear?').fill('No script here')
  await page.setInputFiles('#f-photo', photo)
  await page.getByRole('button', { name: 'Save and show my group' }).tap()
  await page.waitForURL(/\d\/evidence\/\w+$/)
  expect(await page.textContent('body')).toContain('Your group can see it')
  await page.context().close()
})

test('axe finds nothing on any page of evidence, and no page is wider than the screen', async () => {
  const id = await log(world.as('sam'), { audience: 'group' }, [real.photo, real.ages, real.interview, real.sound])
  const gone = await log(world.as('sam'), { audience: 'group' })
  await world.as('sam').post(`/evidence/${gone}/withdrawal`, { reason: 'The wrong day' })
  const ends = ['/edit', '/sharing', '/consent', '/consent/withdrawal', '/files', '/withdrawal']
  const pages = [
    '/groups/reading/evidence',
    '/groups/reading/evidence?words=nothing-like-it',
    '/groups/reading/evidence/new',
  ]
  const all = [`/evidence/${id}`, ...pages, `/evidence/${gone}`, ...ends.map(end => `/evidence/${id}${end}`)]
  for (const width of [390, 1280]) {
    const checked = width === 390 ? all : all.slice(0, 5)
    const context = await phoneOf('sam', true, width)
    await bringAxe(context)
    for (const at of checked) expect([at, width, await troubleOn(await context.newPage(), at)]).toEqual([at, width, []])
    await context.close()
  }
}, 300_000)

async function troubleOn(page: Page, at: string): Promise<string[]> {
  await page.goto(address + at)
  const trouble = await violationsOn(page)
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)
  await page.close()
  return wide ? [...trouble, 'wider than the screen'] : trouble
}
