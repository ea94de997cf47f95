import { once } from 'node:events'
import { createRequire } from 'node:module'
import type { Readable } from 'node:stream'
import { crc32 } from 'node:zlib'
import type { Response } from 'express'
import yazl from 'yazl'
import type { Store } from '../files/store.js'
import type { StoredFile } from '../files/tables.js'
import type { Logger } from 'pino'

// yazl asks this package for its sums; Node's own are the same (CRC-32 of ISO/IEC 3309) and far quicker.
const sums = createRequire(import.meta.url)('buffer-crc32') as { unsigned(bytes: Buffer, before?: number): number }
sums.unsigned = (bytes, before = 0) => crc32(bytes, before)

export interface Entry {
  name: string
  /** Text gains from being packed; photographs, sounds and films do not. */
  pack: boolean
  size?: number
  open(): Promise<Readable> | Buffer
}

export function textEntry(name: string, words: string): Entry {
  const bytes = Buffer.from(words, 'utf8')
  return { name, pack: true, size: bytes.length, open: () => bytes }
}

export function storedEntry(store: Store, file: StoredFile, name: string, key = file.storedAs): Entry {
  const size = key === file.storedAs ? file.bytes : undefined
  return {
    name,
    pack: file.kind === 'text' || file.kind === 'table',
    ...(size === undefined ? {} : { size }),
    open: () => whole(store, key, size),
  }
}

/** @throws where it is not whole: the archive has said by then how long it is */
async function whole(store: Store, key: string, size: number | undefined): Promise<Readable> {
  const kept = await store.size(key)
  if (size !== undefined && kept !== size) throw new Error(`Of ${size} bytes ${kept ?? 0} are kept`)
  return store.read(key, size ? { start: 0, end: size - 1 } : undefined)
}

/** The same records give the same bytes, so every entry carries one moment. */
const entryMoment = new Date('2000-01-01T00:00:00Z')

/** What fits into memory is read as a whole before any of it is sent; most photographs are far smaller. */
const small = 8 * 1024 ** 2

const missingList = 'MISSING.txt'

/**
 * Sends a ZIP archive while it is being made: only one file is open at a time, and whoever reads slowly slows us down
 * instead of filling our memory. When the reader goes away, so does the work. A file that is not where it is kept is left
 * out, and named in a list at the end of the archive.
 */
export async function sendZip(res: Response, log: Logger, entries: AsyncIterable<Entry>): Promise<void> {
  const zip = new yazl.ZipFile()
  const archive = zip.outputStream as Readable & { writableNeedDrain: boolean }
  const gone = new Promise<never>((_, reject) => {
    res.once('close', () => {
      archive.destroy()
      reject(new Error('The reader went away'))
    })
    archive.once('error', reject)
  })
  gone.catch(() => {})
  archive.pipe(res)
  const missing: string[] = []
  try {
    for await (const entry of entries) {
      const isThere = await Promise.race([put(zip, log, entry), gone])
      if (!isThere) missing.push(entry.name)
      if (archive.writableNeedDrain) await Promise.race([once(archive, 'drain'), gone])
    }
    if (missing.length > 0) await put(zip, log, textEntry(missingList, listOf(missing)))
    zip.end()
    await Promise.race([new Promise(done => res.once('finish', done)), gone])
  } catch (error) {
    res.destroy()
    if ((error as Error).message !== 'The reader went away') throw error
  }
}

function listOf(missing: string[]): string {
  return [
    'These files belong here and could not be read where the workbench keeps them. Everything else in this copy is whole.',
    'Please tell whoever looks after the workbench: a backup may still hold them.',
    '',
    ...missing.map(name => `- ${name}`),
    '',
  ].join('\n')
}

/** @returns whether its bytes were there */
async function put(zip: yazl.ZipFile, log: Logger, { name, pack, size, open }: Entry): Promise<boolean> {
  const options = { compress: pack, mtime: entryMoment, mode: 0o100644 }
  const source = await opened(open, size !== undefined && size <= small).catch((error: unknown) =>
    log.error({ err: error, name }, 'a file is missing in a copy'),
  )
  if (!source) return false
  if (Buffer.isBuffer(source)) {
    zip.addBuffer(source, name, options)
    return true
  }
  const read = new Promise<void>((resolve, reject) => {
    source.once('close', resolve)
    source.once('error', reject)
  })
  zip.addReadStream(source, name, size === undefined || pack ? options : { ...options, size })
  await read
  return true
}

async function opened(open: Entry['open'], isSmall: boolean): Promise<Readable | Buffer> {
  const source = await open()
  return Buffer.isBuffer(source) || !isSmall ? source : Buffer.concat((await source.toArray()) as Buffer[])
}
