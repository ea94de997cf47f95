import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { screensOf } from '../browser.js'
import { newWorld } from '../world.js'
import { begin, letOut, logPiece } from '../write-ups/writing.js'

const world = newWorld()
const screens = screensOf(world)

/** What has the focus, as it is called, and whether the person sees it: not off the screen, not under something else. */
async function focused(page: Page): Promise<{ name: string; seen: boolean }> {
  return page.evaluate(() => {
    const one = document.activeElement as HTMLElement
    const { left, top, width, height } = one.getBoundingClientRect()
    const at = document.elementFromPoint(left + Math.min(width / 2, 20), top + Math.min(height / 2, 20))
    const label = (one as HTMLInputElement).labels?.[0]?.textContent
    return {
      name: (label ?? one.getAttribute('aria-label') ?? one.textContent ?? '').replace(/\s+/g, ' ').trim(),
      seen: at !== null && (one.contains(at) || at.contains(one) || at.closest('label')?.control === one),
    }
  })
}

/** Goes on by Tab until something of this name has the focus; nothing on the way may be out of sight. */
async function tabTo(page: Page, name: RegExp, most = 60): Promise<void> {
  const passed: string[] = []
  for (let presses = 0; presses < most; presses += 1) {
    await page.keyboard.press('Tab')
    const one = await focused(page)
    passed.push(one.name)
    expect({ ...one, passed: passed.slice(-3) }).toMatchObject({ seen: true })
    if (name.test(one.name)) return
  }
  expect.fail(`${name} is not reached: ${passed.join(' | ')}`)
}

test('a head answers a recommendation from Your day with the keyboard alone, mends a slip, and says that it is in place', async () => {
  const words = {
    recommendation: 'A box of boots by every door',
    reasons: 'It gets them out.',
    releaseDays: '',
    cost: '',
  }
  const made = await world.as('sadia').post('/groups/reading/recommendations', words)
  await world
    .as('sadia')
    .post(`${made.headers.location}/sending`, { schools: ['weir'] })
    .expect(303)
  const page = await screens.page('imran', '/')
  await tabTo(page, /^Answer it/)
  await page.keyboard.press('Enter')
  await page.waitForURL('**/responses/weir')
  await tabTo(page, /^Accept/)
  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowDown')
  expect((await focused(page)).name).toMatch(/^Accept with changes/)
  await tabTo(page, /^Give this answer/)
  await page.keyboard.press('Enter')
  await page.locator('.govuk-error-summary').waitFor()
  await tabTo(page, /Say how you will do it|reason/i, 3)
  await page.keyboard.press('Enter')
  expect((await focused(page)).name).toMatch(/^Your reason/)
  await page.keyboard.type('Twice a week, in Year 3.')
  await tabTo(page, /^Give this answer/)
  await page.keyboard.press('Enter')
  await page.getByText('Accepted with changes').first().waitFor()
  const row = await world.db.selectFrom('responses').select(['answer', 'reason']).executeTakeFirstOrThrow()
  expect(row).toEqual({ answer: 'adapt', reason: 'Twice a week, in Year 3.' })
}, 60_000)

test('a network leader approves a write-up from Your day with the keyboard alone', async () => {
  const piece = await logPiece(world, { title: 'Comics by the coats', words: 'Three boys swapped comics.' })
  await letOut(world, piece)
  const writeUp = await begin(world)
  await world.as('sadia').post(`/write-ups/${writeUp.id}/submission`).expect(303)
  const page = await screens.page('nia', '/')
  await tabTo(page, /^Read( it)? and (answer|approve|decide)|^Read the write-up/)
  await page.keyboard.press('Enter')
  await page.waitForURL('**/submission#answer')
  await tabTo(page, /^Approve and publish/, 2)
  // Whoever read it first, from its top, comes to the answer by two presses.
  await page.goto(`/write-ups/${writeUp.id}/submission`)
  await tabTo(page, /^Go to your answer/)
  await page.keyboard.press('Enter')
  await tabTo(page, /^Approve and publish/, 2)
  await page.keyboard.press('Enter')
  await page.waitForURL(address => !address.pathname.endsWith('/submission'))
  expect(await world.db.selectFrom('editions').select('number').execute()).toEqual([{ number: 1 }])
}, 60_000)
