import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { backUp } from '../../src/backups/backing-up.js'
import { checkBackup, checkedInWords } from '../../src/backups/checking.js'
import { moveRows } from '../../src/backups/moving-rows.js'
import { restore } from '../../src/backups/restoring.js'
import { openDatabase, type OpenDatabase, openFile } from '../../src/database.js'
import { newKey } from '../../src/files/store.js'
import { folderStore } from '../../src/files/stores/folder.js'
import { migrate } from '../../src/migrate.js'
import { newToken } from '../../src/web/new-id.js'
import { addressOf, castOnServer, dropDatabase, makeDatabase, postgresServer } from '../on-postgres.js'

// They run where there is a server (npm run test:postgres).
describe.runIf(postgresServer)('a database goes from one engine to the other', () => {
  const home = mkdtempSync(join(tmpdir(), 'workbench-between-'))
  const run = newToken().slice(0, 8).toLowerCase().replace(/\W/g, '_')
  const names: string[] = []
  const opened: OpenDatabase[] = []
  const uploads = join(home, 'uploads')
  const quiet = () => undefined
  let cast: OpenDatabase

  const anew = (name: string, like?: string): string => {
    names.push(`${name}_${run}`)
    makeDatabase(names.at(-1)!, like)
    return addressOf(names.at(-1)!)
  }
  const open = async (address: string): Promise<OpenDatabase> => {
    const one = openDatabase(address)
    opened.push(one)
    await migrate(one)
    return one
  }
  const people = async ({ db }: OpenDatabase) =>
    (await db.selectFrom('people').select('name').orderBy('name').execute()).map(row => row.name)

  beforeAll(async () => {
    cast = await open(anew('from', castOnServer))
    await cast.db.insertInto('settings').values({ key: 'said', value: 'Ŵyn, ‘it’s’, \u{1f41d}' }).execute()
  })
  afterAll(async () => {
    for (const one of opened) {
      await one.engine.rest()
      await one.db.destroy()
    }
    names.forEach(dropDatabase)
    rmSync(home, { recursive: true, force: true })
  })

  test('every row arrives as it left, there and back', async () => {
    const inFile = await open(join(home, 'there.db'))
    const there = await moveRows(cast, inFile, quiet)
    const back = await moveRows(inFile, await open(anew('back')), quiet)
    expect(back).toEqual(there)
    expect(there.rows).toBeGreaterThan(100)
    expect(await people(opened.at(-1)!)).toEqual(await people(cast))
    expect(await opened.at(-1)!.db.selectFrom('settings').selectAll().where('key', '=', 'said').execute()).toEqual([
      { key: 'said', value: 'Ŵyn, ‘it’s’, \u{1f41d}' },
    ])
  })

  test('where something is already nothing is moved, nor from another version', async () => {
    const full = await open(anew('full', castOnServer))
    const before = await people(full)
    await expect(moveRows(cast, full, quiet)).rejects.toThrow('There is something in the other database already')
    expect(await people(full)).toEqual(before)
    const older = openFile(join(home, 'older.db'))
    opened.push(older)
    await migrate(older)
    older.engine.sqlite.exec('delete from migrations where name = (select max(name) from migrations)')
    await expect(moveRows(cast, older, quiet)).rejects.toThrow('different versions')
  })

  test('of a database without an installation nothing is said to have been moved', async () => {
    const nothing = openDatabase(anew('nothing'))
    opened.push(nothing)
    await expect(moveRows(nothing, cast, quiet)).rejects.toThrow('There is no installation of the workbench there')
  })

  test('a row that points at nothing is noticed, and nothing of the move stays', async () => {
    const broken = openFile(join(home, 'broken.db'))
    opened.push(broken)
    await migrate(broken)
    broken.engine.sqlite.pragma('foreign_keys = OFF')
    broken.engine.sqlite.exec(
      `insert into sessions (token_hash, person_id, started_at, last_seen_at) values ('x', 'nobody', 'now', 'now')`,
    )
    const empty = await open(anew('empty'))
    await expect(moveRows(broken, empty, quiet)).rejects.toThrow(/foreign key/)
    expect(await empty.db.selectFrom('sessions').selectAll().execute()).toEqual([])
  })

  test('a server is backed up into a folder like any other, looked through, and put back into an empty one', async () => {
    const store = folderStore(uploads)
    const key = newKey()
    await store.write(Readable.from([Buffer.from('the bytes of a picture')]), key)
    const from = addressOf(names[0]!)
    const folder = join(home, 'monday')
    const { files } = await backUp(
      { database: from, beside: join(home, 'data/workbench'), uploads, bucket: null },
      folder,
      quiet,
    )
    const checked = await checkBackup(folder, store)
    expect(checkedInWords(checked)).toContain(`each of ${files} files`)
    const to = anew('restored')
    const place = { database: to, beside: join(home, 'data2/workbench'), uploads: join(home, 'uploads2'), bucket: null }
    await restore(place, folder)
    expect(await people(await open(to))).toEqual(await people(cast))
    await expect(restore(place, folder)).rejects.toThrow('holds an installation already')
    expect(existsSync(`${place.uploads}.arriving`)).toBe(false)
    expect(readdirSync(folder).sort()).toEqual(['manifest.json', 'uploads', 'workbench.db'])
  })
})
