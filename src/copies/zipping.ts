import type { Readable } from 'node:stream'
import type { Response } from 'express'
import yazl from 'yazl'
import type { Store } from '../files/store.js'
import type { StoredFile } from '../files/tables.js'

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
    open: () => store.read(key),
  }
}

/** The same records give the same bytes, so every entry carries one moment. */
const entryMoment = new Date('2000-01-01T00:00:00Z')

/**
 * Sends a ZIP archive while it is being made: only one file is open at a time, and whoever reads slowly slows us down
 * instead of filling our memory. When the reader goes away, so does the work.
 */
export async function sendZip(res: Response, entries: AsyncIterable<Entry>): Promise<void> {
  const zip = new yazl.ZipFile()
  const archive = zip.outputStream as Readable
  const gone = new Promise<never>((_, reject) => {
    res.once('close', () => {
      archive.destroy()
      reject(new Error('The reader went away'))
    })
    archive.once('error', reject)
  })
  gone.catch(() => {})
  archive.pipe(res)
  try {
    for await (const entry of entries) await Promise.race([put(zip, entry), gone])
    zip.end()
    await Promise.race([new Promise(done => res.once('finish', done)), gone])
  } catch (error) {
    res.destroy()
    if ((error as Error).message !== 'The reader went away') throw error
  }
}

async function put(zip: yazl.ZipFile, { name, pack, size, open }: Entry): Promise<void> {
  const options = { compress: pack, mtime: entryMoment, mode: 0o100644 }
  const source = await open()
  if (Buffer.isBuffer(source)) return void zip.addBuffer(source, name, options)
  const read = new Promise<void>((resolve, reject) => {
    source.once('close', resolve)
    source.once('error', reject)
  })
  zip.addReadStream(source, name, size === undefined || pack ? options : { ...options, size })
  await read
}
