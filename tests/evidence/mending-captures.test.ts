import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { written } from '../../src/names/written.js'
import { violationsOn } from '../axe.js'
import { signOutOnPhone } from '../browser.js'
import { newWorld } from '../world.js'
import { everythingKept, inQueue, phonesOf } from './phones.js'
import { real } from './real-files.js'

const world = newWorld()
const { db } = world
const { screens, phoneOf, readyPage } = phonesOf(world)

const photo = { name: real.photo.name, mimeType: 'image/jpeg', buffer: real.photo.bytes }
const piecesLike = (words: string) =>
  db.selectFrom('evidence').selectAll().where('whatWeSaw', '=', written(words)).execute()

async function fileNames(id: string): Promise<string[]> {
  const rows = await db
    .selectFrom('evidenceFiles')
    .innerJoin('files', 'files.id', 'evidenceFiles.fileId')
    .select('files.kind')
    .where('evidenceId', '=', id)
    .orderBy('position')
    .execute()
  return rows.map(row => row.kind)
}

async function recordSound(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Record sound' }).tap()
  await page.getByText(/0:0[1-9]/).waitFor()
  await page.getByRole('button', { name: 'Stop' }).tap()
  await page.locator('.recordings audio').waitFor()
}

test('a refused capture is opened in the form again, another day too, with picture and sound, mended and saved once', async () => {
  const phone = await phoneOf('sam')
  const page = await readyPage(phone)
  await phone.setOffline(true)
  await page.goto('/log')
  await page.waitForSelector('html[data-captures="ready"]')
  await page.getByLabel('For', { exact: true }).selectOption('reading')
  await page.getByLabel('What did you see or hear?').fill('Typed in a hurry')
  await page.getByText('Title, kind, day, school and stage').tap()
  await page.getByLabel('Title').fill('In a hurry')
  await page.getByLabel('Day you gathered it').fill('2099-01-01')
  await page.setInputFiles('#f-files', [photo])
  await recordSound(page)
  await page.getByRole('button', { name: 'Save and show my group' }).tap()
  await inQueue(page, 'It waits for signal.').waitFor()

  await phone.setOffline(false)
  const day = await readyPage(phone, '/')
  await inQueue(day, 'It needs you.').waitFor()
  expect(await inQueue(day, 'It needs you.').textContent()).toContain('still to come')
  expect(await violationsOn(day)).toEqual([])
  // The box on Your day takes it too; the one thing that it cannot mend is the day, which the log page asks for.
  await day.goto('/log')
  await day.getByLabel('What did you see or hear?').fill('Something else in hand')
  await day.getByRole('button', { name: /^Open it in the form/ }).tap()
  await day.getByText('Something is in the form already').waitFor()
  await day.getByLabel('What did you see or hear?').fill('')
  await day.getByRole('button', { name: /^Open it in the form/ }).tap()
  await inQueue(day, 'It is open in the form').waitFor()
  expect(await day.inputValue('#f-whatWeSaw')).toBe('Typed in a hurry')
  expect(await day.inputValue('#f-title')).toBe('In a hurry')
  expect(await day.locator('.chosen li').count()).toBe(2)
  await day.locator('.chosen audio').waitFor()

  // Gone away from with the form open: it still waits.
  await day.reload()
  await inQueue(day, 'It needs you.').waitFor()
  await day.getByRole('button', { name: /^Open it in the form/ }).tap()
  await inQueue(day, 'It is open in the form').waitFor()
  await day.getByLabel('What did you see or hear?').fill('Mended with time to spare')
  await day.getByLabel('Day you gathered it').fill('2026-11-01')
  await day.getByRole('button', { name: 'Save and show my group' }).tap()
  await day.waitForURL(/\/evidence\/\w+$/)
  const [piece, ...more] = await piecesLike('Mended with time to spare')
  expect([more, await piecesLike('Typed in a hurry')]).toEqual([[], []])
  expect(piece).toMatchObject({ title: 'In a hurry', gatheredOn: '2026-11-01' })
  expect(await fileNames(piece!.id)).toEqual(['image', 'sound'])
  expect(await everythingKept(day)).not.toContain('opening')
  await phone.close()
}, 120_000)

test('where the workbench had the words already, the mended capture takes the draft’s place', async () => {
  const phone = await phoneOf('sadia')
  const page = await readyPage(phone)
  screens.answering = (req, res) => {
    if (req.url !== '/uploads') return void screens.house(req, res)
    req.resume()
    res.writeHead(413, { 'Content-Type': 'application/json' }).end('{"message":"There is no room for it."}')
  }
  await page.getByLabel('For', { exact: true }).selectOption('reading')
  await page.getByLabel('What did you see or hear?').fill('Too large at first')
  await page.setInputFiles('#f-files', [photo])
  await page.getByRole('button', { name: 'Save, only for me' }).tap()
  await inQueue(page, 'There is no room for it.').waitFor()
  expect(await piecesLike('Too large at first')).toHaveLength(1)
  screens.answering = screens.house
  await page.getByRole('button', { name: /^Open it in the form/ }).tap()
  await inQueue(page, 'It is open in the form').waitFor()
  await page.getByLabel('What did you see or hear?').fill('Smaller now')
  await page.getByRole('button', { name: 'Save, only for me' }).tap()
  await page.waitForURL(/\/evidence\/\w+$/)
  expect(await piecesLike('Too large at first')).toEqual([])
  expect(await fileNames((await piecesLike('Smaller now'))[0]!.id)).toEqual(['image'])
  await phone.close()
}, 120_000)

