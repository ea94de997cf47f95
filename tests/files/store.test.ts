import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { newKey } from '../../src/files/store.js'
import { type FolderStore, folderStore } from '../../src/files/stores/folder.js'

let folder: string
let store: FolderStore
beforeEach(async () => {
  folder = path.join(await mkdtemp(path.join(tmpdir(), 'store-')), 'uploads')
  store = folderStore(folder)
})
afterEach(() => rm(path.dirname(folder), { recursive: true, force: true }))

test('bytes come back as they went in, whole or in part', async () => {
  const key = newKey()
  await store.write(Readable.from([Buffer.from('one '), Buffer.from('two')]), key)
  expect(String(await buffer(await store.read(key)))).toBe('one two')
  expect(String(await buffer(await store.read(key, { start: 4, end: 5 })))).toBe('tw')
  expect(await store.size(key)).toBe(7)
})

test('a file that waited is taken over, not copied', async () => {
  const place = await store.waitingPlace()
  await writeFile(place, 'waited', { mode: 0o600 })
  const key = newKey()
  await store.write(place, key)
  expect(String(await buffer(await store.read(key)))).toBe('waited')
  expect(await readdir(path.join(folder, 'waiting'))).toEqual([])
})

test('folders are for this program alone', async () => {
  const key = newKey()
  await store.write(Readable.from(['x']), key)
  const place = store.pathOf(key)
  for (const each of [folder, path.dirname(place), path.dirname(path.dirname(place)), path.join(folder, 'waiting')]) {
    expect((await stat(each)).mode & 0o777).toBe(0o700)
  }
  expect((await stat(place)).mode & 0o777).toBe(0o600)
})

test('what is not there has no size, cannot be read, and may be removed', async () => {
  const key = newKey()
  expect(await store.size(key)).toBeUndefined()
  await expect(store.read(key)).rejects.toThrow()
  await store.remove(key)
})

test('a stream that breaks leaves nothing', async () => {
  const key = newKey()
  const breaking = Readable.from(
    (async function* () {
      yield Buffer.from('half')
      await Promise.resolve()
      throw new Error('the cable came out')
    })(),
  )
  await expect(store.write(breaking, key)).rejects.toThrow('the cable')
  expect(await store.size(key)).toBeUndefined()
  expect(await readdir(path.join(folder, 'waiting'))).toEqual([])
})

test.each(['', '../../etc/passwd', 'ABCDEF', newKey().toUpperCase() + '/', `${newKey()}/x`])(
  '%j is not a key',
  async key => {
    expect(() => store.pathOf(key)).toThrow()
    await expect(store.read(key)).rejects.toThrow()
    await expect(store.remove(key)).rejects.toThrow()
  },
)

test('keys are listed with their age, and other things in the folder are left alone', async () => {
  const keys = [newKey(), newKey()]
  for (const key of keys) await store.write(Readable.from(['x']), key)
  await writeFile(path.join(folder, '.gitkeep'), '')
  const found: string[] = []
  for await (const { key, keptAt } of store.keys()) {
    found.push(key)
    expect(Date.now() - keptAt.getTime()).toBeLessThan(60_000)
  }
  expect(found.sort()).toEqual(keys.sort())
})

test('an empty store has nothing to list, nothing to clear, and room', async () => {
  for await (const { key } of store.keys()) expect(key).toBe('none')
  expect(await store.clearWaiting(new Date())).toBe(0)
  expect(await store.freeBytes()).toBeGreaterThan(0)
})
