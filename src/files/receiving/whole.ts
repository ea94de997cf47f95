import { type FileHandle, open } from 'node:fs/promises'

/**
 * Whether everything of a picture or recording is there that it says of itself. Decoders and players make do with what
 * they get: of a picture that was cut off they show green blocks, of a film without its table of contents nothing at all.
 */
type Whole = (file: FileHandle, size: number) => Promise<boolean>

export const isWholeHeic = (path: string) => judged(path, heicIsWhole)
export const isWholeMp4 = (path: string) => judged(path, mp4IsWhole)
export const isWholeWebm = (path: string) => judged(path, webmIsWhole)

async function judged(path: string, whole: Whole): Promise<boolean> {
  const file = await open(path)
  try {
    return await whole(file, (await file.stat()).size)
  } finally {
    await file.close()
  }
}

interface Box {
  type: string
  content: number
  end: number
}

const NEEDED = new Set(['moov', 'moof', 'mdat', 'meta', 'idat'])
const MOST_BOXES = 100_000
const LARGEST_META = 8 * 1024 * 1024

/** The outermost boxes (ISO/IEC 14496-12, 4.2); undefined when one that is needed goes on beyond the end of the file. */
async function boxesOf(file: FileHandle, size: number): Promise<Box[] | undefined> {
  const boxes: Box[] = []
  for (let at = 0; at + 8 <= size && boxes.length < MOST_BOXES;) {
    const box = boxIn(await bytesAt(file, at, 16), at, size)
    // What stands behind the last box and is none itself is nothing that anybody misses.
    if (!box) return boxes
    if (box.end > size) return NEEDED.has(box.type) ? undefined : boxes
    boxes.push(box)
    at = box.end
  }
  return boxes
}

/** A length of 1 says that the true one follows in eight bytes, a length of 0 that the box goes on to the end. */
function boxIn(head: Buffer, at: number, size: number): Box | undefined {
  const type = head.toString('latin1', 4, 8)
  if (head.length < 8 || !/^[\w .©-]{4}$/.test(type)) return undefined
  const short = head.readUInt32BE(0)
  if (short === 1 && head.length < 16) return undefined
  const length = short === 1 ? Number(head.readBigUInt64BE(8)) : short === 0 ? size - at : short
  const content = at + (short === 1 ? 16 : 8)
  return at + length < content ? undefined : { type, content, end: at + length }
}

/** A table of contents, and what it speaks of. */
async function mp4IsWhole(file: FileHandle, size: number): Promise<boolean> {
  const boxes = await boxesOf(file, size)
  const has = (type: string) => boxes?.some(box => box.type === type && box.end > box.content) ?? false
  return has('moov') && has('mdat')
}

/** A list of where its parts lie, and all of these within the file (ISO/IEC 14496-12, 8.11.3). */
async function heicIsWhole(file: FileHandle, size: number): Promise<boolean> {
  const meta = (await boxesOf(file, size))?.find(box => box.type === 'meta')
  if (!meta || meta.end - meta.content > LARGEST_META) return false
  const bytes = await bytesAt(file, meta.content, meta.end - meta.content)
  for (let at = 4; at + 8 <= bytes.length;) {
    const box = boxIn(bytes.subarray(at, at + 16), at, bytes.length)
    if (!box || box.end > bytes.length) return false
    if (box.type === 'iloc') return partsLieWithin(bytes.subarray(box.content, box.end), size)
    at = box.end
  }
  return false
}

function partsLieWithin(list: Buffer, size: number): boolean {
  try {
    return endOfParts(new Figures(list)).every(end => end <= size)
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}

function endOfParts(list: Figures): number[] {
  const version = list.next(1)
  list.next(3)
  const [offsets, lengths] = list.halves()
  const [bases, indexes] = list.halves()
  const ends: number[] = []
  for (let items = list.next(version < 2 ? 2 : 4); items > 0; items -= 1) {
    list.next(version < 2 ? 2 : 4)
    const inFile = version === 0 || (list.next(2) & 15) === 0
    const here = list.next(2) === 0
    const base = list.next(bases)
    for (let extents = list.next(2); extents > 0; extents -= 1) {
      if (version > 0) list.next(indexes)
      const end = base + list.next(offsets) + list.next(lengths)
      if (inFile && here) ends.push(end)
    }
  }
  return ends
}

/** Reads figures of so many bytes, one after the other. */
class Figures {
  private at = 0

  constructor(private readonly bytes: Buffer) {}

  next(width: number): number {
    let figure = 0
    for (let byte = 0; byte < width; byte += 1) figure = figure * 256 + this.bytes.readUInt8(this.at++)
    return figure
  }

  halves(): [number, number] {
    const both = this.next(1)
    return [both >> 4, both & 15]
  }
}

/** A segment says how long it is (RFC 8794, 6), unless it was written while it was recorded. */
async function webmIsWhole(file: FileHandle, size: number): Promise<boolean> {
  const head = await bytesAt(file, 0, 4096)
  const place = head.indexOf(Buffer.from('18538067', 'hex'))
  // Without any segment it is not a recording that was cut; what is wrong with it is said when it is rid of its traces.
  if (place < 0) return true
  const first = head[place + 4] ?? 0
  const width = Math.clz32(first) - 23
  const length = head.subarray(place + 4, place + 4 + width)
  if (width > 8 || length.length < width) return false
  const open = length.every((byte, at) => byte === (at === 0 ? (2 << (8 - width)) - 1 : 255))
  if (open) return true
  const says = length.reduce((sum, byte, at) => sum * 256 + (at === 0 ? byte - (1 << (8 - width)) : byte), 0)
  return place + 4 + width + says <= size
}

async function bytesAt(file: FileHandle, place: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, place)
  return buffer.subarray(0, bytesRead)
}
