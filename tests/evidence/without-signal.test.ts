import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { written } from '../../src/names/written.js'
import { violationsOn } from '../axe.js'
import { isWiderThanItsScreen, signOutOnPhone } from '../browser.js'
import { newWorld } from '../world.js'
import { everythingKept, inQueue, phonesOf } from './phones.js'
import { real } from './real-files.js'

const world = newWorld()
const { db } = world
const { screens, phoneOf, readyPage, signIn } = phonesOf(world)

const piecesLike = (words: string) =>
  db.selectFrom('evidence').selectAll().where('whatWeSaw', '=', written(words)).execute()

async function filesOf(id: string) {
  const rows = await db
    .selectFrom('evidenceFiles')
    .innerJoin('files', 'files.id', 'evidenceFiles.fileId')
    .selectAll('files')
    .where('evidenceId', '=', id)
    .orderBy('position')
    .execute()
  return rows.map(row => [row.kind, row.mediaType])
}

test('words, a photo and a sound without signal, the page opened anew in between, are one piece once there is signal', async () => {
  const words = 'Four children asked to read on through break'
  const phone = await phoneOf('sam')
  const page = await readyPage(phone)
  await phone.setOffline(true)
  await page.goto('/log')
  await page.getByText('There is no signal here').waitFor()
  await page.waitForSelector('html[data-captures="ready"]')
  expect(await page.locator('.who-name').count()).toBe(0)
  expect(await page.getByLabel('For', { exact: true }).locator('option').allTextContents()).not.toEqual([])

  await page.getByLabel('For', { exact: true }).selectOption('reading')
  await page.getByLabel('What did you see or hear?').fill(words)
  await page.setInputFiles('#f-files', [{ name: real.photo.name, mimeType: 'image/jpeg', buffer: real.photo.bytes }])
  await page.getByRole('button', { name: 'Record sound' }).tap()
  await page.getByText(/0:0[2-9]/).waitFor()
  await page.getByRole('button', { name: 'Pause' }).tap()
  await page.getByRole('button', { name: 'Go on' }).tap()
  await page.getByRole('button', { name: 'Stop' }).tap()
  await page.locator('.recordings audio').waitFor()
  expect(await page.locator('.recordings audio').evaluate((player: HTMLAudioElement) => player.error)).toBeNull()
  await page.getByRole('button', { name: 'Save and show my group' }).tap()
  await inQueue(page, 'It waits for signal.').waitFor()
  expect(await page.inputValue('#f-whatWeSaw')).toBe('')
  expect(await everythingKept(page)).not.toContain(words)

  await page.reload()
  await inQueue(page, 'It waits for signal.').waitFor()
  expect(await piecesLike(words)).toEqual([])

  await phone.setOffline(false)
  await page.goto('/log')
  await page
    .getByText(/Saved as E\d+\. Your group can see it\./)
    .first()
    .waitFor()
  const [piece, ...more] = await piecesLike(words)
  expect(more).toEqual([])
  expect(piece).toMatchObject({ loggedBy: 'sam', groupId: 'reading', kind: 'photograph' })
  expect(piece!.sharedWithGroupAt).not.toBeNull()
  expect(await filesOf(piece!.id)).toEqual([
    ['image', 'image/jpeg'],
    ['sound', 'audio/webm'],
  ])
  expect(await everythingKept(page)).not.toContain('opening')
  await phone.close()
}, 120_000)

test('a film that is cut off goes on where it stopped after the workbench was started anew, with two tabs open', async () => {
  const words = 'The whole story, told with puppets'
  const film = filmOf(9 * 1024 * 1024)
  const phone = await phoneOf('sadia')
  const page = await readyPage(phone, '/groups/reading/evidence/new')
  await readyPage(phone, '/')
  const starts: number[] = []
  let patches = 0
  const app = screens.house
  screens.answering = (req, res) => {
    if (req.method === 'PATCH') {
      starts.push(Number(req.headers['upload-offset']))
      // The first piece comes through; in the middle of the second the workbench falls over.
      if (++patches === 2) {
        screens.answering = (_req, cut) => void cut.destroy()
        req.once('data', () => screens.dropConnections())
      }
    }
    app(req, res)
  }
  await page.getByLabel('What did you see or hear?').fill(words)
  await page.setInputFiles('#f-files', { name: 'Puppets.mp4', mimeType: 'video/mp4', buffer: film })
  await page.getByRole('button', { name: 'Save, only for me' }).tap()
  await inQueue(page, 'It waits for signal.').waitFor({ timeout: 60_000 })
  const draft = (await piecesLike(words))[0]!
  expect(await filesOf(draft.id)).toEqual([])

  const anew = world.anew()
  screens.answering = (req, res) => {
    if (req.method === 'PATCH') starts.push(Number(req.headers['upload-offset']))
    anew(req, res)
  }
  await page
    .getByText(/Saved as E\d+/)
    .first()
    .waitFor({ timeout: 90_000 })
  expect(await piecesLike(words)).toHaveLength(1)
  expect(await filesOf(draft.id)).toEqual([['film', 'video/mp4']])
  expect(starts.filter(start => start === 0)).toEqual([0])
  expect(Math.min(...starts.slice(2))).toBeGreaterThanOrEqual(4 * 1024 * 1024)
  await phone.close()
}, 180_000)

