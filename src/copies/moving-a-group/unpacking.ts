import type { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { z } from 'zod'
import { BadInput } from '../../errors.js'
import { type Archive, openArchive } from '../../files/receiving/archive.js'
import type { WholeGroup } from './rows.js'

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
const mostParts = 200_000
const isAName = /^(group\.json|READ ME\.md|files\/[0-9a-f]{32})$/
const notACopy = () => new BadInput('This is not a whole copy of a group, or it is damaged.')

/** Reads the list of contents. Only names of ours are let in, each once. @throws BadInput */
export async function openCopy(path: string): Promise<Archive> {
  try {
    return await openArchive(path, { mostParts, mayHold: name => isAName.test(name) })
  } catch {
    throw notACopy()
  }
}

/** How many bytes the stored files of the copy say that they unpack to. */
export function bytesClaimed({ parts }: Archive): number {
  return [...parts.values()].reduce((sum, bytes) => sum + bytes, 0)
}

/** What is said in `group.json`, as far as its shape goes. @throws BadInput */
export async function recordsIn(copy: Archive): Promise<WholeGroup> {
  let records: unknown
  try {
    records = JSON.parse(await text(await bytesOf(copy, 'group.json', mostBytes)))
  } catch (error) {
    throw error instanceof BadInput ? error : notACopy()
  }
  const reading = Whole.safeParse(records)
  if (!reading.success) throw new BadInput('This is not a whole copy of a group that this workbench can read.')
  return reading.data
}

/** The bytes of one part while they are unpacked. @throws BadInput when it is missing or says that it is larger */
export async function bytesOf(copy: Archive, name: string, most: number): Promise<AsyncIterable<Buffer>> {
  if ((copy.parts.get(name) ?? Infinity) > most)
    throw new BadInput(`The copy is not complete: ${name} is missing or too large.`)
  return unpacked(
    await copy.stream(name, most).catch(() => {
      throw notACopy()
    }),
  )
}

/** The archive stops with an error when more comes out than was announced. */
async function* unpacked(source: Readable): AsyncIterable<Buffer> {
  try {
    yield* source as AsyncIterable<Buffer>
  } catch {
    throw notACopy()
  }
}
