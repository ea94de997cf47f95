import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { windowsForThisFile } from '../browser.js'
import { Desk } from './desk.js'
import { inLayout } from './sheet.js'

const windows = windowsForThisFile()
let desk: Desk
let page: Page

const dialog = () => page.getByRole('dialog')

beforeAll(async () => {
  desk = await Desk.open()
})

afterAll(() => desk.close())

beforeEach(async () => {
  desk.sent.length = 0
  desk.answering = (_sent, res) => void res.writeHead(204).end()
  // Twenty minutes, watched on a clock that the test moves.
  desk.pages['/page'] = inLayout('<h1>Your day</h1><p><a href="/x">Somewhere</a></p>')
  page = await (await windows.open()).newPage()
  await page.clock.install()
  await page.goto(`${desk.address}/page`)
})

afterEach(() => page.context().close())

test('two minutes before the end it asks, with the keyboard on the way to stay', async () => {
  await page.clock.runFor('17:50')
  expect(await dialog().isVisible()).toBe(false)
  await page.clock.runFor('00:15')
  expect(await dialog().isVisible()).toBe(true)
  expect(await page.getByRole('heading', { name: 'Are you still here?' }).isVisible()).toBe(true)
  expect(await page.locator('#idle-left').textContent()).toBe('You will be signed out in about 2 minutes.')
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Stay signed in')
})

test('staying asks the workbench for more time and goes on', async () => {
  await page.clock.runFor('18:05')
  await page.getByRole('button', { name: 'Stay signed in' }).click()
  await expect.poll(() => dialog().isVisible()).toBe(false)
  expect(desk.sent.map(one => one.address)).toEqual(['/sign-in/extend'])
  await page.clock.runFor('17:00')
  expect(await dialog().isVisible()).toBe(false)
})

test('Escape stays as well', async () => {
  await page.clock.runFor('18:05')
  await page.keyboard.press('Escape')
  await expect.poll(() => dialog().isVisible()).toBe(false)
  expect(desk.sent).toHaveLength(1)
})

test('when the time is over it says so, keeps the page and offers to sign in again', async () => {
  await page.clock.runFor('20:05')
  expect(await page.getByRole('heading', { name: 'You have been signed out' }).isVisible()).toBe(true)
  const again = page.getByRole('link', { name: 'Sign in again' })
  expect(await again.getAttribute('href')).toBe('/sign-in?next=%2Fgroups%2Ftalk')
  await page.getByRole('button', { name: 'Back to the page' }).click()
  await page.clock.runFor('00:05')
  expect(await dialog().isVisible()).toBe(false)
})

test('a session that had ended already is not pretended to be alive', async () => {
  desk.answering = (_sent, res) => void res.writeHead(401).end()
  await page.clock.runFor('18:05')
  await page.getByRole('button', { name: 'Stay signed in' }).click()
  await page.getByRole('heading', { name: 'You have been signed out' }).waitFor()
})

test('work in another tab counts', async () => {
  const other = await page.context().newPage()
  await other.clock.install()
  await page.clock.runFor('10:00')
  await other.goto(`${desk.address}/page`)
  await other.evaluate(at => localStorage.setItem('workbench-seen', String(at)), await page.evaluate(() => Date.now()))
  await page.clock.runFor('10:00')
  expect(await dialog().isVisible()).toBe(false)
})
