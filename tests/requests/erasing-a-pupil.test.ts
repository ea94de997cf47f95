import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { copyDatabase } from '../../src/backups/copying-the-database.js'
import { openFile } from '../../src/database.js'
import { onlyGrowing } from '../../src/database/only-growing.js'
import { inOne } from '../../src/database.js'
import { passedOver, type Place, placesOf } from '../../src/requests/looking/places.js'
import { keyOfRow, rowsAfter, writeWords } from '../../src/requests/looking/rows.js'
import { replayErasures } from '../../src/requests/erasing/journal.js'
import { brought } from '../../src/rooms.js'
import { bringUpToDate } from '../../src/search/keeping.js'
import { beginAnew } from '../../src/search/renewing.js'
import { enterStates } from '../house/states.js'
import { log } from '../evidence/real-files.js'
import { sqliteOf, testOfSqlite } from '../sqlite-of.js'
import { newWorld } from '../world.js'
import { findingsOf, lookedThrough } from './looking.js'

const folder = mkdtempSync(join(tmpdir(), 'erasing-'))
const journal = join(folder, 'withdrawals')
const cache = join(folder, 'cache')
const world = newWorld({ journal, cache })
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const canary = 'Zephyrina Quillfeather'
const told = /zephyrina|quillfeather/i

test('every table is looked through, or it is said why it is not', async () => {
  const tables = (await world.db.withoutPlugins().introspection.getTables())
    .map(one => one.name)
    .filter(name => !name.startsWith('search_words'))
  const places = await placesOf(world.house)
  const known = new Set([...places.map(one => one.table), ...Object.keys(passedOver)])
  // What holds nothing but what it points at, and no person either.
  const columnsOf = async (table: string) =>
    (await world.db.withoutPlugins().introspection.getTables())
      .find(one => one.name === table)!
      .columns.map(one => one.name)
  for (const table of tables.filter(one => !known.has(one)))
    expect([
      table,
      (await columnsOf(table)).filter(one => /title|words|name|body|about|because|note|text/.test(one)),
    ]).toEqual([table, []])
  const lost = places.filter(one => one.within === null).map(one => one.table)
  expect(lost.sort()).toEqual([
    'accounts_used',
    'addresses_that_return',
    'capture_files',
    'captures',
    'file_versions',
    'files',
    'issuer_accounts',
    'kept_forms',
    'letters_not_wanted',
    'letters_to_send',
    'passkeys',
    'people',
    'sent_forms',
    'sessions',
    'skipped_first_steps',
    'submissions',
    'text_versions',
    'texts',
    'tours_taken',
    'weekly_letters',
  ])
})

