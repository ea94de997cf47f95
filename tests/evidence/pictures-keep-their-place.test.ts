import { expect, test } from 'vitest'
import { isWiderThanItsScreen, screensOf } from '../browser.js'
import { newWorld } from '../world.js'
import { another, log, real } from './real-files.js'

const world = newWorld()
const screens = screensOf(world)

async function piecesWithPictures(): Promise<string> {
  const sadia = world.as('sadia')
  await log(sadia, { whatWeSaw: 'A note without any picture. It goes on for a while.', audience: 'group' })
  await log(sadia, { whatWeSaw: 'What we chose, as bars', audience: 'group' }, [another(real.chart)])
  return log(sadia, { whatWeSaw: 'Slips on the wall', audience: 'group' }, [another(real.photo)])
}

/** How much the page moved while it loaded, as browsers measure it. */
async function movedOn(path: string, width: number): Promise<number> {
  const window = await screens.windowOf('sadia', { width })
  const page = await window.newPage()
  // Whatever letters do when their face comes in is not about pictures.
  await page.goto('/account')
  await page.addInitScript(() => {
    const seen = globalThis as { moved?: number }
    seen.moved = 0
    new PerformanceObserver(list => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[])
        if (!entry.hadRecentInput) seen.moved! += entry.value
    }).observe({ type: 'layout-shift', buffered: true })
  })
  await page.goto(path)
  await page.evaluate(async () => {
    for (const picture of document.images) picture.loading = 'eager'
    await Promise.all([...document.images].map(picture => picture.decode()))
    await new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)))
  })
  expect(await isWiderThanItsScreen(page), `${path} at ${width}`).toBe(false)
  return page.evaluate(() => (globalThis as { moved?: number }).moved!)
}

/** More than can hardly be seen is said as it was measured. */
const within = (moved: number) => (moved <= 0.02 ? 'still' : moved)

test('nothing moves when pictures come in', { timeout: 180_000 }, async () => {
  const piece = await piecesWithPictures()
  const paths = ['/groups/reading/evidence', `/evidence/${piece}`, `/evidence/${piece}/files`, '/groups/reading', '/']
  for (const width of [1280, 390])
    for (const path of paths) expect([path, width, within(await movedOn(path, width))]).toEqual([path, width, 'still'])
  await world.as('sadia').post('/groups/reading/evidence/shown-as', { as: 'list' })
  expect(await movedOn('/groups/reading/evidence', 390)).toBeLessThanOrEqual(0.02)
})
