import { expect, test } from 'vitest'
import { screensOf } from '../browser.js'
import { newWorld } from '../world.js'

const world = newWorld()
const screens = screensOf(world)

const writeUp = '/groups/reading/write-up'

test.each([true, false])(
  'on a phone the parts of a write-up are folded, one open at a time (with script: %s)',
  async script => {
    await world.as('sadia').post(writeUp)
    const page = await screens.page('sadia', writeUp, { width: 390, javaScriptEnabled: script })
    const parts = page.locator('.write-up-part')
    expect(await parts.count()).toBeGreaterThan(5)
    const open = page.locator('.write-up-part[open]')
    expect(await open.count()).toBe(0)
    // The head of each says how far it is.
    expect(await parts.first().locator('summary').textContent()).toContain('As it was logged')

    await parts.nth(0).locator('summary').tap()
    expect(await parts.nth(0).getByRole('link', { name: 'Edit “In short”' }).isVisible()).toBe(true)
    await parts.nth(1).locator('summary').tap()
    expect(await open.count()).toBe(1)

    // A way to a part opens it.
    await page.getByRole('navigation', { name: 'Parts of the write-up' }).getByRole('link', { name: 'In short' }).tap()
    await expect.poll(() => open.locator('h2').textContent()).toBe('In short')
  },
)

test.each([true, false])('on a desk every part is there to be read (with script: %s)', async script => {
  await world.as('sadia').post(writeUp)
  const page = await screens.page('sadia', writeUp, { javaScriptEnabled: script })
  const edits = page.getByRole('link', { name: /^Edit “/ })
  expect(await edits.count()).toBeGreaterThan(5)
  for (const edit of await edits.all()) expect(await edit.isVisible()).toBe(true)
  await page.emulateMedia({ media: 'print' })
  await page.setViewportSize({ width: 390, height: 844 })
  expect(await page.locator('.write-up-part .reading').first().isVisible()).toBe(true)
})

test('what is folded on a phone is open on paper, and folded again when it is printed', async () => {
  await world.as('sadia').post(writeUp)
  const page = await screens.page('sadia', writeUp, { width: 390 })
  const folded = page.locator('main details:not([open])')
  const parts = page.locator('.write-up-part')
  await parts.nth(1).locator('summary').tap()
  const before = await folded.count()
  expect(before).toBeGreaterThan(5)
  await page.evaluate(() => {
    const whilePrinting = () => document.querySelectorAll('main details:not([open])').length
    addEventListener('beforeprint', () => (document.body.dataset.folded = String(whilePrinting())))
  })
  await page.pdf()
  expect(await page.locator('body').getAttribute('data-folded')).toBe('0')
  expect(await folded.count()).toBe(before)
  expect(await parts.nth(1).evaluate((one: HTMLDetailsElement) => one.open)).toBe(true)
  // And still one at a time.
  await parts.nth(2).locator('summary').tap()
  expect(await page.locator('.write-up-part[open]').count()).toBe(1)
})
