import { type FileHandle, open } from 'node:fs/promises'

/**
 * Phones write the place, the device and the owner into films and sound recordings: into the boxes `udta`, `meta` and
 * `uuid` of the MP4 format (ISO/IEC 14496-12). These are overwritten with nothing, as `free` boxes of the same length,
 * so that everything else stays where the file's own tables say that it is.
 */
const TELLING = new Set(['udta', 'meta', 'uuid'])
const HOLDING = new Set(['moov', 'trak', 'moof', 'traf'])
const MOST_BOXES = 10_000

interface Box {
  type: string
  /** Where its length stands, where its content begins, and where it ends. */
  at: number
  content: number
  end: number
}

/** @returns whether anything was overwritten. A file whose boxes make no sense is left as it is from there on. */
export async function blankTraces(path: string): Promise<boolean> {
  const file = await open(path, 'r+')
  try {
    const telling = await tellingBoxes(file, 0, (await file.stat()).size, { count: 0 })
    for (const box of telling) await blank(file, box)
    return telling.length > 0
  } finally {
    await file.close()
  }
}

async function tellingBoxes(file: FileHandle, from: number, to: number, seen: { count: number }): Promise<Box[]> {
  const found: Box[] = []
  for (let at = from; at + 8 <= to && seen.count < MOST_BOXES;) {
    seen.count += 1
    const box = await boxAt(file, at, to)
    if (!box) break
    if (TELLING.has(box.type)) found.push(box)
    else if (HOLDING.has(box.type)) found.push(...(await tellingBoxes(file, box.content, box.end, seen)))
    at = box.end
  }
  return found
}

/** A length of 1 says that the true one follows in eight bytes, a length of 0 that the box goes on to the end. */
async function boxAt(file: FileHandle, at: number, to: number): Promise<Box | undefined> {
  const { buffer } = await file.read(Buffer.alloc(16), 0, 16, at)
  const short = buffer.readUInt32BE(0)
  const length = short === 1 ? Number(buffer.readBigUInt64BE(8)) : short === 0 ? to - at : short
  const content = at + (short === 1 ? 16 : 8)
  const end = at + length
  return end < content || end > to ? undefined : { type: buffer.toString('latin1', 4, 8), at, content, end }
}

async function blank(file: FileHandle, { at, content, end }: Box): Promise<void> {
  await file.write(Buffer.from('free'), 0, 4, at + 4)
  const nothing = Buffer.alloc(65_536)
  for (let place = content; place < end; place += nothing.length) {
    await file.write(nothing, 0, Math.min(nothing.length, end - place), place)
  }
}
