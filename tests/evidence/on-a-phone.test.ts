import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { root } from '../../src/root.js'
import { violationsOn } from '../axe.js'
import { isWiderThanItsScreen, screensOf } from '../browser.js'
import { newWorld } from '../world.js'
import { log, real } from './real-files.js'

const world = newWorld()
const screens = screensOf(world)
const photo = join(root, 'src/demo/material/files', real.photo.name)
const newPiece = '/groups/reading/evidence/new'

test('a photo and a sentence are saved with three taps, the button on the first screen', async () => {
  const page = await screens.page('sadia', newPiece, { width: 390, deviceScaleFactor: 3 })
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
  const drawn = await page.locator('.piece-picture img').evaluate(async (img: HTMLImageElement) => {
    await img.decode()
    // Of several sizes the browser has taken one; its own width is told only without the others.
    const taken = Object.assign(new Image(), { src: img.currentSrc })
    await taken.decode()
    return taken.naturalWidth
  })
  expect(drawn).toBeGreaterThan(800)

  await page.getByRole('button', { name: 'Share with the group' }).tap()
  await page.getByText('is seen by the group').waitFor()
  await page.context().close()
}, 120_000)

test('with “Then log another” the page stays, empty and ready, and each piece is saved', async () => {
  const page = await screens.page('sam', newPiece, { width: 390 })
  await page.getByLabel('Then log another').check()
  for (const words of ['The first of two in one go', 'The second of two in one go']) {
    await page.getByLabel('What did you see or hear?').fill(words)
    await page.getByRole('button', { name: 'Save and show my group' }).tap()
    await page.getByText('Here is room for the next').waitFor()
    expect(await page.getByLabel('What did you see or hear?').inputValue()).toBe('')
    expect(await page.evaluate(() => (document.activeElement as HTMLTextAreaElement).name)).toBe('whatWeSaw')
    expect(await page.getByLabel('Then log another').isChecked()).toBe(true)
  }
  expect(new URL(page.url()).pathname).toBe(newPiece)
  const list = await world.as('huw').get('/groups/reading/evidence')
  for (const words of ['The first of two', 'The second of two']) expect(list.text).toContain(words)
  await page.context().close()
}, 120_000)

test('with “Then log another” a picture that cannot be read is said once, and stays said when the next piece is saved', async () => {
  const page = await screens.page('sam', newPiece, { width: 390 })
  await page.getByLabel('Then log another').check()
  await page.getByLabel('What did you see or hear?').fill('The picture is broken')
  await page.setInputFiles('#f-files', [
    { name: 'bad.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('not a picture') },
  ])
  await page.getByRole('button', { name: 'Save and show my group' }).tap()
  const draft = page.locator('form').getByText('is kept as a draft that only you can see')
  await draft.waitFor()
  expect(await draft.textContent()).toContain('bad.jpg')
  expect(await page.getByText(/^Saved/).count()).toBe(0)
  await page.getByLabel('What did you see or hear?').fill('The next one is whole')
  await page.getByRole('button', { name: 'Save and show my group' }).tap()
  await page.getByText('Saved. Here is room for the next').waitFor()
  expect(await draft.count()).toBe(1)
  await draft.getByRole('link', { name: 'Open it' }).tap()
  await page.waitForURL(/\/evidence\/\w+$/)
  expect(await page.locator('.flash').textContent()).toContain('bad.jpg')
  await page.context().close()
}, 120_000)

test('with “Then log another” the next piece is for the same group, and nothing of the last one is left', async () => {
  const page = await screens.page('sam', '/log', { width: 390 })
  const group = page.getByLabel('For', { exact: true })
  const other = (await group.locator('option').nth(1).getAttribute('value'))!
  await group.selectOption(other)
  await page.getByLabel('Then log another').check()
  await page.getByRole('button', { name: 'Save and show my group' }).tap()
  await page.getByText('Please look at this again').waitFor()
  await page.getByLabel('What did you see or hear?').fill('Ffion Haf Roberts swapped twice')
  await page.getByRole('button', { name: 'Save and show my group' }).tap()
  await page.getByText('Here is room for the next').waitFor()
  expect(await group.inputValue()).toBe(other)
  expect(await page.getByText('Please look at this again').count()).toBe(0)
  await expect.poll(() => page.getByText('looks like a pupil').count()).toBe(0)
  await page.context().close()
}, 120_000)

test('what somebody writes on while a piece is sent can be saved too', async () => {
  const page = await screens.page('sam', newPiece, { width: 390 })
  await page.route('**/captures', async route => {
    await new Promise(resolve => setTimeout(resolve, 1_500))
    await route.continue()
  })
  const words = page.getByLabel('What did you see or hear?')
  await words.fill('Three under the desk')
  await page.getByRole('button', { name: 'Save and show my group' }).tap()
  await words.fill('Three under the desk, and a fourth came')
  await page.getByText('Saved as it stood').waitFor()
  await page.getByRole('button', { name: 'Save and show my group' }).tap()
  await page.waitForURL(url => !url.pathname.endsWith('/new'))
  const list = await world.as('huw').get('/groups/reading/evidence')
  expect(list.text).toContain('and a fourth came')
  await page.context().close()
}, 120_000)

test('on a small phone everything up to Save stands above the bar at the bottom, wherever one logs', async () => {
  const page = await screens.page('sadia', '/', { width: 375, height: 667 })
  for (const where of ['/', newPiece, '/log']) {
    await page.goto(where)
    const save = (await page.getByRole('button', { name: 'Save and show my group' }).boundingBox())!
    const bar = (await page.locator('.bottom-bar').boundingBox())!
    expect([where, save.y + save.height <= bar.y]).toEqual([where, true])
  }
  await page.getByText('More', { exact: true }).tap()
  expect(await page.getByRole('searchbox', { name: 'Search everything that you may see' }).isVisible()).toBe(true)
  expect(await violationsOn(page)).toEqual([])
  await page.context().close()
}, 120_000)

test('a day that cannot be is shown beside its field, and the words and the photo are still on the page', async () => {
  const page = await screens.page('sam', newPiece, { width: 390 })
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
  const page = await screens.page('huw', newPiece, { width: 390, javaScriptEnabled: false })
  await page.getByLabel('What did you see or hear?').fill('No script here')
  await page.setInputFiles('#f-photo', photo)
  await page.getByRole('button', { name: 'Save and show my group' }).tap()
  await page.waitForURL(/\d\/evidence\/\w+$/)
  expect(await page.textContent('body')).toContain('Your group can see it')
  await page.context().close()
})

test('axe finds nothing on a piece with files of every kind, an empty list and a consent taken back', async () => {
  const id = await log(world.as('sam'), { audience: 'group' }, [real.photo, real.ages, real.interview, real.sound])
  const pages = [
    `/evidence/${id}`,
    '/groups/reading/evidence?words=nothing-like-it',
    `/evidence/${id}/consent/withdrawal`,
  ]
  for (const width of [390, 1280]) {
    const context = await screens.windowOf('sam', { width })
    for (const at of pages) expect([at, width, await troubleOn(await context.newPage(), at)]).toEqual([at, width, []])
    await context.close()
  }
}, 120_000)

async function troubleOn(page: Page, at: string): Promise<string[]> {
  await page.goto(at)
  const trouble = await violationsOn(page)
  const wide = await isWiderThanItsScreen(page)
  await page.close()
  return wide ? [...trouble, 'wider than the screen'] : trouble
}
