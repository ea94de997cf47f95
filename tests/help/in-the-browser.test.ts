import { expect, test } from 'vitest'
import { showAll, unfold, violationsOn } from '../axe.js'
import { screensOf } from '../browser.js'
import { newWorld } from '../world.js'

const screens = screensOf(newWorld())

test('the key ? shows the keys, h the help about the page, l the page for logging, and none while one types', async () => {
  const page = await screens.page('sam', '/groups/reading/claims')
  await page.keyboard.press('?')
  const dialog = page.getByRole('dialog', { name: 'Keys on this page' })
  await dialog.waitFor()
  await page.keyboard.press('Escape')
  await expect.poll(() => dialog.count()).toBe(0)
  await page.keyboard.press('/')
  await page.keyboard.type('?hl')
  expect(await page.locator('#find-everything').inputValue()).toBe('?hl')
  expect(await dialog.count()).toBe(0)
  await page.locator('h1').click()
  await page.keyboard.press('h')
  await page.waitForURL('**/help/group#claims')
  await page.goBack()
  await page.keyboard.press('l')
  await page.waitForURL('**/groups/reading/evidence/new')
})

test('each key can be off, and stays off on this device', async () => {
  const page = await screens.page('sam', '/account')
  await page.getByRole('checkbox', { name: /^h / }).uncheck()
  await page.goto('/groups/reading')
  await page.keyboard.press('h')
  await page.keyboard.press('?')
  await page.getByRole('dialog').getByText('opens the help about this page (off)').waitFor()
  expect(page.url()).toContain('/groups/reading')
  await page.goto('/help/keys')
  expect(await page.getByRole('checkbox', { name: /^h / }).isChecked()).toBe(false)
  expect(await page.getByRole('checkbox', { name: /^l / }).isChecked()).toBe(true)
})

test.each([
  ['nia', 1280],
  ['sam', 320],
])('help, keys and the notes of a first visit are accessible and fit, for %s at %i', async (person, width) => {
  const window = await screens.windowOf(person, { width })
  const page = await window.newPage()
  for (const path of [
    '/',
    '/help',
    '/help/words',
    '/help/group',
    '/help/for/lead-learner',
    '/help/what-if',
    '/help/keys',
    '/account',
  ]) {
    await page.goto(path)
    await unfold(page)
    await showAll(page)
    expect([path, await violationsOn(page)]).toEqual([path, []])
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    expect([path, wide]).toEqual([path, 0])
    if (process.env.SHOTS)
      await page.screenshot({
        path: `${process.env.SHOTS}/${path.replaceAll('/', '_')}-${width}.png`,
        fullPage: path !== '/help/words',
      })
  }
  await page.keyboard.press('?')
  await page.getByRole('dialog').waitFor()
  expect(await violationsOn(page)).toEqual([])
})
