import { createHash, type Hash } from 'node:crypto'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import PQueue from 'p-queue'
import type { Store } from '../files/store.js'

const atOnce = 4

/**
 * Copies the bytes of one store into another, whichever kinds they are: a folder, a bucket. What stands there already, whole, is not
 * copied again, so that a move that was broken off goes on; each file is read again where it arrived, and compared by its SHA-256.
 * Nothing is taken out of the first.
 * @param tell what to say meanwhile
 * @returns how many were copied, and how many stood there
 * @throws a sentence where one arrived otherwise than it left
 */
export async function moveFiles(
  from: Pick<Store, 'keys' | 'read' | 'size'>,
  to: Pick<Store, 'read' | 'size' | 'write' | 'remove'>,
  tell: (words: string) => void,
): Promise<{ copied: number; there: number }> {
  const line = new PQueue({ concurrency: atOnce })
  const done = { copied: 0, there: 0 }
  const failed: unknown[] = []
  for await (const { key } of from.keys()) {
    await line.onSizeLessThan(atOnce)
    if (failed.length > 0) break
    void line
      .add(async () => {
        done[await moveOne(from, to, key)]++
        const all = done.copied + done.there
        if (all % 1000 === 0) tell(`${all} files`)
      })
      .catch((error: unknown) => failed.push(error))
  }
  await line.onIdle()
  if (failed.length > 0) throw failed[0]
  return done
}

async function moveOne(
  from: Pick<Store, 'read' | 'size'>,
  to: Pick<Store, 'read' | 'size' | 'write' | 'remove'>,
  key: string,
): Promise<'copied' | 'there'> {
  const there = await to.size(key)
  if (there !== undefined) {
    if (there === (await from.size(key)) && (await sumOf(await from.read(key))) === (await sumOf(await to.read(key))))
      return 'there'
    // What was broken off, or is another file by that name.
    await to.remove(key)
  }
  const hash = createHash('sha256')
  await to.write(Readable.from(throughHash(await from.read(key), hash)), key)
  if ((await sumOf(await to.read(key))) === hash.digest('hex')) return 'copied'
  await to.remove(key)
  throw new Error(`The file ${key} did not arrive as it left. What had arrived of it was removed; move again.`)
}

async function* throughHash(bytes: Readable, hash: Hash): AsyncIterable<Buffer> {
  for await (const chunk of bytes as AsyncIterable<Buffer>) {
    hash.update(chunk)
    yield chunk
  }
}

async function sumOf(bytes: Readable): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(bytes, hash)
  return hash.digest('hex')
}
