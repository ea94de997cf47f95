import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { NotFound } from '../../errors.js'
import { type Halves, isKey, type Store } from '../store.js'
import type { Bucket } from './bucket.js'

/** So much is held in memory of each that grows, and may have to be sent again when an instance is killed. */
const RUN = 4 * 1024 ** 2
const GROWING = 'growing/'

/** A run of bytes: `growing/<id>/<where its first byte goes>-<how many>`. */
interface Run {
  name: string
  start: number
  end: number
}

/**
 * Each a row of runs in the bucket, so that a file goes on at whichever instance is asked next. Two that take in the same bytes at
 * once are in nobody's way: runs may overlap.
 */
export function growingInBucket(bucket: Bucket, waitingPlace: Store['waitingPlace']): Halves {
  const folderOf = (id: string): string => {
    if (!isKey(id)) throw new Error('A growing file is named by 32 hexadecimal letters')
    return `${GROWING}${id}/`
  }
  const runsOf = async (id: string): Promise<Run[] | undefined> => {
    const names: string[] = []
    for await (const { name } of bucket.list(folderOf(id))) names.push(name)
    return names.length === 0 ? undefined : inOneLine(names.map(runNamed).filter(run => run !== undefined))
  }
  const keep = (id: string, at: number, chunks: Buffer[]) => {
    const bytes = Buffer.concat(chunks)
    return bucket.put(`${folderOf(id)}${String(at).padStart(15, '0')}-${bytes.length}`, bytes)
  }

  return {
    begin: id => bucket.put(`${folderOf(id)}begun`, Buffer.alloc(0)),

    async grownTo(id) {
      const runs = await runsOf(id)
      return runs && (runs.at(-1)?.end ?? 0)
    },

    async grow(id, from, stream) {
      let [at, gathered, chunks]: [number, number, Buffer[]] = [from, 0, []]
      let isKeeping = false
      const keepRun = async () => {
        if (gathered === 0) return
        isKeeping = true
        await keep(id, at, chunks)
        isKeeping = false
        ;[at, gathered, chunks] = [at + gathered, 0, []]
      }
      try {
        for await (const chunk of stream as AsyncIterable<Buffer>) {
          chunks.push(chunk)
          gathered += chunk.length
          if (gathered >= RUN) await keepRun()
        }
      } catch (error) {
        // What had come when the connection broke off is kept all the same.
        if (!isKeeping) await keepRun()
        throw error
      }
      await keepRun()
      return at
    },

    async whole(id) {
      const runs = await runsOf(id)
      if (!runs) throw new NotFound('upload')
      const hash = createHash('sha256')
      const place = await waitingPlace()
      try {
        await pipeline(
          Readable.from(bytesOf(bucket, runs, hash), { objectMode: false }),
          createWriteStream(place, { mode: 0o600 }),
        )
      } catch (error) {
        await rm(place, { force: true })
        throw error
      }
      const sha256 = hash.digest('hex')
      return { path: place, sha256: () => Promise.resolve(sha256) }
    },

    remove: id => bucket.removeAll(folderOf(id)),

    async ids() {
      const ids = new Set<string>()
      for await (const { name } of bucket.listAll(GROWING)) ids.add(name.split('/')[1]!)
      return [...ids].filter(isKey)
    },
  }
}

async function* bytesOf(bucket: Bucket, runs: Run[], hash: { update(bytes: Buffer): unknown }): AsyncIterable<Buffer> {
  let at = 0
  for (const { name, start, end } of runs) {
    const all = Buffer.concat((await (await bucket.open(name)).toArray()) as Buffer[])
    if (all.length !== end - start) throw new Error(`Of the run ${name} only ${all.length} bytes are kept`)
    const bytes = all.subarray(at - start)
    hash.update(bytes)
    yield bytes
    at = end
  }
}

function runNamed(name: string): Run | undefined {
  const found = /\/(\d{15})-(\d+)$/.exec(name)
  return found ? { name, start: Number(found[1]), end: Number(found[1]) + Number(found[2]) } : undefined
}

/** Those that follow one another from the first byte on, as far as they reach. */
function inOneLine(runs: Run[]): Run[] {
  const line: Run[] = []
  for (let at = 0; ;) {
    const next = runs.filter(run => run.start <= at && run.end > at).reduce<Run | undefined>(further, undefined)
    if (!next) return line
    line.push(next)
    at = next.end
  }
}

function further(one: Run | undefined, other: Run): Run {
  return one && one.end >= other.end ? one : other
}
