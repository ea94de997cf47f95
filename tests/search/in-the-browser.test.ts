import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { findEvidence } from '../../src/evidence/evidence.js'
import { currentText } from '../../src/evidence/readable-texts/readable-texts.js'
import { screensOf } from '../browser.js'
import { fileOf, log, real } from '../evidence/real-files.js'
import { newWorld } from '../world.js'

const world = newWorld()
const screens = screensOf(world)

beforeAll(async () => {
  for (const what of ['The lantern by the window', 'A lantern made of paper', 'Nobody took the lantern home'])
    await log(world.as('sam'), { whatWeSaw: what, audience: 'group' })
})

const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent || document.activeElement?.id)

test('the key / leads to the box from every page, and the hits are walked with the arrow keys', async () => {
  const page = await screens.page('sam', '/groups/reading')
  await page.keyboard.press('/')
  await page.keyboard.type('lantern')
  await page.keyboard.press('Enter')
  await page.locator('.hit').first().waitFor()
  const titles = await page.locator('.hit h2 a').allTextContents()
  expect(titles).toHaveLength(3)
  await page.keyboard.press('/')
  expect(await focused(page)).toBe('f-q')
  await page.keyboard.press('ArrowDown')
  expect(await focused(page)).toBe(titles[0])
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  expect(await focused(page)).toBe(titles[2])
  await page.keyboard.press('ArrowUp')
  expect(await focused(page)).toBe(titles[1])
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/evidence\//)
  expect((await page.locator('main').textContent())!.toLowerCase()).toContain('lantern')
  await page.getByRole('searchbox').fill('')
  await page.keyboard.type('a/b')
  expect(await page.getByRole('searchbox').inputValue()).toBe('a/b')
  await page.context().close()
}, 60_000)

test('what is said in a sound is found at its moment, and the player stands there', async () => {
  const id = await log(world.as('sam'), { whatWeSaw: 'A note in the corridor', audience: 'group' }, [real.sound])
  const { row } = await fileOf(world, id)
  await world.as('sam').post(`/evidence/${id}/files/${row.id}/text`, {
    words: '[0:00] The first words.\n[0:02] Then the turquoise door.',
    version: 0,
  })
  await findEvidence(world.db, await world.person('sam'), id)
  const text = await currentText(world.db, { evidenceId: id, source: 'transcript', fileId: row.id })
  const page = await screens.page('sam', '/search?q=turquoise')
  expect(await page.locator('.hit-moment').first().textContent()).toBe('0:02')
  await page.locator('.hit h2 a').first().click()
  await page.waitForURL(new RegExp(`/evidence/${id}/texts/${text!.id}#said-\\d+$`))
  const line = page.locator('.said:target')
  expect(await line.textContent()).toContain('turquoise door')
  await page.waitForFunction(() => document.querySelector('audio')!.currentTime >= 2)
  await page.context().close()
}, 60_000)
