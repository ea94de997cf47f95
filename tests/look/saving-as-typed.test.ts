import type { ServerResponse } from 'node:http'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { render } from '../../src/web/showing/views.js'
import { windowsForThisFile } from '../browser.js'
import { Desk, json, type Sent } from './desk.js'
import { inLayout } from './sheet.js'

const windows = windowsForThisFile()
let desk: Desk
let page: Page

const address = '/texts/stage/talk/learned'
const savedAt = '2027-03-05T16:10:00Z'
const words = () => page.getByLabel('What we think we are seeing')
const state = () => page.locator('[data-save-state]')

function pageWith(body: string, version: number): string {
  const text = { address, field: 'learned', label: 'What we think we are seeing', body, version }
  return inLayout(`<h1>Evidence</h1>${render('shared/_saved-text', { here: '/', text })}`)
}

/** Saves as the workbench does when nobody else is writing. */
function saves(sent: Sent, res: ServerResponse): void {
  json(res, 200, {
    version: Number(sent.fields.get('version')) + 1,
    body: sent.fields.get('body'),
    savedAt,
    merged: false,
  })
}

beforeAll(async () => {
  desk = await Desk.open()
})

afterAll(() => desk.close())

beforeEach(async () => {
  desk.sent.length = 0
  desk.answering = saves
  desk.pages['/text'] = pageWith('Talk first.', 3)
  page = await (await windows.open({ timezoneId: 'Europe/London' })).newPage()
  await page.goto(`${desk.address}/text`)
})

afterEach(() => page.context().close())

test('words are saved a moment after they are typed, and the page says when', async () => {
  await words().fill('Talk first. Then write.')
  await expect.poll(() => state().textContent()).toBe('Saved at 16:10')
  expect(desk.sent).toHaveLength(1)
  expect(desk.sent[0]!.address).toBe(address)
  expect(Object.fromEntries(desk.sent[0]!.fields)).toEqual({ body: 'Talk first. Then write.', version: '3' })

  await words().fill('Talk first. Then write. Then read.')
  await expect.poll(() => desk.sent.length).toBe(2)
  expect(desk.sent[1]!.fields.get('version')).toBe('4')
})

test('the Save button is there without a script, and steps aside with one', async () => {
  expect(await page.getByRole('button', { name: 'Save' }).isVisible()).toBe(false)
  const plain = await (await windows.open({ javaScriptEnabled: false })).newPage()
  await plain.goto(`${desk.address}/text`)
  expect(await plain.getByRole('button', { name: 'Save' }).isVisible()).toBe(true)
  await plain.context().close()
})

test('what a colleague wrote elsewhere meanwhile appears, and typing on is not lost', async () => {
  desk.answering = (sent, res) => {
    desk.answering = saves
    const body = `As Nia says: ${sent.fields.get('body')}`
    setTimeout(() => json(res, 200, { version: 9, body, savedAt, merged: true }), 600)
  }
  await words().fill('Talk first. Then write.')
  await expect.poll(() => desk.sent.length).toBe(1)
  await words().pressSequentially(' Then read.')
  await expect.poll(() => words().inputValue()).toBe('As Nia says: Talk first. Then write. Then read.')
  await expect.poll(() => desk.sent.length).toBe(2)
  expect(Object.fromEntries(desk.sent[1]!.fields)).toEqual({
    body: 'As Nia says: Talk first. Then write. Then read.',
    version: '9',
  })
})

test('two people at the same words: both texts are shown, and the chosen one is saved on theirs', async () => {
  desk.answering = (_sent, res) => {
    desk.answering = saves
    json(res, 409, { version: 8, theirs: 'Read first.', mine: 'Sing first.', by: 'Tomasz Wójcik' })
  }
  await words().fill('Sing first.')
  await page.getByText('Tomasz Wójcik changed the same words while you were writing').waitFor()
  expect(await page.getByRole('group', { name: 'What Tomasz Wójcik saved' }).textContent()).toBe('Read first.')
  expect(await page.getByRole('group', { name: 'What you wrote' }).textContent()).toBe('Sing first.')

  await page.getByRole('button', { name: 'Keep both, theirs first' }).click()
  expect(await words().inputValue()).toBe('Read first.\n\nSing first.')
  await expect.poll(() => state().textContent()).toBe('Saved at 16:10')
  expect(desk.sent.at(-1)!.fields.get('version')).toBe('8')
})

test('keeping the other text needs no saving', async () => {
  desk.answering = (_sent, res) =>
    json(res, 409, { version: 8, theirs: 'Read first.', mine: 'Sing first.', by: 'Tomasz Wójcik' })
  await words().fill('Sing first.')
  await page.getByRole('button', { name: 'Keep theirs' }).click()
  expect(await words().inputValue()).toBe('Read first.')
  await page.waitForTimeout(1000)
  expect(desk.sent).toHaveLength(1)
})

test('without a connection it says so, tries again and saves', async () => {
  desk.answering = (_sent, res) => void res.destroy()
  await words().fill('Talk first. Then write.')
  await expect.poll(() => state().textContent()).toBe('Not saved yet – trying again')
  desk.answering = saves
  await expect.poll(() => state().textContent(), { timeout: 8000 }).toBe('Saved at 16:10')
})

test('a session that ended keeps the words and offers to sign in again in another tab', async () => {
  desk.answering = (_sent, res) => json(res, 401, { message: 'Please sign in' })
  await words().fill('Talk first. Then write.')
  const again = page.getByRole('link', { name: 'Sign in again in a new tab' })
  await again.waitFor()
  expect(await again.getAttribute('href')).toBe('/sign-in?next=%2Ftext')
  expect(await words().inputValue()).toBe('Talk first. Then write.')
})

test('a refusal is said in its own words', async () => {
  desk.answering = (_sent, res) => json(res, 422, { message: 'This is longer than 50,000 characters.' })
  await words().fill('Talk first. Then write.')
  await expect.poll(() => state().textContent()).toBe('Not saved. This is longer than 50,000 characters.')
})

test('words that were not saved are offered after the page is opened again', async () => {
  desk.answering = (_sent, res) => void res.destroy()
  await words().fill('Talk first. Then write.')
  await expect.poll(() => state().textContent()).toBe('Not saved yet – trying again')
  page.on('dialog', dialog => void dialog.accept())
  await page.reload()
  expect(await words().inputValue()).toBe('Talk first.')
  await page.getByText('were not saved').waitFor()
  desk.answering = saves
  await page.getByRole('button', { name: 'Put them back' }).click()
  expect(await words().inputValue()).toBe('Talk first. Then write.')
  await expect.poll(() => state().textContent()).toBe('Saved at 16:10')
  await page.reload()
  expect(await page.getByText('were not saved').count()).toBe(0)
})

test('leaving asks first only while words are unsaved', async () => {
  desk.answering = (_sent, res) => void res.destroy()
  await words().pressSequentially(' Then write.')
  await expect.poll(() => state().textContent()).toBe('Not saved yet – trying again')
  const asked = page.waitForEvent('dialog')
  void page.close({ runBeforeUnload: true })
  const dialog = await asked
  expect(dialog.type()).toBe('beforeunload')
  await dialog.accept()
})
