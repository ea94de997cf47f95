import { expect, test } from 'vitest'
import { keepText } from '../../src/evidence/readable-texts/readable-texts.js'
import { violationsOn } from '../axe.js'
import { isWiderThanItsScreen, screensOf } from '../browser.js'
import { newWorld } from '../world.js'
import { putClaim, putPiece } from './claim-world.js'

const world = newWorld()
const screens = screensOf(world)
const seen = 'They read standing up, by the coats, and missed the bell.'

async function putWords() {
  const piece = await putPiece(world)
  await world.db
    .transaction()
    .execute(trx => keepText(trx, { evidenceId: piece.id, source: 'words' }, seen, { id: 'sadia' }))
  return { ...piece, claim: await putClaim(world, `Coats are a good place, says E${piece.number}`) }
}

test('words dragged over on the piece’s own page are used for a claim there and then', async () => {
  const { id, number, claim } = await putWords()
  const page = await screens.page('sam', `/evidence/${id}`)
  const box = (await page.locator('[data-words] p').boundingBox())!
  await page.mouse.move(box.x + 2, box.y + 12)
  await page.mouse.down()
  await page.mouse.move(box.x + 200, box.y + 12, { steps: 5 })
  await page.mouse.up()
  const panel = page.getByRole('dialog', { name: 'Use these words for a claim' })
  await panel.waitFor()
  expect(await panel.textContent()).toContain('“They read')
  await panel.getByLabel('Use these words').selectOption({ label: `C${claim.number} ${claim.claim}` })
  await panel.getByRole('button', { name: 'They speak against it' }).click()
  await page.getByText(`These words of E${number} speak against C${claim.number}.`).waitFor()
  expect(await page.locator('#claims mark').textContent()).toContain('They read')
  await page.context().close()
}, 60_000)

test('with the keyboard alone, and by touch on a phone, words are chosen on the way from the claim', async () => {
  const { id, claim } = await putWords()
  const page = await screens.page('sam', `/evidence/${id}/passages?claim=${claim.id}`)
  await page.locator('.coding-text').focus()
  for (const key of ['ArrowRight', 'ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowRight', 'Enter'])
    await page.keyboard.press(key)
  await page.getByRole('dialog').waitFor()
  expect(await page.locator('[data-quoted]').textContent()).toBe('“read standing up,”')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.waitForURL(`**/claims/${claim.id}#passage-*`)
  expect(await page.locator('.quoted-words').textContent()).toBe('read standing up,')
  await page.context().close()

  const phone = await screens.page('huw', `/evidence/${id}/passages?claim=${claim.id}`, { width: 390 })
  await phone.locator('.coding-text').evaluate(text => {
    const words = document.createTreeWalker(text, NodeFilter.SHOW_TEXT)
    let last: Node = words.nextNode()!
    for (let next = words.nextNode(); next; next = words.nextNode()) last = next
    document.getSelection()!.setBaseAndExtent(last, last.textContent!.indexOf('missed'), last, last.textContent!.length)
  })
  const against = phone.getByRole('button', { name: 'They speak against it' })
  await against.waitFor()
  expect(await violationsOn(phone)).toEqual([])
  await against.tap()
  await phone.waitForURL(`**/claims/${claim.id}#passage-*`)
  expect(await phone.locator('.against .quoted-words').textContent()).toBe('missed the bell.')
  expect(await violationsOn(phone)).toEqual([])
  await phone.context().close()
}, 60_000)

test('the arrow keys go along the lines of the map, what is joined lights up, and Enter opens it', async () => {
  const { id, number, claim } = await putWords()
  await world.as('sam').post(`/claims/${claim.id}/evidence`, { piece: id, bearing: 'for' })
  for (const width of [1280, 390]) {
    const page = await screens.page('sam', `/groups/reading/claims/map?claim=${claim.id}`, { width })
    expect(await page.getByRole('heading', { name: 'As a list' }).isVisible()).toBe(true)
    const map = page.locator(width < 500 ? '.claim-map-narrow' : '.claim-map-wide')
    await map.getByRole('link', { name: new RegExp(`^C${claim.number}:`) }).focus()
    await page.keyboard.press('ArrowRight')
    expect(await page.evaluate(() => document.activeElement!.getAttribute('aria-label'))).toMatch(`E${number}:`)
    expect(await map.locator('.map-node.is-lit').count()).toBe(2)
    expect(await map.locator('a[tabindex="0"]').count()).toBe(1)
    expect(await violationsOn(page)).toEqual([])
    expect(await isWiderThanItsScreen(page)).toBe(false)
    await page.keyboard.press('Enter')
    await page.waitForURL(`**/evidence/${id}`)
    await page.context().close()
  }
}, 60_000)
