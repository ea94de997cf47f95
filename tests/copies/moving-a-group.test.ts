import { mkdtempSync, rmSync } from 'node:fs'
import { copyFile, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { pino } from 'pino'
import request from 'supertest'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createApp } from '../../src/app.js'
import { Following } from '../../src/facts/following.js'
import { wholeGroup } from '../../src/copies/moving-a-group/gathering-all.js'
import type { WholeGroup } from '../../src/copies/moving-a-group/rows.js'
import { readBack } from '../../src/copies/moving-a-group/reading-back.js'
import { openFile } from '../../src/database.js'
import { folderStore } from '../../src/files/stores/folder.js'
import type { House } from '../../src/house.js'
import { brought, tablesOfTheHouse } from '../../src/rooms.js'
import { hashOfToken, newToken } from '../../src/web/new-id.js'
import { log, real } from '../evidence/real-files.js'
import { emptyDatabase } from '../made-once.js'
import { held, inDays, itemOf, present } from '../meetings/meeting.js'
import { newWorld } from '../world.js'
import { changeRecords, forged } from './forging-copies.js'
import { unzipped } from './reading-copies.js'
import { sqliteOf } from '../sqlite-of.js'

const world = newWorld()
const folder = mkdtempSync(join(tmpdir(), 'moving-'))
const copy = join(folder, 'copy.zip')
const taken = '2026-11-25T10:00:00.000Z'
const opened: { destroy(): Promise<void> }[] = []
afterAll(async () => {
  for (const db of opened) await db.destroy()
  rmSync(folder, { recursive: true, force: true })
})

/** An installation with nobody in it. */
async function emptyHouse(name: string): Promise<House> {
  const file = join(folder, `${name}.db`)
  await copyFile(emptyDatabase, file)
  const house = openFile(file)
  opened.push(house.db)
  return { ...world.house, ...house, store: folderStore(join(folder, `${name}-uploads`)) }
}

async function takeWhole(): Promise<Buffer> {
  const posted = await world.as('sadia').post('/groups/reading/copies', { form: 'whole', audience: 'group' })
  expect(posted.status).toBe(303)
  const page = await world.as('sadia').get(posted.headers.location!)
  const answer = await world
    .as('sadia')
    .get(/href="(\/copies\/[^"]+\/[^"]+)"/.exec(page.text)![1]!)
    .buffer(true)
    .parse((res, done) => {
      const parts: Buffer[] = []
      res.on('data', (part: Buffer) => parts.push(part))
      res.on('end', () => done(null, Buffer.concat(parts)))
    })
  return answer.body as Buffer
}

beforeAll(async () => {
  const seen = await log(world.as('sam'), { audience: 'group', whatWeSaw: 'Tŷ bach: “I chose it.”' }, [
    real.photo,
    real.ages,
  ])
  await log(world.as('sam'), { audience: 'author', whatWeSaw: 'A draft of nobody else’s' })
  const gone = await log(world.as('sam'), { audience: 'group', whatWeSaw: 'Words that were taken back' }, [real.sound])
  await world.as('sam').post(`/evidence/${gone}/withdrawal`, { reason: 'A child asked' })
  const words = { claim: 'Friends lead to books.', strength: 'a hunch' }
  const claim = (await world.as('sadia').post('/groups/reading/claims', words)).get('location')!.split('/').at(-1)!
  const { id: text } = await world.db
    .selectFrom('readableTexts')
    .select('id')
    .where('evidenceId', '=', seen)
    .where('source', '=', 'words')
    .executeTakeFirstOrThrow()
  await world.as('sadia').post(`/evidence/${seen}/passages`, { text, claim, bearing: 'for', from: '0' })
  await holdMeetings()
  await writeFile(copy, await takeWhole())
})

/** The group meets twice: what was put off, decided and agreed to do, a paper, and an item that is for those alone who were there. */
async function holdMeetings(): Promise<void> {
  const made = await world.as('sadia').post('/groups/reading/meetings')
  const circle = made.headers.location!.split('/')[2]!
  const first = await held(world, 'sadia', circle, 20, 'The first half term')
  await present(world, 'sadia', first, ['sadia', 'sam'])
  const talked = await itemOf(world, 'sadia', first, 'Which books are asked for')
  await itemOf(world, 'sadia', first, 'A worry about one of us', { confidential: 'yes' })
  await world.as('sadia').post(`/texts/minutes/${talked}/minutes`, { body: 'Comics, mostly.', version: 0 }).expect(303)
  const because = { reason: 'They are gone first.', circle: '' }
  await world
    .as('sadia')
    .post(`${first}/items/${talked}/decisions`, { decision: 'We buy comics.', ...because })
    .expect(303)
  const action = { what: 'Ask the library van', owner: 'sam', dueOn: inDays(14) }
  await world.as('sadia').post(`${first}/items/${talked}/actions`, action).expect(303)
  const paper = world.as('sadia').send(`${first}/papers`).field({ title: 'What was counted', item: talked, href: '' })
  await paper.attach('file', real.form.bytes, real.form.name).expect(303)
}

