import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { keepText } from '../../src/evidence/readable-texts.js'
import { bringAxe, violationsOn } from '../axe.js'
import { openChromium } from '../chromium.js'
import { newWorld } from '../world.js'
import { putClaim, putPiece } from './claim-world.js'

const world = newWorld()
const seen = 'They read standing up, by the coats, and missed the bell.'
let server: Server
let browser: Browser
let address: string

beforeAll(async () => {
  server = createServer(world.app)
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  browser = await openChromium()
})

afterAll(async () => {
  await browser.close()
  server.close()
})

async function pageOf(person: string, width = 1280): Promise<Page> {
  const context: BrowserContext = await browser.newContext({
    viewport: { width, height: 844 },
    hasTouch: width < 500,
    reducedMotion: 'reduce',
  })
  const [name, value] = world.as(person).cookie.split('=') as [string, string]
  await context.addCookies([{ name, value, url: address }])
  await bringAxe(context)
  return context.newPage()
}

async function putWords() {
  const piece = await putPiece(world)
  await world.db
    .transaction()
    .execute(trx => keepText(trx, { evidenceId: piece.id, source: 'words' }, seen, { id: 'sadia' }))
  return { ...piece, claim: await putClaim(world, `Coats are a good place, says E${piece.number}`) }
}

test('words dragged over on the piece’s own page are used for a claim there and then', async () => {
  const { id, number, claim } = await putWords()
  const page = await pageOf('sam')
  await page.goto(`${address}/evidence/${id}`)
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
  const page = await pageOf('sam')
  await page.goto(`${address}/evidence/${id}/passages?claim=${claim.id}`)
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

  const phone = await pageOf('huw', 390)
  await phone.goto(`${address}/evidence/${id}/passages?claim=${claim.id}`)
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
    const page = await pageOf('sam', width)
    await page.goto(`${address}/groups/reading/claims/map?claim=${claim.id}`)
    expect(await page.getByRole('heading', { name: 'As a list' }).isVisible()).toBe(true)
    const map = page.locator(width < 500 ? '.claim-map-narrow' : '.claim-map-wide')
    await map.getByRole('link', { name: new RegExp(`^C${claim.number}:`) }).focus()
    await page.keyboard.press('ArrowRight')
    expect(await page.evaluate(() => document.activeElement!.getAttribute('aria-label'))).toMatch(`E${number}:`)
    expect(await map.locator('.map-node.is-lit').count()).toBe(2)
    expect(await map.locator('a[tabindex="0"]').count()).toBe(1)
    expect(await violationsOn(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
    await page.keyboard.press('Enter')
    await page.waitForURL(`**/evidence/${id}`)
    await page.context().close()
  }
}, 60_000)
