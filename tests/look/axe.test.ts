import { afterAll, beforeAll, expect, test } from 'vitest'
import { violationsOn, wcag } from '../axe.js'
import { windowsForThisFile } from '../browser.js'
import { Desk } from './desk.js'

const rules = [...wcag, 'best-practice']
const windows = windowsForThisFile()
let desk: Desk

beforeAll(async () => {
  desk = await Desk.open()
})

afterAll(() => desk.close())

for (const width of [390, 1280]) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`axe finds nothing in any part at ${width} px, ${colorScheme}`, async () => {
      const context = await windows.open({ width, colorScheme })
      const page = await context.newPage()
      await page.goto(`${desk.address}/sheet`)
      expect(await violationsOn(page, rules)).toEqual([])
      await context.close()
    })
  }
}

test('nothing breaks the content policy, and nothing goes wrong in the script', async () => {
  const page = await (await windows.open()).newPage()
  const trouble: string[] = []
  page.on('console', message => void (message.type() === 'error' && trouble.push(message.text())))
  page.on('pageerror', error => void trouble.push(error.message))
  await page.goto(`${desk.address}/sheet`)
  expect(trouble.filter(one => !one.includes('/sound.mp3'))).toEqual([])
  await page.context().close()
})

test('a phone page and a page at twice the size never scroll sideways', async () => {
  for (const width of [390, 640, 320]) {
    const page = await (await windows.open({ width })).newPage()
    await page.goto(`${desk.address}/sheet`)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
    await page.context().close()
  }
})

test('on a phone everything pressed is at least 44 pixels high, but links within sentences', async () => {
  const page = await (await windows.open({ width: 390 })).newPage()
  await page.goto(`${desk.address}/sheet`)
  const small = await page.evaluate(() =>
    [
      ...document.querySelectorAll<HTMLElement>(
        'button, .button, .ways a, .tabs-nav a, .pages a, input:not([type=hidden]), select, summary',
      ),
    ]
      .filter(one => one.offsetParent !== null && one.getBoundingClientRect().height < 44)
      .map(one => `${one.outerHTML.slice(0, 90)} ${one.getBoundingClientRect().height}`),
  )
  expect(small).toEqual([])
})

test('the keyboard goes from the skip link to the page', async () => {
  const page = await (await windows.open()).newPage()
  await page.goto(`${desk.address}/sheet`)
  await page.keyboard.press('Tab')
  expect(await page.evaluate(() => document.activeElement?.textContent)).not.toBe('')
  await page.locator('.skip').focus()
  await page.keyboard.press('Enter')
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('main')
  await page.context().close()
})

test('a printed page has no chrome and is dark ink on white', async () => {
  const page = await (await windows.open({ colorScheme: 'dark' })).newPage()
  await page.goto(`${desk.address}/sheet`)
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
  expect(await page.locator('.masthead').isVisible()).toBe(false)
  expect(await page.locator('.footer').isVisible()).toBe(false)
  const colours = () =>
    page.evaluate(() => [
      getComputedStyle(document.body).backgroundColor,
      getComputedStyle(document.querySelector('h1')!).color,
    ])
  await expect.poll(colours).toEqual(['rgb(255, 255, 255)', 'rgb(31, 42, 46)'])
  await page.context().close()
})