test('its own meetings go along, without what is confidential to those who were there', async () => {
  const house = await emptyHouse('meetings')
  await readBack(house, brought, copy)
  const app = createApp(house, new Following(house, []))
  const sam = signedInTo(house, 'sam')
  const get = (address: string) => request(app).get(address).set('Cookie', sam).set('Accept', 'text/html')
  const meeting = await house.db.selectFrom('meetings').selectAll().executeTakeFirstOrThrow()
  const page = await get(`/meetings/${meeting.id}`)
  expect(page.text).toContain('The first half term')
  expect(page.text).not.toContain('A worry about one of us')
  const minutes = (await get(`/meetings/${meeting.id}/minutes`)).text
  for (const words of ['Comics, mostly.', 'We buy comics.', 'Ask the library van']) expect(minutes).toContain(words)
  const { fileId } = await house.db.selectFrom('meetingPapers').select('fileId').executeTakeFirstOrThrow()
  expect(fileId).not.toBeNull()
  const rows = await house.db.selectFrom('agendaItems').select('title').execute()
  expect(rows.map(row => row.title)).not.toContain('A worry about one of us')

  for (const [field, words] of [
    ['link', 'javascript:alert(1)'],
    ['link', '//elsewhere.example'],
  ] as const) {
    const bad = await forged(copy, files =>
      changeRecords(files, ({ tables }) => void (tables.meetings![0]![field] = words)),
    )
    await expect(readBack(house, brought, bad)).rejects.toThrow('meetings whose link is not as it should be')
  }
})

test('a group that is read into an empty installation is the same', async () => {
  const house = await emptyHouse('same')
  await readBack(house, brought, copy)
  const before = await wholeGroup(world.db, world.house.store, brought, 'reading', taken)
  const after = await wholeGroup(house.db, house.store, brought, 'reading', taken)
  // Taking the copy was itself remembered, before the copy was made; nothing else has happened since.
  expect(asMoved(after)).toEqual(asMoved(before))
  const [photo] = after.tables.files!.filter(file => file.kind === 'image')
  expect(after.files[String(photo!.stored_as)]).toBe(photo!.sha256)
  expect([before.tables.claim_passages!.length, before.tables.passage_numbers!.length]).toEqual([1, 1])
})

/** Files are kept under other names, and pictures are drawn anew, so that their bytes are others. */
function asMoved({ files, tables, ...whole }: WholeGroup) {
  const unmoved = tables.files!.map(({ stored_as: _, bytes, sha256, ...file }) =>
    file.kind === 'image' ? file : { ...file, bytes, sha256 },
  )
  return { ...whole, tables: { ...tables, files: unmoved }, many: Object.keys(files).length }
}

test('its pages read the same to its lead learner', async () => {
  const house = await emptyHouse('pages')
  await readBack(house, brought, copy)
  const sadia = signedInTo(house, 'sadia')
  const opened = { ...house, log: pino({ level: 'silent' }) }
  const app = createApp(opened, new Following(opened, []))
  const plain = (html: string) =>
    html
      .slice(html.indexOf('<main'), html.indexOf('</main'))
      .replace(/name="once" value="[^"]*"/g, '')
      // Reports are due by the terms of the network, which stays behind.
      .replace(/<section[^>]*aria-labelledby="dates-ahead">[\s\S]*?<\/section>/, '')
      .replace(/<h2>Waiting for you<\/h2>\s*<ul class="waiting">[\s\S]*?<\/ul>/, '')
      // What is new since somebody was here depends on when they were.
      .replace(/<section[^>]*aria-labelledby="new-here">[\s\S]*?<\/section>/, '')
      .replace(/\/join\/[a-z0-9-]+/g, '/join/anew')
      .replace(/\s+/g, ' ')
  const piece = await world.db.selectFrom('evidence').select('id').where('number', '=', 1).executeTakeFirstOrThrow()
  const pages = ['', '/evidence', '/claims', '/claims/map', '/people', '/stages/purpose', '/evidence.csv'].map(
    end => `/groups/reading${end}`,
  )
  for (const address of [...pages, `/evidence/${piece.id}`]) {
    const there = await request(app).get(address).set('Cookie', sadia)
    expect([address, there.status]).toEqual([address, 200])
    expect(plain(there.text)).toBe(plain((await world.as('sadia').get(address)).text))
  }
})

