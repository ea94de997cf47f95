import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { checkBackup } from '../../src/backups/checking.js'
import { inWords } from '../../src/command.js'
import { folderStore } from '../../src/files/stores/folder.js'
import { isThere, makeFolder } from '../../src/places-on-disk.js'
import { root } from '../../src/root.js'

const home = mkdtempSync(join(tmpdir(), 'workbench-commands-'))
const inHome = (name: string) => join(home, name)
const patience = 120_000

async function run(command: string, given: string[], env: Record<string, string> = {}) {
  const own = {
    PATH: process.env.PATH,
    DATABASE_URL: `sqlite:${inHome('none')}/w.db`,
    UPLOADS_DIR: inHome('none'),
    ...env,
  }
  const running = spawn('npx', ['tsx', `src/${command}.ts`, ...given], {
    cwd: root,
    env: { ...own, LOG_LEVEL: 'silent' },
  })
  let said = ''
  running.stdout.on('data', words => (said += String(words)))
  running.stderr.on('data', words => (said += String(words)))
  const [code] = (await once(running, 'exit')) as [number]
  return { code, said: said.trim() }
}

const refused = (said: string) => ({ code: 1, said })

test('moving says what is wrong with a place, and who does not answer', { timeout: patience }, async () => {
  expect(await run('moving', ['a', 'b'])).toEqual(
    refused(
      '“a” says no place. A database is sqlite:FILE or the address of one at a server, postgres://…; files are in folder:FOLDER or in a bucket, s3://….',
    ),
  )
  writeFileSync(inHome('a-file'), '')
  mkdirSync(inHome('files'))
  expect(await run('moving', [`folder:${inHome('files')}`, `folder:${inHome('a-file')}`])).toEqual(
    refused(`There is a file at ${inHome('a-file')}, where a folder is needed.`),
  )
  const { code, said } = await run('moving', [`sqlite:${inHome('a-file')}`, 'postgres://nobody@127.0.0.1:1/w'])
  expect([code, said]).toEqual([1, expect.stringContaining('The PostgreSQL server at 127.0.0.1 cannot be reached')])
})

test(
  'a backup that is to be looked through, and a copy that is to come in, are asked for by their names',
  { timeout: patience },
  async () => {
    expect(await run('backing-up', ['--check'])).toEqual(
      refused('Name the backup to look through, such as: npm run backup -- --check /backups/monday'),
    )
    expect(await run('bringing-in', [inHome('nowhere.zip')])).toEqual(
      refused(`There is no file at ${inHome('nowhere.zip')}, so nothing came in.`),
    )
    expect(existsSync(inHome('none'))).toBe(false)
  },
)

test('a place that takes no folders is refused at once', { timeout: patience }, async () => {
  expect(() => makeFolder('/proc/nowhere/at/all')).toThrow('/proc/nowhere')
  const { code, said } = await run('server', [], { DATABASE_URL: 'sqlite:/proc/nowhere/w.db', PORT: '0' })
  expect([code, said]).toEqual([1, 'DATABASE_URL needs the folder /proc/nowhere, but it cannot be made or written to.'])
})

test('a port that is taken is found before anything is made', { timeout: patience }, async () => {
  const taken = createServer().listen(0, '127.0.0.1')
  await once(taken, 'listening')
  const { port } = taken.address() as AddressInfo
  const { code, said } = await run('server', [], { PORT: String(port), DATABASE_URL: `sqlite:${inHome('twice')}/w.db` })
  taken.close()
  expect([code, said]).toEqual([
    1,
    `PORT ${port} is in use by another program. Stop that one, or set PORT to another number.`,
  ])
  expect(existsSync(inHome('twice'))).toBe(false)
})

test('what may not be looked at is not called missing', async () => {
  symlinkSync(inHome('loop'), inHome('loop'))
  const backup = join(inHome('loop'), 'monday')
  const said = await checkBackup(backup, folderStore(home)).catch(inWords)
  expect(said).toBe(`${backup} cannot be looked at (ELOOP).`)
  mkdirSync(inHome('closed'))
  chmodSync(inHome('closed'), 0)
  const path = join(inHome('closed'), 'w.db')
  expect(asSomebodyElse(() => isThere(path))).toBe(
    `This account may not use ${path} (EACCES). Run the command as the account that runs the workbench, or give it that place.`,
  )
  expect(isThere(inHome('nothing'))).toBe(false)
})

/** Whoever looks after the machine may look anywhere, and steps aside for a moment. */
function asSomebodyElse(look: () => unknown): unknown {
  const isRoot = process.geteuid?.() === 0
  if (isRoot) process.seteuid!(65534)
  try {
    return look()
  } catch (error) {
    return inWords(error)
  } finally {
    if (isRoot) process.seteuid!(0)
  }
}
