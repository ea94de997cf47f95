import { expect, test } from 'vitest'
import { isWiderThanItsScreen, screensOf } from '../browser.js'
import { newWorld } from '../world.js'

const world = newWorld()
const screens = screensOf(world)

test.each([320, 390])('at %i pixels nothing in the box for what one noticed touches its neighbour', async width => {
  const page = await screens.page('sadia', '/', { width })
  await page.waitForSelector('.jot .recorder .button')
  const gaps = await page.evaluate(() => {
    const at = (wanted: string) => document.querySelector(wanted)!.getBoundingClientRect()
    return [
      at('.jot .recorder').top - at('.jot .govuk-file-upload').bottom,
      at('.jot form + p').top - at('.jot .actions-row .button:last-child').bottom,
    ]
  })
  for (const gap of gaps) expect(gap).toBeGreaterThanOrEqual(8)
})

test('at 320 pixels how many people are in a group stands within its pill, round ends and all', async () => {
  const page = await screens.page('sadia', '/groups/reading', { width: 320 })
  const [left, right] = await page.evaluate(() => {
    const at = (wanted: string) => document.querySelector(wanted)!.getBoundingClientRect()
    const [pill, words] = [at('.place-people'), at('.place-people-words')]
    return [words.left - pill.left, pill.right - words.right]
  })
  for (const room of [left, right]) expect(room).toBeGreaterThanOrEqual(8)
  expect(await isWiderThanItsScreen(page)).toBe(false)
})
