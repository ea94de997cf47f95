import { expect, test } from 'vitest'
import { isWiderThanItsScreen, screensOf } from '../browser.js'
import { newWorld } from '../world.js'

const world = newWorld()
const screens = screensOf(world)

test.each([641, 744, 834, 960])(
  'at %i pixels the head of a group fits, and no button lies over its track',
  async width => {
    const page = await screens.page('sadia', '/groups/reading', { width })
    for (const path of ['/groups/reading', '/groups/reading/evidence', '/networks/hafren', '/']) {
      await page.goto(path)
      expect(await isWiderThanItsScreen(page), path).toBe(false)
    }
    await page.goto('/groups/reading')
    const covered = await page.evaluate(() => {
      const button = document.querySelector('.place-log')!.getBoundingClientRect()
      return [...document.querySelectorAll('.track li')]
        .map(one => one.getBoundingClientRect())
        .some(
          way =>
            way.right > button.left && way.left < button.right && way.bottom > button.top && way.top < button.bottom,
        )
    })
    expect(covered).toBe(false)
  },
)
