import { createHash, randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest'
import { Away, DiskFull } from '../../src/errors.js'
import { newKey, type Store } from '../../src/files/store.js'
import { Bucket } from '../../src/files/stores/bucket.js'
import type { BucketAddress } from '../../src/files/stores/bucket-address.js'
import { placeOf } from '../../src/files/stores/folder.js'
import { objectStore } from '../../src/files/stores/objects.js'
import { tryStore } from '../../src/files/stores/trying-a-store.js'
import { type Line, lineTo } from '../line.js'
import {
  everythingIn,
  keysOfReader,
  keysOfTests,
  letAllRead,
  makeBucket,
  objectStoreServer,
  ownAddress,
  smallBucket,
} from '../on-objects.js'
import { bytesIn } from './bytes-in.js'

// They run where there is an object store (npm run test:objects).
describe.runIf(objectStoreServer)('a store in a bucket', () => {
  const folder = mkdtempSync(join(tmpdir(), 'bucket-'))
  let address: BucketAddress
  let store: Store
  let line: Line | undefined

  const storeAt = (place: BucketAddress, name = 'one') => objectStore(new Bucket(place), join(folder, name))
  const streamOf = (...parts: Buffer[]) => Readable.from(parts, { objectMode: false })
  const overALine = async () => {
    line = await lineTo(address.endpoint!)
    return storeAt({ ...address, endpoint: line.address }, 'line')
  }

  beforeEach(() => {
    address = ownAddress()
    store = storeAt(address)
  })
  afterEach(async () => {
    Object.assign(process.env, keysOfTests)
    await line?.close()
    line = undefined
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test('bytes come back as they went in, whole or in part, also those that went in parts', async () => {
    for (const length of [7, 20 * 1024 ** 2 + 17]) {
      const [key, bytes] = [newKey(), randomBytes(length)]
      await store.write(streamOf(bytes.subarray(0, length / 2), bytes.subarray(length / 2)), key)
      expect((await bytesIn(store, key)).equals(bytes)).toBe(true)
      expect(await store.size(key)).toBe(length)
      const range = { start: Math.floor(length / 2) - 2, end: Math.floor(length / 2) + 1 }
      const part = Buffer.concat((await (await store.read(key, range)).toArray()) as Buffer[])
      expect(part).toEqual(bytes.subarray(range.start, range.end + 1))
    }
  })

  test('a file that waited is taken over, and what is not there is not there', async () => {
    const [place, key] = [await store.waitingPlace(), newKey()]
    writeFileSync(place, 'waited')
    await store.write(place, key)
    expect([String(await bytesIn(store, key)), existsSync(place)]).toEqual(['waited', false])
    const other = newKey()
    expect(await store.size(other)).toBeUndefined()
    await expect(store.read(other)).rejects.toThrow()
    await store.remove(other)
    await expect(store.size('../x')).rejects.toThrow('32 hexadecimal letters')
  })

  test('a stream that breaks leaves nothing, and no parts of it', async () => {
    async function* breaking() {
      yield randomBytes(20 * 1024 ** 2)
      await Promise.resolve()
      throw new Error('the cable came out')
    }
    await expect(store.write(Readable.from(breaking()), newKey())).rejects.toThrow('the cable')
    expect(await everythingIn(address)).toEqual([])
    expect(await store.clearWaiting(new Date(Date.now() + 60_000))).toBe(0)
  })

  test('what is removed is gone in each of its versions, also where somebody deleted it before', async () => {
    const bucket = new Bucket(address)
    const [key, other] = [newKey(), newKey()]
    for (const words of ['as it was', 'as it is']) await bucket.put(placeOf(key), Buffer.from(words))
    await store.write(streamOf(Buffer.from('stays')), other)
    expect(await everythingIn(address)).toHaveLength(3)
    await store.remove(key)
    expect(await everythingIn(address)).toEqual([placeOf(other)])
  })

  test('keys are listed with their age, each once, and other things in the bucket are left alone', async () => {
    const bucket = new Bucket(address)
    const keys = [newKey(), newKey()]
    for (const key of keys) for (const words of ['one', 'two']) await bucket.put(placeOf(key), Buffer.from(words))
    await bucket.put('growing/notes.txt', Buffer.from('not ours'))
    const found: string[] = []
    for await (const { key, keptAt } of store.keys()) {
      found.push(key)
      expect(Math.abs(Date.now() - keptAt.getTime())).toBeLessThan(60_000)
    }
    expect(found.sort()).toEqual(keys.sort())
  })

  test('what is lent is a file under one path while somebody works with it, and gone after', async () => {
    const [key, missing] = [newKey(), newKey()]
    await store.write(streamOf(Buffer.from('a picture')), key)
    const places: string[] = []
    await Promise.all(
      [1, 2].map(() =>
        store.lend([key, missing], pathOf => {
          places.push(pathOf(key))
          expect([String(readFileSync(pathOf(key))), existsSync(pathOf(missing))]).toEqual(['a picture', false])
          return Promise.resolve()
        }),
      ),
    )
    expect(new Set(places).size).toBe(1)
    expect(existsSync(places[0]!)).toBe(false)
    await expect(store.lend([key], () => Promise.reject(new Error('too hard')))).rejects.toThrow('too hard')
    expect(readdirSync(join(folder, 'one', 'lent'))).toEqual([])
  })

  test('a file grows at one instance and goes on at another, also where both took in the same bytes', async () => {
    const [id, bytes] = [newKey(), randomBytes(14 * 1024 ** 2)]
    const there = storeAt(address, 'another')
    expect(await store.halves.grownTo(id)).toBeUndefined()
    await store.halves.begin(id)
    expect([await there.halves.grownTo(id), await there.halves.ids()]).toEqual([0, [id]])
    expect(await store.halves.grow(id, 0, streamOf(bytes.subarray(0, 9_000_000)))).toBe(9_000_000)
    // It was not told that all of this had come.
    expect(await there.halves.grow(id, 5_000_000, streamOf(bytes.subarray(5_000_000)))).toBe(bytes.length)
    expect(await store.halves.grownTo(id)).toBe(bytes.length)
    const whole = await store.halves.whole(id, bytes.length)
    expect(readFileSync(whole.path).equals(bytes)).toBe(true)
    expect(await whole.sha256()).toBe(createHash('sha256').update(bytes).digest('hex'))
    await there.halves.remove(id)
    expect([await store.halves.ids(), await store.halves.grownTo(id), await everythingIn(address)]).toEqual([
      [],
      undefined,
      [],
    ])
  })

  test('what had come when the connection broke off is kept, in its order', async () => {
    const [id, bytes] = [newKey(), randomBytes(6 * 1024 ** 2)]
    await store.halves.begin(id)
    async function* breaking() {
      yield bytes.subarray(0, 5_000_000)
      yield bytes.subarray(5_000_000, 5_500_000)
      await Promise.resolve()
      throw new Error('no signal')
    }
    await expect(store.halves.grow(id, 0, Readable.from(breaking(), { objectMode: false }))).rejects.toThrow(
      'no signal',
    )
    expect(await store.halves.grownTo(id)).toBe(5_500_000)
    async function* closing() {
      yield bytes.subarray(5_500_000, 5_600_000)
      await Promise.resolve()
      gone.destroy()
      yield bytes.subarray(5_600_000)
    }
    const gone = Readable.from(closing(), { objectMode: false })
    await expect(store.halves.grow(id, 5_500_000, gone)).rejects.toThrow()
    expect(await store.halves.grownTo(id)).toBe(5_600_000)
    expect(await store.halves.grow(id, 5_600_000, streamOf(bytes.subarray(5_600_000)))).toBe(bytes.length)
    expect(readFileSync((await store.halves.whole(id, bytes.length)).path).equals(bytes)).toBe(true)
  })

  test('while it is away everything says so, nothing is kept by half, and it is found again once it is back', async () => {
    const [key, id] = [newKey(), newKey()]
    const far = await overALine()
    await far.write(streamOf(Buffer.from('before')), key)
    await far.halves.begin(id)
    line!.cut()
    const asked = [
      () => far.size(key),
      () => far.read(key),
      () => far.remove(key),
      () => far.write(streamOf(randomBytes(20 * 1024 ** 2)), newKey()),
      () => far.halves.grownTo(id),
      () => far.halves.grow(id, 0, streamOf(Buffer.from('bit'))),
      () => far.lend([key], () => Promise.resolve()),
    ]
    for (const ask of asked) await expect(ask()).rejects.toThrow(Away)
    line!.mend()
    expect(String(await bytesIn(far, key))).toBe('before')
    expect(await far.halves.grow(id, 0, streamOf(Buffer.from('bit')))).toBe(3)
    expect((await everythingIn(address)).filter(name => !name.startsWith('growing/'))).toEqual([placeOf(key)])
  })

  test('a film that is being read when the line breaks is read on from there', async () => {
    const [key, bytes] = [newKey(), randomBytes(6 * 1024 ** 2)]
    const far = await overALine()
    await far.write(streamOf(bytes), key)
    line!.cutAfter(2_000_000)
    expect((await bytesIn(far, key)).equals(bytes)).toBe(true)
    line!.cutAfter(1_000_000)
    const range = { start: 1_000_000, end: 4_999_999 }
    const part = Buffer.concat((await (await far.read(key, range)).toArray()) as Buffer[])
    expect(part.equals(bytes.subarray(1_000_000, 5_000_000))).toBe(true)
  })

  test('a quota that is used up is told as a disk that is full', async () => {
    const small = { ...address, bucket: smallBucket }
    const key = newKey()
    await expect(storeAt(small).write(streamOf(randomBytes(200_000)), key)).rejects.toThrow(DiskFull)
    expect(await everythingIn(small)).toEqual([])
  })

  test('at the start, what a store will not do is said in one sentence', async () => {
    const said = (place: BucketAddress) =>
      tryStore(storeAt(place), place).catch((error: unknown) => `It ended: ${(error as Error).message}`)
    expect(await said(address)).toBeUndefined()
    expect(await everythingIn(address)).toEqual([])
    expect(await said({ ...address, bucket: 'nobody-made-it' })).toMatch(
      /^It ended: FILES_URL names the bucket “nobody-made-it” at http:\/\/127.+ and there is none of that name/,
    )
    const gone = await lineTo(address.endpoint!)
    await gone.close()
    expect(await said({ ...address, endpoint: gone.address })).toMatch(
      /^The bucket “tests” at http.+ cannot be reached \(ECONNREFUSED\)\. The workbench opens all the same/,
    )

    process.env.AWS_SECRET_ACCESS_KEY = 'another'
    expect(await said(address)).toMatch(/^It ended: The bucket “tests” at .+ does not open with these keys\./)
    Object.assign(process.env, keysOfReader)
    expect(await said(address)).toMatch(/^It ended: The keys may not read and list the bucket “tests”/)
    const readable = { ...address, bucket: 'readable' }
    Object.assign(process.env, keysOfTests)
    await makeBucket(readable)
    await letAllRead(readable)
    Object.assign(process.env, keysOfReader)
    expect(await said(readable)).toMatch(
      /^It ended: The keys may read the bucket “readable” at .+, but not write to it\./,
    )
  })
})
