import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, describe, expect, test } from 'vitest'
import { moveFiles } from '../../src/backups/moving-files.js'
import { newKey, type Store } from '../../src/files/store.js'
import { Bucket } from '../../src/files/stores/bucket.js'
import { folderStore, placeOf } from '../../src/files/stores/folder.js'
import { objectStore } from '../../src/files/stores/objects.js'
import { root } from '../../src/root.js'
import { objectStoreServer, ownAddress } from '../on-objects.js'
import { bytesIn } from './bytes-in.js'

const home = mkdtempSync(join(tmpdir(), 'workbench-moving-files-'))
const quiet = () => undefined
let stores = 0
const aFolder = () => join(home, `store-${++stores}`)

afterAll(() => rmSync(home, { recursive: true, force: true }))

async function filled(store: Store, count: number): Promise<Map<string, string>> {
  const words = new Map(Array.from({ length: count }, (_, at) => [newKey(), `What pupil ${at} read. `.repeat(at + 1)]))
  for (const [key, text] of words) await store.write(Readable.from([Buffer.from(text)]), key)
  return words
}

test('all files of a folder arrive in another, and a second move finds them there', async () => {
  const [from, to] = [folderStore(aFolder()), folderStore(aFolder())]
  const words = await filled(from, 25)
  expect(await moveFiles(from, to, quiet)).toEqual({ copied: 25, there: 0 })
  for (const [key, text] of words) expect(String(await bytesIn(to, key))).toBe(text)
  expect(await moveFiles(from, to, quiet)).toEqual({ copied: 0, there: 25 })
})

test('a move that was broken off goes on; what arrived cut short or altered arrives again', async () => {
  const folder = aFolder()
  const [from, to] = [folderStore(aFolder()), folderStore(folder)]
  const words = await filled(from, 6)
  await moveFiles(from, to, quiet)
  const [cut, altered, missing] = [...words.keys()] as [string, string, string]
  writeFileSync(join(folder, placeOf(cut)), words.get(cut)!.slice(0, 5))
  writeFileSync(join(folder, placeOf(altered)), words.get(altered)!.replace('What', 'WHAT'))
  rmSync(join(folder, placeOf(missing)))
  expect(await moveFiles(from, to, quiet)).toEqual({ copied: 3, there: 3 })
  for (const [key, text] of words) expect(readFileSync(join(folder, placeOf(key)), 'utf8')).toBe(text)
})

test('a store that keeps something else than it was given is found out, and keeps none of it', async () => {
  const [from, broken] = [folderStore(aFolder()), folderStore(aFolder())]
  const [[key]] = [...(await filled(from, 1))] as [[string, string]]
  const loses: Store = {
    ...broken,
    async write(source, name) {
      const all = await Readable.from(source as Readable).toArray()
      await broken.write(Readable.from([Buffer.concat(all as Buffer[]).subarray(1)]), name)
    },
  }
  await expect(moveFiles(from, loses, quiet)).rejects.toThrow(`The file ${key} did not arrive as it left.`)
  expect(await broken.size(key)).toBeUndefined()
})

test('the command says what it did, and what is wrong with what was typed', async () => {
  const [from, to] = [aFolder(), aFolder()]
  await filled(folderStore(from), 3)
  const move = (...given: string[]) => {
    const { status, stdout, stderr } = spawnSync('npx', ['tsx', 'src/moving.ts', ...given], {
      cwd: root,
      encoding: 'utf8',
    })
    return { status, said: stdout + stderr }
  }
  expect(move(`folder:${from}`, `folder:${to}`)).toMatchObject({
    status: 0,
    said: expect.stringContaining('3 files were copied and compared. Set UPLOADS_DIR') as string,
  })
  expect(move(`folder:${from}`, 's3://Bad_Bucket?region=x').said).toContain('must name a bucket')
}, 60_000)

describe.runIf(objectStoreServer)('between a folder and a bucket', () => {
  test('files go there and back, and are what they were', async () => {
    const [folder, bucket, back] = [
      folderStore(aFolder()),
      objectStore(new Bucket(ownAddress()), aFolder()),
      folderStore(aFolder()),
    ]
    const words = await filled(folder, 12)
    expect(await moveFiles(folder, bucket, quiet)).toEqual({ copied: 12, there: 0 })
    expect(await moveFiles(folder, bucket, quiet)).toEqual({ copied: 0, there: 12 })
    expect(await moveFiles(bucket, back, quiet)).toEqual({ copied: 12, there: 0 })
    for (const [key, text] of words) expect(String(await bytesIn(back, key))).toBe(text)
  })
})