test('what is not the group’s to take stays behind', async () => {
  const records = (await unzipped(await readFile(copy))).get('group.json')!.toString()
  for (const secret of ['A draft of nobody else’s', 'Words that were taken back', 'password', 'token'])
    expect(records).not.toContain(secret)
})

test('only whoever leads the group takes all of it, and only for themselves', async () => {
  expect((await world.as('sam').post('/groups/reading/copies', { form: 'whole', audience: 'group' })).status).toBe(403)
  expect((await world.as('sadia').post('/groups/reading/copies', { form: 'whole', audience: 'public' })).status).toBe(
    422,
  )
})

test.each([
  ['is damaged', (files: Map<string, Buffer>) => void files.delete('group.json')],
  ['has a file under another name', files => void files.set('etc/passwd', Buffer.from('x'))],
  ['has a file whose bytes were changed', files => changeFile(files)],
  ['lacks a file', files => void files.delete([...files.keys()].find(name => name.startsWith('files/'))!)],
  ['comes from another version', files => changeRecords(files, records => void (records.schema = '2020-01-01'))],
  ['brings a table that is no group’s', files => changeRecords(files, records => void (records.tables.sessions = []))],
  [
    'brings an unknown column',
    files => changeRecords(files, records => void (records.tables.people![0]!.secret = 'x')),
  ],
  ['points at nobody', files => changeRecords(files, records => void records.tables.people!.pop())],
] satisfies [string, (files: Map<string, Buffer>) => void][])(
  'of a copy that %s nothing comes in',
  async (_, change) => {
    const house = await emptyHouse(`refused-${Math.random()}`)
    await expect(readBack(house, brought, await forged(copy, change))).rejects.toThrow(/\.$|zip|FOREIGN/)
    for (const table of ['groups', 'people', 'files'] as const)
      expect(await house.db.selectFrom(table).selectAll().execute()).toEqual([])
    const kept: string[] = []
    for await (const { key } of house.store.keys()) kept.push(key)
    expect(kept).toEqual([])
  },
)

test('a copy is not read over a group that is there', async () => {
  await expect(readBack(world.house, brought, copy)).rejects.toThrow(/has the (group|network) already/)
})

test('it says in words what it holds and what stays behind', async () => {
  const words = (await unzipped(await readFile(copy))).get('READ ME.md')!.toString()
  const { tables } = JSON.parse((await unzipped(await readFile(copy))).get('group.json')!.toString()) as {
    tables: Record<string, unknown[]>
  }
  expect(tables.evidence!.length).toBeGreaterThan(1)
  expect(words).toContain(`It holds ${tables.evidence!.length} pieces of evidence`)
  for (const left of ['Pupils’ keys', 'Published editions', 'Files that heads sent']) expect(words).toContain(left)
})

/** @returns the cookie of somebody who is signed in there */
function signedInTo(house: House, person: string): string {
  const token = newToken()
  const at = new Date().toISOString()
  sqliteOf(house)
    .prepare('insert into sessions (token_hash, person_id, started_at, last_seen_at) values (?, ?, ?, ?)')
    .run(hashOfToken(token), person, at, at)
  return `workbench=${token}`
}

test('no table is forgotten', async () => {
  const { rows } = await sql<{ name: string }>`select name from sqlite_master where type = 'table'`.execute(world.db)
  const known = new Set([...Object.keys(brought.tables), ...Object.keys(tablesOfTheHouse)])
  const tables = rows.map(row => row.name).filter(name => !name.startsWith('sqlite_') && !name.startsWith('search'))
  expect(tables.filter(name => !known.has(name))).toEqual([])
})

function changeFile(files: Map<string, Buffer>): void {
  const name = [...files.keys()].find(one => one.startsWith('files/'))!
  const bytes = Buffer.from(files.get(name)!)
  bytes[0] = bytes[0]! ^ 1
  files.set(name, bytes)
}
