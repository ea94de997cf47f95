import { expect, test } from 'vitest'
import { screensOf } from '../browser.js'
import { newWorld } from '../world.js'
import { logPiece } from '../write-ups/writing.js'

const world = newWorld()
const screens = screensOf(world)

async function pieceOf(script: boolean) {
  const { id } = await logPiece(world, { title: 'Counting', words: 'Counted on fingers.' })
  const address = `/evidence/${id}`
  await world.as('sadia').post(`${address}/comments`, { kind: 'comment', words: 'Which fingers?' })
  return screens.page('sadia', address, { width: 390, javaScriptEnabled: script })
}

test('rare acts stand behind one ⋯ that says what it is about, and keys open and close it', async () => {
  const page = await pieceOf(true)
  const withdraw = page.getByRole('link', { name: 'Withdraw this piece' })
  expect(await withdraw.isVisible()).toBe(false)
  const more = page.locator('summary', { hasText: /^More to do with E1$/ })
  await more.focus()
  await page.keyboard.press('Enter')
  expect(await withdraw.isVisible()).toBe(true)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Escape')
  expect(await withdraw.isVisible()).toBe(false)
  expect(await more.evaluate(one => one === document.activeElement)).toBe(true)
  // Tab leads through it and out of it: then it is folded away.
  await page.keyboard.press('Enter')
  const inside = () => page.evaluate(() => document.activeElement?.closest('.rare') !== null)
  while (await inside()) await page.keyboard.press('Tab')
  expect(await withdraw.isVisible()).toBe(false)
  // A touch beside it folds it away too.
  await more.tap()
  await page.getByRole('heading', { level: 1 }).tap({ position: { x: 5, y: 5 } })
  expect(await withdraw.isVisible()).toBe(false)
})

test('opened low on a phone’s screen, it lies in sight above the bar along the bottom', async () => {
  const page = await pieceOf(true)
  const summary = page.locator('main .rare > summary').first()
  await summary.evaluate(one => scrollTo(0, scrollY + one.getBoundingClientRect().bottom - innerHeight + 64))
  await summary.tap()
  await page.waitForFunction(() => {
    const acts = [...document.querySelectorAll('main .rare[open] li')]
    return acts.every(act => {
      const { left, top, width, height } = act.getBoundingClientRect()
      return act.contains(document.elementFromPoint(left + width / 2, top + height / 2))
    })
  })
})

test('the ⋯ opens without script, and leads to the page that says what will happen', async () => {
  const page = await pieceOf(false)
  await page.locator('.rare > summary').tap()
  await page.getByRole('link', { name: 'Withdraw this piece' }).tap()
  expect(await page.textContent('h1')).toMatch(/^Withdraw E\d+/)
})

test('initials stand beside who said something, and are not read out', async () => {
  const page = await pieceOf(true)
  const said = page.locator('.comment-by').first()
  expect(await said.locator('.initials').textContent()).toBe('SQ')
  expect(await said.ariaSnapshot()).not.toContain('SQ')
  expect(await said.ariaSnapshot()).toContain('Sadia Qureshi')
})
