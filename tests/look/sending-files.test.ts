import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { render } from '../../src/web/showing/views.js'
import { windowsForThisFile } from '../browser.js'
import { Desk, json } from './desk.js'
import { inLayout } from './sheet.js'

const windows = windowsForThisFile()
let desk: Desk
let page: Page
const folder = mkdtempSync(path.join(tmpdir(), 'chosen-'))
let photo: string
let note: string

const form = { values: {}, errors: {}, summary: [] }
const body = `<h1>Log evidence</h1><form method="post" action="/groups/talk/evidence" enctype="multipart/form-data" novalidate data-upload>
  ${render('shared/_field', { here: '/', form, name: 'title', label: 'Title' })}
  ${render('shared/_file', { here: '/', name: 'files', label: 'Files', multiple: true, max: 2 })}
  <button class="button">Save</button></form>`

beforeAll(async () => {
  desk = await Desk.open()
  photo = path.join(folder, 'Tŷ ŵyn.jpg')
  note = path.join(folder, 'note.txt')
  await sharp({ create: { width: 800, height: 600, channels: 3, background: '#446688' } })
    .jpeg()
    .toFile(photo)
  writeFileSync(note, 'What the children said')
})

afterAll(() => {
  desk.close()
  rmSync(folder, { recursive: true })
})

beforeEach(async () => {
  desk.sent.length = 0
  desk.pages['/new'] = inLayout(body)
  desk.pages['/evidence/1'] = inLayout('<h1>Your piece</h1>')
  page = await (await windows.open()).newPage()
  await page.goto(`${desk.address}/new`)
})

afterEach(() => page.context().close())

const choose = (...files: string[]) => page.getByLabel('Files', { exact: true }).setInputFiles(files)
const names = () => page.locator('.chosen-name').allTextContents()

test('chosen files are shown before they are sent, pictures as pictures, and can be taken out', async () => {
  await choose(photo)
  await choose(note)
  expect(await names()).toEqual(['Tŷ ŵyn.jpg', 'note.txt'])
  await page.locator('.chosen canvas').waitFor()
  await page.getByRole('button', { name: 'Take out note.txt' }).click()
  expect(await names()).toEqual(['Tŷ ŵyn.jpg'])
  expect(
    await page.getByLabel('Files', { exact: true }).evaluate((input: HTMLInputElement) => input.files?.length),
  ).toBe(1)
})

test('more files than may be sent at once are left out, and it says so', async () => {
  await choose(photo, note)
  const third = path.join(folder, 'third.txt')
  writeFileSync(third, 'And then')
  await choose(third)
  expect(await names()).toHaveLength(2)
  await page.getByText('Only 2 files can be added at once').waitFor()
})

test('it says saved only when the answer is there, and then goes to the piece', async () => {
  let release = () => {}
  desk.answering = (_sent, res) => {
    release = () => json(res, 201, { location: '/evidence/1' })
  }
  await choose(photo)
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('Sent. Waiting for it to be saved').waitFor()
  await page.getByRole('button', { name: 'Save' }).click({ force: true })
  release()
  await page.getByRole('heading', { name: 'Your piece' }).waitFor()
  expect(desk.sent).toHaveLength(1)
  expect(desk.sent[0]!.body).toContain('Tŷ ŵyn.jpg')
})

test('a refusal is shown beside its field and in the summary, with the files still chosen', async () => {
  desk.answering = (_sent, res) =>
    json(res, 422, { message: 'Please mend', errors: { title: 'Give the evidence a short title' } })
  await choose(photo)
  await page.getByRole('button', { name: 'Save' }).click()
  const way = page.getByRole('alert').getByRole('link', { name: 'Give the evidence a short title' })
  await way.click()
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('f-title')
  expect(await page.locator('#f-title-error').textContent()).toContain('Give the evidence a short title')
  expect(await names()).toEqual(['Tŷ ŵyn.jpg'])
})

test('a dropped connection loses nothing, and sending again works', async () => {
  desk.answering = (_sent, res) => void res.destroy()
  await page.getByLabel('Title').fill('Two openings')
  await choose(photo)
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('The connection dropped').waitFor()
  expect(await page.getByLabel('Title').inputValue()).toBe('Two openings')
  desk.answering = (_sent, res) => json(res, 201, { location: '/evidence/1' })
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('heading', { name: 'Your piece' }).waitFor()
})

test('an ordinary form pressed twice is sent once', async () => {
  desk.pages['/plain'] = inLayout(
    '<h1>Plain</h1><form method="post" action="/plain"><button class="button">Send</button></form>',
  )
  let release = () => {}
  desk.answering = (_sent, res) => {
    release = () => void res.writeHead(303, { Location: '/evidence/1' }).end()
  }
  await page.goto(`${desk.address}/plain`)
  await page.evaluate(() => {
    const button = document.querySelector<HTMLButtonElement>('main button')!
    button.click()
    button.click()
  })
  await expect.poll(() => desk.sent.length).toBe(1)
  await page.waitForTimeout(200)
  release()
  await page.getByRole('heading', { name: 'Your piece' }).waitFor()
  expect(desk.sent).toHaveLength(1)
})
