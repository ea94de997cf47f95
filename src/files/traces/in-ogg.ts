import type { FileHandle } from 'node:fs/promises'
import { all, Unreadable } from './bytes.js'

/**
 * An Ogg file is a row of pages (RFC 3533), each of a stream; each stream begins with packets that say what it is, and
 * one of them holds comments: title, names, place, pictures (RFC 7845, section 5.2, for Opus; the Vorbis I specification,
 * section 5). A packet of the same length without any takes its place, so that nothing else moves.
 */
export async function blankOgg(file: FileHandle, size: number): Promise<boolean> {
  const bytes = await all(file, size)
  const changed = blankStreams(bytes)
  if (changed.size === 0) throw new Unreadable('no stream that we know')
  for (const page of changed) await file.write(bytes, page.at, page.end - page.at, page.at)
  return true
}

interface Page {
  at: number
  end: number
}

/** A packet may lie across several pages. */
interface Packet {
  parts: Page[]
  pages: Page[]
}

interface Stream {
  codec?: Codec
  seen: number
  open: Packet
}

interface Codec {
  begins: string
  /** What stands before the comments. */
  head: string
  /** A last byte, which says that the packet is whole. */
  tail: number[]
}

const CODECS: Codec[] = [
  { begins: 'OpusHead', head: 'OpusTags', tail: [] },
  { begins: '\u0001vorbis', head: '\u0003vorbis', tail: [1] },
  { begins: 'Speex   ', head: '', tail: [] },
]

function blankStreams(bytes: Buffer): Set<Page> {
  const streams = new Map<number, Stream>()
  const changed = new Set<Page>()
  for (let at = 0; at < bytes.length;) {
    const page = pageAt(bytes, at)
    if (!page) {
      const next = bytes.indexOf('OggS', at + 1, 'latin1')
      const end = next < 0 ? bytes.length : next
      bytes.fill(0, at, end)
      changed.add({ at, end })
      at = end
      continue
    }
    const number = bytes.readUInt32LE(at + 14)
    const begins = (bytes[at + 5]! & 2) !== 0
    const stream = begins ? { seen: 0, open: { parts: [], pages: [] } } : streams.get(number)
    if (!stream) throw new Unreadable('a page of no stream')
    streams.set(number, stream)
    if (stream.seen < 2) for (const touched of readPackets(bytes, page, stream)) changed.add(touched)
    at = page.end
  }
  if ([...streams.values()].some(stream => stream.seen < 2)) throw new Unreadable('no comments')
  for (const page of changed) if (pageAt(bytes, page.at)) sign(bytes, page)
  return changed
}

/** Nothing where there is no page; of a page that is cut off at the end of the file, what there is of it. */
function pageAt(bytes: Buffer, at: number): Page | undefined {
  if (at + 27 > bytes.length || bytes.toString('latin1', at, at + 4) !== 'OggS') return undefined
  const segments = bytes[at + 26]!
  const table = bytes.subarray(at + 27, at + 27 + segments)
  const end = at + 27 + segments + table.reduce((sum, length) => sum + length, 0)
  return { at, end: Math.min(end, bytes.length) }
}

/** @returns the pages of what was blanked */
function readPackets(bytes: Buffer, page: Page, stream: Stream): Page[] {
  const segments = bytes[page.at + 26]!
  const touched: Page[] = []
  let at = page.at + 27 + segments
  for (let place = 0; place < segments && stream.seen < 2; place += 1) {
    const length = bytes[page.at + 27 + place]!
    const { parts, pages } = stream.open
    if (at + length > bytes.length) throw new Unreadable('cut off')
    parts.push({ at, end: at + length })
    if (pages.at(-1) !== page) pages.push(page)
    at += length
    // A segment that is not full ends its packet.
    if (length === 255) continue
    if (take(bytes, stream)) touched.push(...pages)
    stream.seen += 1
    stream.open = { parts: [], pages: [] }
  }
  return touched
}

/** The first packet says what the stream is; the second is its comments. @returns whether it was blanked */
function take(bytes: Buffer, stream: Stream): boolean {
  const { parts } = stream.open
  const packet = Buffer.concat(parts.map(part => bytes.subarray(part.at, part.end)))
  const begins = (words: string) => packet.toString('latin1', 0, words.length) === words
  if (stream.seen === 0) {
    const codec = CODECS.find(one => begins(one.begins))
    if (!codec) throw new Unreadable('a stream that we do not know')
    stream.codec = codec
    return false
  }
  const { head, tail } = stream.codec!
  const room = packet.length - head.length - 8 - tail.length
  if (room < 0 || !begins(head)) throw new Unreadable('no comments')
  // The name of the program that wrote it, as long as the comments were, in blanks; and no comments.
  const blank = Buffer.alloc(packet.length, ' ')
  blank.write(head, 'latin1')
  blank.writeUInt32LE(room, head.length)
  blank.writeUInt32LE(0, head.length + 4 + room)
  blank.set(tail, packet.length - tail.length)
  let from = 0
  for (const part of parts) from += blank.copy(bytes, part.at, from, from + part.end - part.at)
  return true
}

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let sum = byte << 24
  for (let bit = 0; bit < 8; bit += 1) sum = (sum << 1) ^ (sum & 0x80000000 ? 0x04c11db7 : 0)
  return sum >>> 0
})

/** Each page carries its checksum (RFC 3533, section 6), made with nothing in the checksum's own place. */
export function sign(bytes: Buffer, { at, end }: Page): void {
  bytes.writeUInt32LE(0, at + 22)
  let sum = 0
  for (let place = at; place < end; place += 1) sum = ((sum << 8) ^ TABLE[((sum >>> 24) ^ bytes[place]!) & 255]!) >>> 0
  bytes.writeUInt32LE(sum, at + 22)
}
