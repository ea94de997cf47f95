import type { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import yauzl from 'yauzl'
import { z } from 'zod'
import { BadInput } from '../../errors.js'
import type { WholeGroup } from './rows.js'

/** An archive whose list of contents was read, and of which nothing has been unpacked. */
export interface Opened {
  file: yauzl.ZipFile
  entries: Map<string, yauzl.Entry>
}

const Rows = z.array(z.record(z.string(), z.union([z.string(), z.number(), z.null()])))
const Whole = z.strictObject({
  what: z.literal('enquiry-workbench-group'),
  format: z.literal(1),
  schema: z.string(),
  takenAt: z.string(),
  groupId: z.string(),
  tables: z.record(z.string(), Rows),
  files: z.record(z.string().regex(/^[0-9a-f]{32}$/), z.string().regex(/^[0-9a-f]{64}$/)),
})

/** The largest list of records that is read; a group of thousands of pieces stays far below it. */
const mostBytes = 300 * 1024 * 1024
const mostEntries = 200_000
const isAName = /^(group\.json|READ ME\.md|files\/[0-9a-f]{32})$/
const notACopy = () => new BadInput('This is not a whole copy of a group, or it is damaged.')

/** Reads the list of contents. Only names of ours are let in, each once. @throws BadInput */
export function opened(path: string): Promise<Opened> {
  return new Promise((resolve, reject) => {
    yauzl.open(path, { lazyEntries: true, autoClose: false }, (error, file) => {
      if (error) return reject(notACopy())
      const entries = new Map<string, yauzl.Entry>()
      const refuse = () => {
        file.close()
        reject(notACopy())
      }
      file.on('error', refuse)
      file.on('entry', (entry: yauzl.Entry) => {
        if (!isAName.test(entry.fileName) || entries.has(entry.fileName) || entries.size > mostEntries) return refuse()
        entries.set(entry.fileName, entry)
        file.readEntry()
      })
      file.on('end', () => resolve({ file, entries }))
      file.readEntry()
    })
  })
}

/** How many bytes the stored files of the copy say that they unpack to. */
export function bytesClaimed({ entries }: Opened): number {
  return [...entries.values()].reduce((sum, entry) => sum + entry.uncompressedSize, 0)
}

/** What is said in `group.json`, as far as its shape goes. @throws BadInput */
export async function recordsIn(zip: Opened): Promise<WholeGroup> {
  let records: unknown
  try {
    records = JSON.parse(await text(await bytesOf(zip, 'group.json', mostBytes)))
  } catch (error) {
    throw error instanceof BadInput ? error : notACopy()
  }
  const reading = Whole.safeParse(records)
  if (!reading.success) throw new BadInput('This is not a whole copy of a group that this workbench can read.')
  return reading.data
}

/** The bytes of one entry while they are unpacked. @throws BadInput when it is missing or says that it is larger */
export async function bytesOf({ file, entries }: Opened, name: string, most: number): Promise<AsyncIterable<Buffer>> {
  const entry = entries.get(name)
  if (!entry || entry.uncompressedSize > most)
    throw new BadInput(`The copy is not complete: ${name} is missing or too large.`)
  const source = await new Promise<Readable>((resolve, reject) => {
    file.openReadStream(entry, (error, stream) => (error ? reject(notACopy()) : resolve(stream)))
  })
  return unpacked(source)
}

/** The archive's own library stops with an error when more comes out than was announced. */
async function* unpacked(source: Readable): AsyncIterable<Buffer> {
  try {
    yield* source as AsyncIterable<Buffer>
  } catch {
    throw notACopy()
  }
}