test('while the workbench answers with errors it is tried again by itself, later each time, and said so', async () => {
  const phone = await phoneOf('huw')
  const page = await readyPage(phone)
  const tried: number[] = []
  screens.answering = (req, res) => {
    if (req.url !== '/captures' || tried.push(Date.now()) > 2) return void screens.house(req, res)
    req.resume()
    res.writeHead(502).end('Bad gateway')
  }
  await page.getByLabel('For', { exact: true }).selectOption('reading')
  await page.getByLabel('What did you see or hear?').fill('Sent while it was being mended')
  await page.getByRole('button', { name: 'Save, only for me' }).tap()
  await inQueue(page, 'The workbench cannot take it just now').waitFor()
  await page
    .getByText(/Saved as E\d+/)
    .first()
    .waitFor({ timeout: 60_000 })
  expect(tried).toHaveLength(3)
  expect(await piecesLike('Sent while it was being mended')).toHaveLength(1)
  await phone.close()
}, 120_000)

test('a screen reader hears how far each file has come', async () => {
  const phone = await phoneOf('sam')
  const page = await readyPage(phone)
  const heard: string[] = []
  await page.exposeFunction('hear', (words: string) => void heard.push(words))
  await page.evaluate(() => {
    const said = document.querySelector('.queue [role="status"]')!
    const { hear } = window as unknown as { hear: (words: string) => void }
    new MutationObserver(() => hear(said.textContent)).observe(said, { childList: true })
  })
  await page.getByLabel('For', { exact: true }).selectOption('reading')
  await page.getByLabel('What did you see or hear?').fill('Two files, each told of')
  await page.setInputFiles('#f-files', [
    photo,
    { name: 'n.txt', mimeType: 'text/plain', buffer: Buffer.from('A note') },
  ])
  await page.getByRole('button', { name: 'Save, only for me' }).tap()
  await page.waitForURL(/\/evidence\/\w+$/)
  expect(heard).toContain('Picture 1: all of it sent')
  expect(heard).toContain('File 2: all of it sent')
  await phone.close()
}, 60_000)

test('signing out with “Send it first” sends all of it and then leaves nothing on the device', async () => {
  const words = 'Sent on the way out of the door'
  const phone = await phoneOf('huw')
  const page = await waitingPage(phone, words)
  await signOutOnPhone(page)
  await page.getByText('Not everything has been sent').waitFor()
  screens.answering = screens.house
  await page.getByRole('button', { name: 'Send it first' }).tap()
  await page.waitForURL(/signed-out/)
  expect(await piecesLike(words)).toHaveLength(1)
  expect(await everythingKept(page)).not.toMatch(/Sent on the way|Jac said|"reading"|group=reading|person=huw|opening=/)
  await phone.close()
}, 60_000)

test('signing out with “Discard” asks once more, sends nothing and leaves nothing on the device', async () => {
  const words = 'Better not kept at all'
  const phone = await phoneOf('huw')
  const page = await waitingPage(phone, words)
  await signOutOnPhone(page)
  await page.getByRole('button', { name: 'Discard it and sign out' }).tap()
  await page.getByText('cannot be brought back').waitFor()
  await page.getByRole('button', { name: 'Yes, discard it for good and sign out' }).tap()
  await page.waitForURL(/signed-out/)
  expect(await piecesLike(words)).toEqual([])
  expect(await everythingKept(page)).not.toMatch(/Better not|Jac said|"reading"|group=reading|person=huw|opening=/)
  await phone.close()
}, 60_000)

/** Something waits, with a file, while the workbench takes nothing; and the tab remembers words of another form. */
async function waitingPage(phone: Awaited<ReturnType<typeof phoneOf>>, words: string): Promise<Page> {
  const page = await readyPage(phone)
  screens.answering = (req, res) => {
    if (req.url !== '/captures') return void screens.house(req, res)
    req.resume()
    res.writeHead(503, { 'Content-Type': 'application/json' }).end('{}')
  }
  await page.getByLabel('For', { exact: true }).selectOption('reading')
  await page.getByLabel('What did you see or hear?').fill(words)
  await page.setInputFiles('#f-files', [{ name: 'Jac.txt', mimeType: 'text/plain', buffer: Buffer.from('Jac said') }])
  await page.evaluate(said => sessionStorage.setItem('unsaved:/somewhere', said), words)
  await page.getByRole('button', { name: 'Save, only for me' }).tap()
  await inQueue(page, 'The workbench cannot take it just now').waitFor()
  expect(await everythingKept(page)).toMatch(/reading/)
  return page
}
