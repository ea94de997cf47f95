import { expect, test } from 'vitest'
import { screensOf } from '../browser.js'
import { newWorld } from '../world.js'
import { all, instrument, roundOf, twelve } from './reviewing.js'

const world = newWorld()
const screens = screensOf(world)
const id = await roundOf(world, { people: twelve, of: instrument('structures-and-processes') })
const at = `${all}/${id}/answer/3`

test('a point is placed by touch, moved by the arrow keys and by a mouse, and saved by itself', async () => {
  const page = await screens.page('sam', at, { width: 390, height: 844 })
  const square = page.locator('[data-square-field]').first()
  const said = page.locator('[data-square-said]').first()
  const [across, up] = [page.locator('#f-q-m-place\\.across'), page.locator('#f-q-m-place\\.up')]
  await square.scrollIntoViewIfNeeded()
  const box = (await square.boundingBox())!
  const on = (x: number, y: number): [number, number] => [
    box.x + ((20 + x * 20) / 240) * box.width,
    box.y + ((220 - y * 20) / 240) * box.height,
  ]
  await page.touchscreen.tap(...on(7, 4))
  await expect.poll(() => said.textContent()).toBe('7 across, 4 up')

  await square.focus()
  for (const key of ['ArrowRight', 'ArrowUp', 'ArrowUp']) await page.keyboard.press(key)
  expect(await said.textContent()).toBe('8 across, 6 up')
  for (let times = 0; times < 5; times++) await page.keyboard.press('ArrowRight')
  expect(await across.inputValue()).toBe('10')

  await page.mouse.move(...on(9, 6))
  await page.mouse.down()
  await page.mouse.move(...on(2, 9), { steps: 4 })
  await page.mouse.up()
  expect([await across.inputValue(), await up.inputValue()]).toEqual(['2', '9'])

  await expect.poll(() => page.locator('[data-filling-state]').textContent(), { timeout: 8000 }).toMatch(/^Saved at/)
  await page.reload()
  expect([await across.inputValue(), await up.inputValue()]).toEqual(['2', '9'])
  expect(await page.locator('[data-square-point]').first().getAttribute('cx')).toBe('60')
  await up.selectOption('1')
  await expect.poll(() => said.textContent()).toBe('2 across, 1 up')
})
