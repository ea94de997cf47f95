import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { violationsOn } from '../axe.js'
import { isWiderThanItsScreen, screensOf } from '../browser.js'
import { documentWith, editionOf, heading, said } from '../published/publishing.js'
import { newWorld } from '../world.js'

const world = newWorld()
const screens = screensOf(world)
const report = '/networks/hafren/reports/autumn-2026'

async function order(page: Page): Promise<string[]> {
  return page.locator('[data-part] h3').allTextContents()
}

async function kept(): Promise<string[]> {
  const { text } = await world.as('nia').get(report)
  return [...text.matchAll(/data-part="([^"]+)"/g)].map(found => found[1]!)
}

const placed = (page: Page) => page.waitForResponse(answer => answer.url().endsWith('/place') && answer.ok())

test('a part is dragged to another place, stays there, and the page shows at once how it reads', async () => {
  const page = await screens.page('nia', report, { height: 1400 })
  const thanks = page.locator('[data-part="thanks"] textarea')
  await Promise.all([
    page.waitForResponse(answer => answer.url().endsWith('/reading')),
    thanks.fill('The caretakers, who had the keys.').then(() => thanks.blur()),
  ])
  await page.locator('.report-reading', { hasText: 'The caretakers, who had the keys.' }).waitFor()

  const handle = page.locator('[data-part="changed"] [data-drag]')
  const target = page.locator('[data-part="introduction"]')
  await page.evaluate(() => scrollTo(0, 0))
  const [from, to] = [(await handle.boundingBox())!, (await target.boundingBox())!]
  const answered = placed(page)
  await page.mouse.move(from.x + 6, from.y + 6)
  await page.mouse.down()
  await page.mouse.move(from.x + 6, from.y - 30, { steps: 4 })
  await page.mouse.move(to.x + 60, to.y + 8, { steps: 12 })
  await page.mouse.move(to.x + 60, to.y + 4, { steps: 3 })
  await page.mouse.up()
  await answered
  expect((await order(page))[0]).toBe('What changed since last term')
  expect((await kept())[0]).toBe('changed')
  await page.context().close()
}, 120_000)

test('by keyboard a part goes up and down, the focus stays with it, and it is said where it is', async () => {
  const page = await screens.page('nia', report, { height: 1400 })
  const down = page.getByRole('button', { name: 'move “Introduction” down' })
  await down.focus()
  const first = placed(page)
  await page.keyboard.press('Enter')
  await first
  const second = placed(page)
  await page.keyboard.press('Enter')
  await second
  expect((await order(page)).indexOf('Introduction')).toBe(3)
  await page
    .locator('[data-parts-said]', { hasText: /Introduction is now number 4 of \d+\./ })
    .waitFor({ state: 'attached' })
  expect(await down.evaluate(button => button === document.activeElement)).toBe(true)
  expect((await kept())[3]).toBe('introduction')
  await page.context().close()
}, 120_000)

test('without a script the buttons do the same', async () => {
  const page = await screens.page('nia', report, { width: 390, height: 1400, javaScriptEnabled: false })
  await page.getByRole('button', { name: 'move “Introduction” up' }).click()
  expect((await order(page)).indexOf('Introduction')).toBe(2)
  await page.context().close()
}, 120_000)

test('arranging and two editions side by side are for everybody, wide and narrow', async () => {
  await editionOf(world, 1, documentWith([heading('In short'), said('What faces outwards.')]))
  await editionOf(world, 2, documentWith([heading('In short'), said('Whatever faces outwards.')]), {
    reason: 'A word.',
  })
  for (const width of [390, 1280]) {
    const context = await screens.windowOf('nia', { width })
    const page = await context.newPage()
    for (const to of [
      report,
      `${report}/parts/groups/pictures`,
      '/published/write-ups/who-chooses/compare',
      '/published/write-ups/who-chooses/anonymous',
    ]) {
      await page.goto(to)
      expect({ to, width, found: await violationsOn(page) }).toEqual({ to, width, found: [] })
      expect(await isWiderThanItsScreen(page)).toBe(false)
    }
    await context.close()
  }
}, 180_000)
