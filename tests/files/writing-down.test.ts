import { mkdtemp, open, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { WritingDown } from '../../src/files/receiving/writing-down.js'

const folder = await mkdtemp(join(tmpdir(), 'writing-down-'))
const bytes = Buffer.from(Array.from({ length: 3_500_003 }, (_, at) => (at * 7 + (at >> 9)) % 256))

test.each([1_000, 65_536, 1_048_576, 3_500_003])('pieces of %i bytes are in the file as they came', async size => {
  const path = join(folder, String(size))
  const file = await open(path, 'w')
  const writing = new WritingDown(file)
  for (let at = 0; at < bytes.length; at += size) await writing.take(bytes.subarray(at, at + size))
  expect(await writing.end()).toBe(bytes.length)
  await file.close()
  expect((await readFile(path)).equals(bytes)).toBe(true)
})

test('what goes on goes on behind what is there', async () => {
  const path = join(folder, 'half')
  const file = await open(path, 'w')
  await file.write(bytes.subarray(0, 700))
  const writing = new WritingDown(file, 700)
  await writing.take(bytes.subarray(700, 2_000_000))
  expect(await writing.end()).toBe(2_000_000)
  await file.close()
  expect((await readFile(path)).equals(bytes.subarray(0, 2_000_000))).toBe(true)
})

test('what cannot be written is said at the next piece or at the end, and nothing is left hanging', async () => {
  const path = join(folder, 'half')
  const file = await open(path, 'r')
  const early = new WritingDown(file)
  await early.take(bytes.subarray(0, 2_000_000))
  await expect(early.take(bytes.subarray(0, 2_000_000))).rejects.toThrow(/EBADF/)
  const late = new WritingDown(file)
  await late.take(bytes.subarray(0, 10))
  await expect(late.end()).rejects.toThrow(/EBADF/)
  await file.close()
})