/** Writes the name into each cell of words that stands in the network, as somebody may have typed it. */
async function nameEverywhere(places: Place[]): Promise<Set<string>> {
  const cells = new Set<string>()
  // What is counted and kept of pieces is worked out, and typed by nobody.
  const typed = places.filter(one => one.within !== null && one.words.length > 0 && one.table !== 'evidence_counts')
  for (const place of typed) {
    const rows = await rowsAfter(world.db, place, 'hafren', null, 3)
    for (const row of rows) {
      const words: Record<string, string> = {}
      for (const column of place.words.filter(one => one !== 'reach' && one !== 'agreed')) {
        const value = row[column]
        if (typeof value !== 'string' || /^[[{]/.test(value) || (value !== '' && !value.includes(' '))) continue
        words[column] = `${value} ${canary} said so.`.trim()
        cells.add(`${place.table}.${column}`)
      }
      const write = () => writeWords(world.db, place, keyOfRow(place.key, row), words)
      if (onlyGrowing.includes(place.table))
        await inOne(world.db, trx =>
          world.house.engine.lifted(trx as never, [place.table], () =>
            writeWords(trx, place, keyOfRow(place.key, row), words),
          ),
        )
      else await write().catch(() => undefined)
    }
  }
  return cells
}

/** Which files hold the name: the database, its log, and whatever stands beneath the folder. */
function filesThatHold(): string[] {
  const all = (at: string): string[] => {
    if (!existsSync(at)) return []
    return statSync(at).isDirectory() ? readdirSync(at).flatMap(name => all(join(at, name))) : [at]
  }
  const { name } = sqliteOf(world.house)
  return [name, `${name}-wal`, ...all(folder)].filter(
    path => existsSync(path) && told.test(readFileSync(path, 'latin1')),
  )
}

/** Which cells of the database hold it. */
function cellsThatHold(): string[] {
  const sqlite = sqliteOf(world.house)
  const tables = sqlite.prepare("select name from sqlite_master where type = 'table'").all() as { name: string }[]
  return tables.flatMap(({ name }) =>
    (sqlite.prepare(`select * from "${name}"`).all() as Record<string, unknown>[]).flatMap(row =>
      Object.entries(row).flatMap(([column, value]) => (told.test(String(value)) ? [`${name}.${column}`] : [])),
    ),
  )
}

testOfSqlite(
  'after two people have erased a pupil, no byte of the name is in database, log, index, cache, journal or a fresh backup',
  { timeout: 300_000 },
  async () => {
    await enterStates(world)
    const piece = await log(world.as('sadia'), { whatWeSaw: 'The quiet one read on', audience: 'group' })
    const cells = await nameEverywhere(await placesOf(world.house))
    expect(cells.size).toBeGreaterThan(60)
    await beginAnew(world.db, brought.searchables)
    await bringUpToDate(world.db, brought.searchables)
    expect(filesThatHold()).not.toEqual([])
    const before = join(folder, 'before.db')
    await copyDatabase(sqliteOf(world.house).name, before)

    const address = await lookedThrough(world, { kind: 'erasure', names: canary })
    const found = await findingsOf(world.db, address)
    const foundCells = new Set(found.flatMap(one => one.columns.split(',').map(column => `${one.place}.${column}`)))
    expect([...cells].filter(cell => !foundCells.has(cell))).toEqual([])

    const joanna = world.as('joanna')
    const own = found.find(one => one.evidenceId === piece)!
    const choices = Object.fromEntries(
      found.filter(one => one.how === 'file').map(one => [`erasing-${one.id}`, 'file']),
    )
    await joanna.post(`${address}/findings`, { ...choices, [`erasing-${own.id}`]: 'piece' }).expect(303)
    expect((await joanna.get(`${address}/erasure`)).text).toContain('What no erasing reaches')
    expect((await joanna.post(`${address}/erasure`, {})).status).toBe(422)
    expect((await joanna.post(`${address}/erasure`, { understood: 'yes' })).status).toBe(409)
    await joanna.post(`${address}/identity`, { identity: 'Known to the office' }).expect(303)
    await joanna.post(`${address}/erasure`, { understood: 'yes' }).expect(303)
    // Whoever asked does not confirm; nobody else's head either.
    expect((await joanna.post(`${address}/erasure/confirmation`, { understood: 'yes' })).status).toBe(403)
    expect((await world.as('imran').post(`${address}/erasure/confirmation`, { understood: 'yes' })).status).toBe(404)
    expect((await world.as('nia').get(`${address}/erasure`)).text).toContain('Erase this pupil for good')
    await world.as('nia').post(`${address}/erasure/confirmation`, { understood: 'yes' }).expect(303)
    await world.following.settled()

    const page = await joanna.get(address)
    expect(page.text).toContain('What no erasing reaches')
    expect(page.text).not.toMatch(told)
    expect((await world.as('sam').get(`/evidence/${piece}`)).text).not.toContain('The quiet one')
    await rmOld(before, async old => {
      expect([...new Set(cellsThatHold())]).toEqual([])
      expect(filesThatHold()).toEqual([])
      const fresh = join(folder, 'fresh.db')
      await copyDatabase(sqliteOf(world.house).name, fresh)
      expect(told.test(readFileSync(fresh, 'latin1'))).toBe(false)

      // The copy from before is put back: what the journal says is done again.
      expect(told.test(old)).toBe(true)
    })
    const { title } = sqliteOf(world.house).prepare("select title from evidence where id = 'with-group'").get() as {
      title: string
    }
    expect(title).toContain('a pupil said so.')
    const facts = world.db.updateTable('facts').set({ because: 'otherwise' }).execute()
    await expect(facts).rejects.toThrow(/only grows/)
  },
)

/** The copy from before stands apart while the bytes are read. */
async function rmOld(path: string, work: (old: string) => Promise<void>): Promise<void> {
  const old = readFileSync(path, 'latin1')
  rmSync(path)
  await work(old)
  writeFileSync(path, old, 'latin1')
  const restored = openFile(path)
  try {
    const again = await replayErasures({ ...world.house, ...restored }, journal, brought.searchables)
    expect(again).toBe(1)
    const left = restored.engine.sqlite
      .prepare('select count(*) as n from evidence where title like ?')
      .get('%Zephyrina%')
    expect(left).toEqual({ n: 0 })
    expect(await replayErasures({ ...world.house, ...restored }, journal, brought.searchables)).toBe(0)
  } finally {
    await restored.db.destroy()
  }
}

test('on either engine the name gives way, also in the record of what was done, which only grows again afterwards', async () => {
  const name = 'Thaddeus Merriweather'
  const sadia = world.as('sadia')
  const piece = await log(sadia, { whatWeSaw: `${name} read on. Thaddeus laughed.`, audience: 'group' })
  const gone = await log(sadia, { whatWeSaw: 'Somebody else', audience: 'group' })
  await sadia.post(`/evidence/${gone}/withdrawal`, { reason: 'The father of Thaddeus asked' }).expect(303)
  const address = await lookedThrough(world, { kind: 'erasure', names: name })
  expect((await findingsOf(world.db, address)).map(one => one.place)).toEqual(
    expect.arrayContaining(['evidence', 'facts']),
  )
  await world.as('joanna').post(`${address}/identity`, { identity: 'Known to the office' }).expect(303)
  await world.as('joanna').post(`${address}/erasure`, { understood: 'yes' }).expect(303)
  await world.as('nia').post(`${address}/erasure/confirmation`, { understood: 'yes' }).expect(303)
  await world.following.settled()
  const page = await sadia.get(`/evidence/${piece}`)
  expect(page.text).toContain('A pupil read on. A pupil laughed.')
  expect(page.text).not.toMatch(/Thaddeus|Merriweather/)
  const facts = await world.db.selectFrom('facts').select(['because', 'details']).execute()
  expect(JSON.stringify(facts)).not.toMatch(/Thaddeus|Merriweather/)
  expect(facts.map(one => one.because)).toContain('The father of a pupil asked')
  await expect(world.db.updateTable('facts').set({ because: 'otherwise' }).execute()).rejects.toThrow(/grow/)
  const request = await world.db
    .selectFrom('dataRequests')
    .select(['erasedAt', 'closedAt'])
    .where('id', '=', address.split('/').at(-1)!)
    .executeTakeFirstOrThrow()
  expect([request.erasedAt, request.closedAt]).not.toContain(null)
})
