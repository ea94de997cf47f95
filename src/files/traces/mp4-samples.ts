import type { FileHandle } from 'node:fs/promises'
import { type Box, Unreadable } from './bytes.js'

const LARGEST_TABLE = 8 * 1024 * 1024

interface Tables {
  /** Where each run of samples begins. */
  chunks: Box | undefined
  /** How many samples are in each. */
  perChunk: Box | undefined
  sizes: Box | undefined
}

/** Where in the file the samples of a track lie (ISO/IEC 14496-12, 8.7). @throws Unreadable when its tables do not say */
export async function placesOfSamples(
  file: FileHandle,
  { chunks, perChunk, sizes }: Tables,
): Promise<{ from: number; to: number }[]> {
  if (!chunks || !perChunk || !sizes) throw new Unreadable('no tables of samples')
  const [starts, runs, sizeOf] = [
    startsIn(chunks, await read(file, chunks)),
    runsIn(await read(file, perChunk)),
    sizesIn(sizes, await read(file, sizes)),
  ]
  let sample = 0
  let run = 0
  return starts.map((from, chunk) => {
    while (run + 1 < runs.length && runs[run + 1]!.first <= chunk + 1) run += 1
    let to = from
    for (let count = runs[run]?.samples ?? 0; count > 0 && sample < sizeOf.length; count -= 1) {
      to += sizeOf[sample]!
      sample += 1
    }
    return { from, to }
  })
}

async function read(file: FileHandle, { content, end }: Box): Promise<Buffer> {
  if (end - content > LARGEST_TABLE) throw new Unreadable('a table that is too long')
  const { buffer, bytesRead } = await file.read(Buffer.alloc(end - content), 0, end - content, content)
  if (bytesRead < 8) throw new Unreadable('a table that is too short')
  return buffer.subarray(0, bytesRead)
}

/** As many entries as the table says, and as it has room for. */
function entries<Entry>(
  count: number,
  from: number,
  width: number,
  table: Buffer,
  entry: (at: number) => Entry,
): Entry[] {
  const most = Math.min(count, Math.floor((table.length - from) / width))
  return Array.from({ length: Math.max(0, most) }, (_, place) => entry(from + place * width))
}

function startsIn({ type }: Box, table: Buffer): number[] {
  const count = table.readUInt32BE(4)
  if (type === 'co64') return entries(count, 8, 8, table, at => Number(table.readBigUInt64BE(at)))
  return entries(count, 8, 4, table, at => table.readUInt32BE(at))
}

function runsIn(table: Buffer) {
  return entries(table.readUInt32BE(4), 8, 12, table, at => ({
    first: table.readUInt32BE(at),
    samples: table.readUInt32BE(at + 4),
  }))
}

function sizesIn({ type }: Box, table: Buffer): ArrayLike<number> {
  if (table.length < 12) throw new Unreadable('a table that is too short')
  const count = table.readUInt32BE(8)
  const same = table.readUInt32BE(4)
  if (type === 'stsz' && same !== 0) return new Uint32Array(Math.min(count, 2_000_000)).fill(same)
  if (type === 'stsz') return entries(count, 12, 4, table, at => table.readUInt32BE(at))
  const bits = table[7]!
  if (bits === 16) return entries(count, 12, 2, table, at => table.readUInt16BE(at))
  if (bits === 8) return entries(count, 12, 1, table, at => table[at]!)
  throw new Unreadable('sizes of half a byte')
}
