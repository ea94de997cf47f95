import { expect, test } from 'vitest'
import { readWaiting } from '../../src/evidence/files/reading-files.js'
import { violationsOn } from '../axe.js'
import { isWiderThanItsScreen, screensOf } from '../browser.js'
import { pdfOf } from '../files/made-pdfs.js'
import { newWorld } from '../world.js'
import { fileOf, log, real } from './real-files.js'

const world = newWorld()
const screens = screensOf(world)

test('a document of 300 pages is read from its first page to its last, on a phone and at a desk', async () => {
  const id = await log(world.as('sam'), { audience: 'group' }, [
    {
      name: 'policy.pdf',
      bytes: Buffer.from(
        pdfOf(...Array.from({ length: 300 }, (_, at) => `Page ${at + 1}. ${'They chose to read on. '.repeat(60)}`)),
      ),
    },
  ])
  await readWaiting(world.house)
  const text = await world.db
    .selectFrom('readableTexts')
    .select(['id', 'words'])
    .where('source', '=', 'document')
    .executeTakeFirstOrThrow()
  for (const width of [390, 1280]) {
    const page = await screens.page('huw', `/evidence/${id}/texts/${text.id}`, { width })
    const words = page.locator('[data-readable-text]')
    expect(await words.textContent()).toBe(text.words)
    expect(await page.locator('.page-break').count()).toBe(299)
    expect(await isWiderThanItsScreen(page)).toBe(false)
    expect(await violationsOn(page)).toEqual([])
    await page.context().close()
  }
  // The piece itself stays as short as any.
  expect((await world.as('huw').get(`/evidence/${id}`)).text.length).toBeLessThan(60_000)
}, 120_000)

test('a line of a transcript plays from its moment, by mouse and by keyboard, and is marked while it is said', async () => {
  const id = await log(world.as('sam'), { audience: 'group' }, [real.sound])
  const { row } = await fileOf(world, id)
  const words =
    '[0:00 – 0:03] Book corner.\n[0:03 – 0:10] Three of them round one magazine.\n[0:10 – 0:13] P12 reads out.'
  await world.as('sam').send(`/evidence/${id}/files/${row.id}/text`).field('words', words).field('version', 0)
  for (const [path, width] of [
    [`/evidence/${id}`, 390],
    [`/evidence/${id}/coding`, 1280],
  ] as const) {
    const page = await screens.page('huw', path, { width })
    const player = page.locator('audio')
    await player.evaluate((audio: HTMLAudioElement) => (audio.muted = true))
    await page.getByRole('link', { name: 'Play from 0:03' }).click()
    await page.locator('.said-now', { hasText: 'Three of them' }).waitFor()
    await page.getByRole('link', { name: 'Play from 0:10' }).focus()
    await page.keyboard.press('Enter')
    await page.locator('.said-now', { hasText: 'P12 reads out' }).waitFor()
    expect(await player.evaluate((audio: HTMLAudioElement) => audio.currentTime)).toBeGreaterThanOrEqual(10)
    expect(page.url()).toBe(screens.address + path)
    expect(await isWiderThanItsScreen(page)).toBe(false)
    expect(await violationsOn(page)).toEqual([])
    await page.context().close()
  }
})
