import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { lockOn } from '../../src/database/lock.js'
import { inOne, openFile } from '../../src/database.js'
import { migrate } from '../../src/migrate.js'
import { root } from '../../src/root.js'
import { newWorld } from '../world.js'
import { sqliteOf } from '../sqlite-of.js'

const fresh = () => join(mkdtempSync(join(tmpdir(), 'workbench-db-')), 'data', 'workbench.db')

test('every opening keeps the promises of durability and erasure', async () => {
  const path = fresh()
  for (let opening = 0; opening < 2; opening++) {
    const {
      db,
      engine: { sqlite },
    } = openFile(path)
    const read = (name: string) => sqlite.pragma(name, { simple: true })
    expect([read('journal_mode'), read('synchronous'), read('foreign_keys'), read('secure_delete')]).toEqual([
      'wal',
      2,
      1,
      1,
    ])
    await db.destroy()
  }
})

test('an empty database is brought up to date once, and a second start finds nothing to do', async () => {
  const house = openFile(fresh())
  expect((await migrate(house)).length).toBeGreaterThan(5)
  expect(await migrate(house)).toEqual([])
  await house.db.destroy()
})

test('a database from a newer program is refused with a sentence', async () => {
  const house = openFile(fresh())
  await migrate(house)
  sqliteOf(house).prepare('insert into migrations values (?, ?)').run('2099-01-01-0000-from-the-future', 'now')
  await expect(migrate(house)).rejects.toThrow('made by a newer version')
  await house.db.destroy()
})

test('the history and the audit trail only grow', async () => {
  const { db, house } = newWorld()
  await db
    .insertInto('audit')
    .values({ id: 'a', at: 'now', personId: 'nia', did: 'looked', aboutKind: null, aboutId: null, networkId: null })
    .execute()
  expect(() => sqliteOf(house).exec("update audit set did = 'nothing'")).toThrow('only grows')
  expect(() => sqliteOf(house).exec('delete from audit')).toThrow('only grows')
})

test('what is deleted cannot be read in the file any more', async () => {
  const path = fresh()
  const {
    db,
    engine: { sqlite },
  } = openFile(path)
  sqlite.exec("create table notes (words text); insert into notes values ('Gwenllian Unreadable')")
  sqlite.exec('delete from notes')
  sqlite.pragma('wal_checkpoint(TRUNCATE)')
  await db.destroy()
  expect(readFileSync(path).includes('Gwenllian Unreadable')).toBe(false)
})

test('the libraries that guard the door are at least as new as their known faults demand', () => {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { version?: string; resolved?: string }>
  }
  const floors: Record<string, string> = {
    multer: '2.3.0',
    'body-parser': '2.3.0',
    qs: '6.14.1',
    'path-to-regexp': '8.4.0',
    ejs: '6.0.0',
  }
  for (const [name, floor] of Object.entries(floors)) {
    const version = lock.packages[`node_modules/${name}`]?.version ?? '0'
    expect({ name, fresh: version.localeCompare(floor, 'en', { numeric: true }) >= 0 }).toEqual({ name, fresh: true })
  }
  // Where a package is fetched from is for the machine that installs it to say.
  expect(Object.values(lock.packages).filter(one => one.resolved)).toEqual([])
})

test('a deed that asks past its own transaction is refused with a sentence, and taken back', async () => {
  const { db } = openFile(fresh())
  const other = openFile(fresh()).db
  await sql`create table notes (words text)`.execute(db)
  const notes = async () =>
    (await sql<{ words: string }>`select words from notes`.execute(db)).rows.map(one => one.words)
  const deed = inOne(db, async trx => {
    await sql`insert into notes values ('half')`.execute(trx)
    await notes()
  })
  await expect(deed).rejects.toThrow('use the transaction (trx), not db')
  expect(await notes()).toEqual([])

  const nested = inOne(db, () => inOne(db, trx => sql`insert into notes values ('nested')`.execute(trx)))
  await expect(nested).rejects.toThrow('use the transaction')
  await inOne(db, async trx => {
    await sql`insert into notes values ('whole')`.execute(trx)
    await sql`select 1`.execute(other)
  })
  expect(await notes()).toEqual(['whole'])
  const later = await inOne(db, () => Promise.resolve({ ask: async () => notes() }))
  expect(await later.ask()).toEqual(['whole'])
  await Promise.all([db.destroy(), other.destroy()])
})

test('wherever the database is, nobody but this account reads it, what stands beside it, or a copy of it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'workbench-shared-'))
  chmodSync(folder, 0o755)
  const path = join(folder, 'w.db')
  const house = openFile(path)
  await migrate(house)
  const release = lockOn(path)
  const modes = () =>
    readdirSync(folder).flatMap(name =>
      name === 'backups' ? [] : [`${name} ${(statSync(join(folder, name)).mode & 0o777).toString(8)}`],
    )
  expect(modes()).toContain('w.db 600')
  expect(modes().filter(one => !one.endsWith(' 600'))).toEqual([])
  const backups = join(folder, 'backups')
  for (const name of existsSync(backups) ? readdirSync(backups) : [])
    expect([name, (statSync(join(backups, name)).mode & 0o777).toString(8)]).toEqual([name, '600'])
  release()
  await house.db.destroy()

  chmodSync(path, 0o644)
  await openFile(path).db.destroy()
  expect(statSync(path).mode & 0o777).toBe(0o600)
})

test('a folder, and a file that is no database, are refused in a sentence and left as they are', () => {
  const folder = mkdtempSync(join(tmpdir(), 'workbench-db-'))
  expect(() => openFile(folder)).toThrow('is a folder')
  const picture = join(folder, 'picture.jpg')
  writeFileSync(picture, 'no database '.repeat(1000))
  expect(() => openFile(picture)).toThrow('is no SQLite database')
  expect(readFileSync(picture, 'utf8')).toBe('no database '.repeat(1000))
})

test('questions that follow one another for long let others have their turn', async () => {
  const { db } = newWorld()
  let [turns, isOver] = [0, false]
  const others = () => {
    turns++
    if (!isOver) setImmediate(others)
  }
  setImmediate(others)
  for (let asked = 0; asked < 3000; asked++) await db.selectFrom('schools').selectAll().execute()
  isOver = true
  expect(turns).toBeGreaterThan(5)
})

test('a copy that was made before an upgrade goes when something is erased for good, and when it is old', async () => {
  const path = fresh()
  const { db, engine } = openFile(path)
  const copies = () => readdirSync(join(path, '..', 'backups'))
  await sql`create table said (words text)`.execute(db)
  await sql`insert into said values ('Zephyrina was here')`.execute(db)
  await engine.copyBefore('2026-a-step')
  expect(readFileSync(join(path, '..', 'backups', copies()[0]!), 'utf8')).toContain('Zephyrina')
  await engine.forgetCopies(new Date(Date.now() - 86_400_000))
  writeFileSync(join(path, '..', 'backups', 'of somebody else'), '')
  expect(copies()).toHaveLength(2)
  await sql`delete from said`.execute(db)
  await engine.writeAnew()
  expect(copies()).toEqual(['of somebody else'])

  await engine.copyBefore('2026-another-step')
  await engine.forgetCopies(new Date(Date.now() + 86_400_000))
  expect(copies()).toEqual(['of somebody else'])
  await db.destroy()
})
