import sharp from 'sharp'
import { expect, test } from 'vitest'
import { violationsOn } from '../axe.js'
import { isWiderThanItsScreen, screensOf } from '../browser.js'
import { bytesIn } from '../files/bytes-in.js'
import { newWorld } from '../world.js'
import { fileOf, log } from './real-files.js'

const world = newWorld()
const screens = screensOf(world)

async function open(width: number, hasTouch: boolean) {
  const bytes = await sharp({ create: { width: 800, height: 800, channels: 3, background: '#d02020' } })
    .png()
    .toBuffer()
  const piece = await log(world.as('sam'), {}, [{ name: 'face.png', bytes }])
  const path = `/evidence/${piece}/files/${(await fileOf(world, piece)).row.id}/covering`
  const page = await screens.page('sam', path, { width, hasTouch })
  return { page, piece }
}

/** How red the stored picture is at a place, in hundredths. */
async function redAt(piece: string, across: number, down: number): Promise<number> {
  const { row } = await fileOf(world, piece)
  const { data, info } = await sharp(await bytesIn(world.house.store, row.storedAs))
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  return data[(Math.floor((down / 100) * info.height) * info.width + Math.floor((across / 100) * info.width)) * 3]!
}

test('a face is covered by keyboard alone on a phone, and the stored dots are gone', async () => {
  const { page, piece } = await open(390, true)
  await page.getByRole('button', { name: 'Cover another part' }).focus()
  await page.keyboard.press('Enter')
  for (let times = 0; times < 20; times++) await page.keyboard.press('ArrowLeft')
  for (let times = 0; times < 10; times++) await page.keyboard.press('Shift+ArrowDown')
  expect(await page.inputValue('#f-left1')).toBe('20')
  expect(await page.inputValue('#f-height1')).toBe('30')
  expect(await violationsOn(page)).toEqual([])
  expect(await isWiderThanItsScreen(page)).toBe(false)
  await page.getByRole('button', { name: 'Cover it' }).focus()
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/files$/)
  expect(await redAt(piece, 30, 65)).toBeLessThan(70)
  expect(await redAt(piece, 60, 55)).toBeGreaterThan(180)
  await page.context().close()
})

test('a face is covered by dragging with a mouse', async () => {
  const { page, piece } = await open(390, false)
  const box = (await page.locator('[data-covering-picture]').boundingBox())!
  await page.mouse.move(box.x + box.width * 0.6, box.y + box.height * 0.1)
  await page.mouse.down()
  await page.mouse.move(box.x + box.width * 0.9, box.y + box.height * 0.3, { steps: 4 })
  await page.mouse.up()
  await page.getByRole('button', { name: 'Cover it' }).click()
  await page.waitForURL(/\/files$/)
  expect(await redAt(piece, 75, 20)).toBeLessThan(70)
  expect(await redAt(piece, 30, 20)).toBeGreaterThan(180)
  await page.context().close()
})

test('a face is covered by a finger: the part is put there, moved, and made larger by its corner', async () => {
  const { page, piece } = await open(390, true)
  await page.getByRole('button', { name: 'Cover another part' }).tap()
  const finger = await page.context().newCDPSession(page)
  const drag = async (from: { x: number; y: number }, across: number, down: number) => {
    const at = (part: number) => [{ x: from.x + across * part, y: from.y + down * part }]
    await finger.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: at(0) })
    for (const part of [0.3, 0.6, 1])
      await finger.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: at(part) })
    await finger.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
  }
  // What comes late (a picture, a font) must not move the part away from under the finger.
  await page.waitForLoadState('networkidle')
  await page.locator('.cover-box').scrollIntoViewIfNeeded()
  const whole = (await page.locator('[data-covering-picture]').boundingBox())!
  const middle = { x: whole.x + whole.width * 0.5, y: whole.y + whole.height * 0.5 }
  await drag(middle, -whole.width * 0.3, -whole.height * 0.3)
  const number = async (field: string) => Number(await page.inputValue(field))
  await expect.poll(() => number('#f-left1')).toBeCloseTo(10, 0)
  await page.evaluate(() => new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn))))
  const corner = (await page.locator('.cover-corner').boundingBox())!
  await drag({ x: corner.x + 12, y: corner.y + 12 }, whole.width * 0.2, 0)
  await expect.poll(() => number('#f-width1')).toBeCloseTo(40, 0)
  await page.getByRole('button', { name: 'Cover it' }).click()
  await page.waitForURL(/\/files$/)
  expect(await redAt(piece, 45, 20)).toBeLessThan(70)
  expect(await redAt(piece, 60, 20)).toBeGreaterThan(180)
  await page.context().close()
})