test('what waits when its person signs out stays locked, is not shown to the next person, and goes on when they come back', async () => {
  const words = 'Only I should ever read this'
  const phone = await phoneOf('huw')
  const page = await readyPage(phone)
  await phone.setOffline(true)
  await page.goto('/log')
  await page.waitForSelector('html[data-captures="ready"]')
  await page.getByLabel('For', { exact: true }).selectOption('reading')
  await page.getByLabel('What did you see or hear?').fill(words)
  await page.setInputFiles('#f-files', [{ name: 'Jac.txt', mimeType: 'text/plain', buffer: Buffer.from('Jac said') }])
  await page.getByRole('button', { name: 'Save, only for me' }).tap()
  await inQueue(page, 'It waits for signal.').waitFor()

  // The workbench can be reached again, but takes nothing yet.
  await phone.setOffline(false)
  screens.answering = (req, res) => {
    if (req.url === '/captures') res.writeHead(503, { 'Content-Type': 'application/json' }).end('{}')
    else screens.house(req, res)
  }
  await page.goto('/log')
  await page.waitForSelector('html[data-captures="ready"]')
  expect(await everythingKept(page)).toContain('reading')
  await signOutOnPhone(page)
  await page.getByText('Not everything has been sent').waitFor()
  expect(await page.locator('dialog.leaving').textContent()).toContain('words and one file')
  await page.getByRole('button', { name: 'Leave it locked here and sign out' }).tap()
  await page.getByText('You are signed out').waitFor()
  const left = await everythingKept(page)
  for (const readable of [words, 'Jac', 'reading', 'Huw']) expect(left).not.toContain(readable)
  screens.answering = screens.house

  await signIn(phone, 'sadia')
  const next = await readyPage(phone)
  expect(await next.locator('.queue li').count()).toBe(0)
  await next.reload()
  await next.waitForSelector('html[data-captures="ready"]')
  expect(await piecesLike(words)).toEqual([])

  await signIn(phone, 'huw')
  const back = await readyPage(phone, '/')
  await back
    .getByText(/Saved as E\d+/)
    .first()
    .waitFor()
  expect((await piecesLike(words))[0]).toMatchObject({ loggedBy: 'huw', sharedWithGroupAt: null })
  await phone.close()
}, 120_000)

test('signing out with nothing waiting leaves nothing of anybody on the device', async () => {
  const phone = await phoneOf('sam')
  const page = await readyPage(phone)
  expect(await everythingKept(page)).toContain('reading')
  await signOutOnPhone(page)
  await page.getByText('You are signed out').waitFor()
  expect(await everythingKept(page)).not.toMatch(/reading|sam/)
  await phone.close()
}, 60_000)

test('a session that ended leaves it waiting, and what needs its person can be discarded', async () => {
  const words = 'Typed after the session had ended'
  const phone = await phoneOf('sam')
  const page = await readyPage(phone, '/groups/reading/evidence/new')
  await db.updateTable('sessions').set({ endedAt: new Date().toISOString() }).where('personId', '=', 'sam').execute()
  await page.getByLabel('What did you see or hear?').fill(words)
  await page.getByRole('button', { name: 'Save, only for me' }).tap()
  await inQueue(page, 'It goes on when you have signed in.').waitFor()
  await signIn(phone, 'sam')
  const again = await readyPage(phone)
  await again
    .getByText(/Saved as E\d+/)
    .first()
    .waitFor()
  expect(await piecesLike(words)).toHaveLength(1)

  await phone.setOffline(true)
  await again.getByLabel('What did you see or hear?').fill('Not worth keeping')
  await again.getByRole('button', { name: 'Save, only for me' }).tap()
  await inQueue(again, 'It waits for signal.').waitFor()
  await again.getByRole('button', { name: /^Discard/ }).tap()
  await again.getByRole('button', { name: 'Discard for good' }).tap()
  await inQueue(again, 'It waits for signal.').waitFor({ state: 'detached' })
  await phone.setOffline(false)
  await phone.close()
}, 120_000)

test('axe finds nothing on the log page and its queue, with signal and without, at both widths', async () => {
  for (const width of [390, 1280]) {
    const phone = await phoneOf('sam')
    const page = await readyPage(phone)
    await page.setViewportSize({ width, height: 844 })
    await page.getByText('Title, kind, day, school and stage').click()
    expect(await page.getByLabel('School it comes from').inputValue()).not.toBe('')
    expect(await troubleOn(page)).toEqual([])
    await phone.setOffline(true)
    await page.goto('/log')
    await page.waitForSelector('html[data-captures="ready"]')
    await page.getByLabel('What did you see or hear?').fill('Waiting to be looked at')
    await page.setInputFiles('#f-files', [{ name: 'note.txt', mimeType: 'text/plain', buffer: Buffer.from('Note') }])
    await page.getByRole('button', { name: 'Save, only for me' }).click()
    await inQueue(page, 'It waits for signal.').waitFor()
    await page.getByRole('button', { name: /^Discard/ }).click()
    expect(await troubleOn(page)).toEqual([])
    await phone.close()
  }
}, 120_000)

async function troubleOn(page: Page): Promise<string[]> {
  const wide = await isWiderThanItsScreen(page)
  return [...(await violationsOn(page)), ...(wide ? ['wider than the screen'] : [])]
}

function filmOf(bytes: number): Buffer {
  const box = (type: string, content: Buffer) => {
    const head = Buffer.alloc(8)
    head.writeUInt32BE(content.length + 8)
    head.write(type, 4, 'latin1')
    return Buffer.concat([head, content])
  }
  const contents = box('moov', box('mvhd', Buffer.alloc(100)))
  return Buffer.concat([
    box('ftyp', Buffer.from('isom\0\0\0\0isommp42')),
    contents,
    box('mdat', Buffer.alloc(bytes, 7)),
  ])
}
