import type { Page } from 'playwright-core'
import { unread } from '../../src/names/names.js'
import { beforeAll, expect, test } from 'vitest'
import { violationsOn } from '../axe.js'
import { openHouse } from '../journey/open-house.js'

const house = openHouse()
const stage = '/groups/reading/stages/purpose'
const passphrase = 'four quiet herons walk'
let page: Page

beforeAll(async () => {
  const { world } = house
  const key = (await world.as('sadia').post('/groups/reading/keys', { passphrase })).headers.location!
  await world.as('sadia').post(`${key}/openings`, { because: 'To give codes', passphrase })
  await world.as('sadia').post(`${key}/pupils`, { name: 'Sioned Hughes', also: '', year: '', notes: '' })
  page = (await house.as('sadia', 390)).page
})

const told = () => page.locator('.names-noticed p')

test('a name is noticed a moment after it is typed, told politely, and gives way to its code, which can be undone', async () => {
  await page.goto(stage)
  const box = page.locator('form[data-saved-text] textarea').first()
  await box.pressSequentially('Soon after that Sioned Hughes read to us.')
  await told().waitFor()
  expect(await told().textContent()).toContain('“Sioned Hughes” looks like a pupil’s name')
  const status = page.locator('.names-noticed').first()
  expect([await status.getAttribute('role'), await status.getAttribute('aria-live')]).toEqual(['status', 'polite'])
  expect(await violationsOn(page)).toEqual([])
  if (process.env.PICTURES) await page.screenshot({ path: `${process.env.PICTURES}/noticed.png` })

  await page.getByRole('button', { name: 'Write P01 instead' }).press('Enter')
  expect(await box.inputValue()).toBe('Soon after that P01 read to us.')
  await page.getByRole('button', { name: 'Undo' }).press('Enter')
  expect(await box.inputValue()).toBe('Soon after that Sioned Hughes read to us.')
  await page.getByRole('button', { name: 'Write P01 instead' }).click()
  await expect.poll(() => saved()).toBe('Soon after that P01 read to us.')
})

test('somebody who is no pupil is let be for the whole group, and words that are only words are not asked about', async () => {
  const box = page.locator('form[data-saved-text] textarea').nth(1)
  await box.pressSequentially('In May the art was bright. With Zuzanna we looked.')
  await page.getByRole('button', { name: 'This is not a pupil (Zuzanna)' }).click()
  await expect.poll(() => page.locator('.names-noticed [data-name]').count()).toBe(0)
  const again = (await house.as('huw', 1280)).page
  await again.goto(stage)
  await again.locator('form[data-saved-text] textarea').nth(1).pressSequentially('There Zuzanna and Tomasz sat.')
  await again.locator('.names-noticed p').waitFor()
  expect(await again.locator('.names-noticed [data-name]').count()).toBe(1)
})

test('a remark goes at once when its name was seen, and without a script it comes back once', async () => {
  await page.goto('/groups/reading/stages/evidence')
  const remark = (on: Page) => on.locator('form[action$="/comments"]').first()
  await remark(page).locator('textarea').pressSequentially('Then Bartek laughed.')
  await remark(page).locator('.names-noticed p').waitFor()
  await remark(page).locator('button.button').last().click()
  await page.getByText('Then Bartek laughed.').first().waitFor()
  expect(await page.getByText('Nothing is saved yet').count()).toBe(0)

  const plain = (await house.as('huw', 390, false)).page
  await plain.goto('/groups/reading/stages/evidence')
  await remark(plain).locator('textarea').fill('Then Sioned Hughes laughed.')
  await remark(plain).locator('button.button').last().click()
  await plain.getByText('Nothing is saved yet').waitFor()
  if (process.env.PICTURES) await plain.screenshot({ path: `${process.env.PICTURES}/noticed-plain.png` })
  await plain.getByRole('button', { name: 'Write “a pupil” and save' }).click()
  await plain.getByText('Then a pupil laughed.').first().waitFor()
})

async function saved(): Promise<string | undefined> {
  const row = await house.world.db
    .selectFrom('texts')
    .select('body')
    .where('kind', '=', 'stage')
    .orderBy('savedAt', 'desc')
    .executeTakeFirst()
  return unread(row)?.body
}
