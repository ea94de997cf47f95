import { mkdtempSync, rmSync } from 'node:fs'
import { copyFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { brought } from '../../src/rooms.js'
import { travelling } from '../../src/copies/moving-a-group/what-travels.js'
import { wholeGroup } from '../../src/copies/moving-a-group/gathering-all.js'
import { readBack } from '../../src/copies/moving-a-group/reading-back.js'
import type { Row, WholeGroup } from '../../src/copies/moving-a-group/rows.js'
import { openFile } from '../../src/database.js'
import { folderStore } from '../../src/files/stores/folder.js'
import type { House } from '../../src/house.js'
import { log, real } from '../evidence/real-files.js'
import * as made from '../files/made-files.js'
import { emptyDatabase } from '../made-once.js'
import { newWorld } from '../world.js'
import { changeRecords, claiming, forged, putBytes, renamedInside } from './forging-copies.js'
import yazl from 'yazl'
import { sqliteOf } from '../sqlite-of.js'

const world = newWorld()
const folder = mkdtempSync(join(tmpdir(), 'hostile-'))
const copy = join(folder, 'copy.zip')
const opened: { destroy(): Promise<void> }[] = []
afterAll(async () => {
  for (const db of opened) await db.destroy()
  rmSync(folder, { recursive: true, force: true })
})

/** An installation where another group works already, at home in a network of its own. */
async function livedIn(): Promise<House> {
  const name = `house-${Math.random()}`
  const file = join(folder, `${name}.db`)
  await copyFile(emptyDatabase, file)
  const house = openFile(file)
  opened.push(house.db)
  const at = '2026-09-01T08:00:00.000Z'
  const sqlite = sqliteOf(house)
  const put = (table: string, row: Row) =>
    sqlite
      .prepare(
        `insert into ${table} (${Object.keys(row).join(', ')}) values (${Object.keys(row)
          .map(() => '?')
          .join(', ')})`,
      )
      .run(...Object.values(row))
  put('people', { id: 'olwen', name: 'Olwen Price', email: 'olwen@elsewhere.example', created_at: at })
  put('networks', { id: 'dyfi', name: 'Dyfi', about: '', language: 'en', created_at: at })
  put('groups', {
    id: 'maths',
    network_id: 'dyfi',
    name: 'Maths',
    why: '',
    join_code: 'abc',
    proposed_at: at,
    proposed_by: 'olwen',
  })
  put('enquiries', {
    id: 'maths-1',
    group_id: 'maths',
    cycle: 1,
    question: '?',
    stage: 'context',
    began_at: at,
    began_by: 'olwen',
  })
  return { ...world.house, ...house, store: folderStore(join(folder, `${name}-uploads`)) }
}

/** Everything that the installation keeps, rows and bytes. */
async function kept(house: House): Promise<string> {
  const sqlite = sqliteOf(house)
  const tables = sqlite
    .prepare(`select name from sqlite_master where type = 'table' and name not like 'search%'`)
    .pluck()
    .all()
  const rows = tables.map(name => [name, sqlite.prepare(`select * from "${String(name)}"`).all()])
  const keys: string[] = []
  for await (const { key } of house.store.keys()) keys.push(key)
  return JSON.stringify([rows, keys])
}

beforeAll(async () => {
  await log(world.as('sam'), { audience: 'group' }, [real.photo, real.interview, real.sound])
  await world.as('sadia').post('/groups/reading/claims', { claim: 'Friends lead to books.', strength: 'a hunch' })
  const whole = await wholeGroup(world.db, world.house.store, brought, 'reading', '2026-11-25T10:00:00.000Z')
  const zip = new yazl.ZipFile()
  zip.addBuffer(Buffer.from(JSON.stringify(whole)), 'group.json')
  for (const key of Object.keys(whole.files)) zip.addReadStream(await world.house.store.read(key), `files/${key}`)
  zip.end()
  const parts: Buffer[] = []
  for await (const part of zip.outputStream) parts.push(part as Buffer)
  await writeFile(copy, Buffer.concat(parts))
})

const rows = (change: (tables: WholeGroup['tables']) => void) => (files: Map<string, Buffer>) =>
  changeRecords(files, records => change(records.tables))
const person = { id: 'planted', name: 'Eve', email: 'eve@elsewhere.example', created_at: '2026-01-01T00:00:00.000Z' }
const comment = {
  id: 'planted',
  group_id: 'reading',
  kind: 'comment',
  body: 'x',
  made_by: 'sam',
  made_at: person.created_at,
}
const html = Buffer.from('<!doctype html><script>alert(1)</script>')

const hostile: [string, RegExp, (files: Map<string, Buffer>) => void][] = [
  [
    'an administrator',
    /people with administrator_since/,
    rows(({ people }) => people!.push({ ...person, administrator_since: person.created_at })),
  ],
  [
    'a password',
    /people with password_hash/,
    rows(({ people }) => people!.push({ ...person, password_hash: '$argon2id$v=19' })),
  ],
  [
    'a network leader',
    /network_roles, which is no part/,
    rows(
      tables =>
        (tables.network_roles = [
          { id: 'x', network_id: 'hafren', person_id: 'sam', role: 'network leader', began_at: person.created_at },
        ]),
    ),
  ],
  [
    'a leader among the group',
    /group_people whose role/,
    rows(tables => (tables.group_people![0]!.role = 'network leader')),
  ],
  ['a code by which to join', /groups with join_code/, rows(tables => (tables.groups![0]!.join_code = 'guessed'))],
  ['an unknown column', /people with an unknown secret/, rows(tables => (tables.people![0]!.secret = 'x'))],
  ['words for a number', /evidence whose number/, rows(tables => (tables.evidence![0]!.number = 'one'))],
  ['a number for words', /evidence whose title/, rows(tables => (tables.evidence![0]!.title = 1))],
  ['nothing where something must be', /evidence whose title/, rows(tables => (tables.evidence![0]!.title = null))],
  ['no moment for a moment', /evidence whose logged_at/, rows(tables => (tables.evidence![0]!.logged_at = 'then'))],
  ['an id that leads elsewhere', /evidence whose id/, rows(tables => (tables.evidence![0]!.id = '../admin'))],
  [
    'a person who is here',
    /people that (is|are) here already/,
    rows(tables => tables.people!.push({ ...person, id: 'olwen' })),
  ],
  [
    'a member of another group',
    /group_people whose group_id/,
    rows(tables => tables.group_people!.push({ ...tables.group_people![0]!, id: 'planted', group_id: 'maths' })),
  ],
  [
    'a piece of another group',
    /evidence whose enquiry_id/,
    rows(tables => (tables.evidence![0]!.enquiry_id = 'maths-1')),
  ],
  [
    'a comment on another group',
    /comments whose about_id/,
    rows(tables => (tables.comments = [{ ...comment, about_kind: 'stage', about_id: 'maths-1~context' }])),
  ],
  ['a line in another history', /facts whose network_id/, rows(tables => (tables.facts![0]!.network_id = 'dyfi'))],
  [
    'a text of another enquiry',
    /texts whose owner/,
    rows(tables => tables.texts!.push({ ...textRow, owner: 'maths-1' })),
  ],
  ['a second network', /exactly one/, rows(tables => tables.networks!.push({ ...tables.networks![0]!, id: 'second' }))],
  ['two rows of one number', /does not hold together/, rows(tables => tables.passage_numbers!.push(...twice(tables)))],
  [
    'an address that is none',
    /people whose email/,
    rows(tables => (tables.people!.find(one => one.id === 'sam')!.email = 'sam\r\nBcc: x')),
  ],
  [
    'a drawing that runs, called a photograph',
    /not what it says|not a JPEG/,
    files => putBytes(files, 'image/jpeg', made.svg),
  ],
  ['a drawing that runs, by its own name', /SVG/, files => putBytes(files, 'image/jpeg', made.svg, 'plan.svg')],
  ['a page, called a text', /web page/, files => putBytes(files, 'text/plain', html)],
  ['a page, called a page', /Web pages/, files => putBytes(files, 'text/plain', html, 'page.html')],
  [
    'one kind as another',
    /not what the copy says/,
    rows(tables => (tables.files!.find(one => one.kind === 'text')!.media_type = 'text/html')),
  ],
  ['a file of nothing', /nothing in this file/, files => putBytes(files, 'text/plain', Buffer.alloc(0))],
  ['bytes that no record names', /no record names/, files => void files.set(`files/${'a'.repeat(32)}`, html)],
  [
    'a sound that does not hold together',
    /recording|sound/,
    files => putBytes(files, 'audio/ogg', real.sound.bytes.subarray(0, 100)),
  ],
]

const textRow = {
  id: 'planted',
  kind: 'enquiry',
  field: 'context',
  body: 'x',
  version: 1,
  saved_at: person.created_at,
  saved_by: null,
}
function twice(tables: WholeGroup['tables']): Row[] {
  const [one] = tables.evidence!
  const [text] = tables.readable_texts!
  const passage = {
    evidence_id: one!.id!,
    readable_text_id: text!.id!,
    starts_at: 0,
    ends_at: 1,
    words: 'x',
    made_at: person.created_at,
    made_by: 'sam',
    lost_at: null,
    removed_at: null,
  }
  tables.passages!.push({ id: 'p1', ...passage }, { id: 'p2', ...passage })
  return ['p1', 'p2'].map(id => ({ passage_id: id, evidence_id: one!.id!, number: 1 }))
}

test.each(hostile)('a copy that brings %s is refused, and nothing of it comes in', async (_, because, change) => {
  const house = await livedIn()
  const before = await kept(house)
  await expect(readBack(house, brought, await forged(copy, change))).rejects.toThrow(because)
  expect(await kept(house)).toBe(before)
})

test('a copy that would write outside its place is refused', async () => {
  const house = await livedIn()
  const before = await kept(house)
  const path = await forged(copy, files => void files.set('a-file-of-which-nobody-knows', html))
  await renamedInside(path, 'a-file-of-which-nobody-knows', '../../../../tmp/planted.html')
  await expect(readBack(house, brought, path)).rejects.toThrow(/not a whole copy/)
  expect(await kept(house)).toBe(before)
})

test.each(['group.json', 'files/'])(
  'a copy of which %s claims ten gigabytes is refused before it is unpacked',
  async name => {
    const house = await livedIn()
    const before = await kept(house)
    let key = name
    const path = await forged(copy, files => void (key = [...files.keys()].find(one => one.startsWith(name))!))
    await claiming(path, key, 10n * 1024n ** 3n)
    const began = Date.now()
    await expect(readBack(house, brought, path)).rejects.toThrow(/too large|damaged|not a whole copy/)
    expect(Date.now() - began).toBeLessThan(20_000)
    expect(await kept(house)).toBe(before)
  },
)

test('a copy that is honest comes in beside another group, and gives nobody more than a place in their own', async () => {
  const house = await livedIn()
  await readBack(house, brought, copy)
  const sqlite = sqliteOf(house)
  const all = (query: string) => sqlite.prepare(query).pluck().all()
  expect(all('select count(*) from people where administrator_since is not null or password_hash is not null')).toEqual(
    [0],
  )
  expect(all('select distinct role from network_roles')).toEqual(['staff'])
  expect(all(`select join_code from groups where id = 'reading'`)[0]).not.toBe('join-reading-2026')
  expect(
    all(
      `select count(*) from people where email not like '%@elsewhere.invalid' and id not in (select person_id from group_people) and id <> 'olwen'`,
    ),
  ).toEqual([0])
})

test('pictures are drawn anew on the way in', async () => {
  const house = await livedIn()
  const smuggled = Buffer.from('<script>alert(1)</script>')
  const path = await forged(copy, files => {
    const records = JSON.parse(files.get('group.json')!.toString()) as WholeGroup
    const key = String(records.tables.files!.find(one => one.kind === 'image')!.stored_as)
    putBytes(files, 'image/jpeg', Buffer.concat([files.get(`files/${key}`)!, smuggled]))
  })
  await readBack(house, brought, path)
  for await (const { key } of house.store.keys()) {
    const parts: Buffer[] = []
    for await (const part of await house.store.read(key)) parts.push(part as Buffer)
    expect(Buffer.concat(parts).includes(smuggled)).toBe(false)
  }
  const picture = await house.db.selectFrom('files').selectAll().where('kind', '=', 'image').executeTakeFirstOrThrow()
  for (const key of [picture.storedAs, picture.smallAs!, picture.thumbnailAs!])
    expect(await house.store.size(key)).toBeGreaterThan(0)
})

test('no column that travels gives a right, opens a door or keeps a secret', async () => {
  const { rows: tables } = await sql<{ name: string }>`select name from sqlite_master where type = 'table'`.execute(
    world.db,
  )
  const columns = await travelling(world.db.withoutPlugins() as never, brought.tables)
  expect(tables.length).toBeGreaterThan(60)
  const names = [...columns].flatMap(([table, each]) => [...each.keys()].map(column => `${table}.${column}`))
  expect(
    names.filter(name => /password|token|secret|passphrase|administrator|join_code|session|disabled/.test(name)),
  ).toEqual([])
  expect(names.filter(name => /^people\./.test(name))).toEqual([
    'people.id',
    'people.name',
    'people.email',
    'people.created_at',
  ])
})
