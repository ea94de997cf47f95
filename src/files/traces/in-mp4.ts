import type { FileHandle } from 'node:fs/promises'
import { type Box, Unreadable, Window, zero } from './bytes.js'
import { placesOfSamples } from './mp4-samples.js'

/**
 * Phones write the place, the device and the owner into films and sound recordings, cameras a whole track of places: all
 * in boxes of the MP4 format (ISO/IEC 14496-12). The boxes that are needed to play it stay. All others are overwritten
 * with nothing, as `free` boxes of the same length, so that everything else stays where the file's own tables say it is.
 */
const STAYING: Record<string, string[]> = {
  file: ['ftyp', 'styp', 'moov', 'moof', 'mdat', 'sidx', 'ssix', 'mfra'],
  moov: ['mvhd', 'trak', 'mvex', 'iods'],
  trak: ['tkhd', 'edts', 'tref', 'mdia'],
  mdia: ['mdhd', 'hdlr', 'minf', 'elng'],
  moof: ['mfhd', 'traf'],
  traf: ['tfhd', 'tfdt', 'trun', 'sbgp', 'sgpd', 'subs', 'saiz', 'saio', 'senc'],
}
const DATED = new Set(['mvhd', 'tkhd', 'mdhd'])
const SEEN_AND_HEARD = new Set(['vide', 'soun', 'auxv'])
const MOST_BOXES = 100_000

export async function blankMp4(file: FileHandle, size: number): Promise<boolean> {
  return new Mp4(file, size).blank()
}

class Mp4 {
  private readonly window: Window
  private changed = false
  private seen = 0
  private hasPieces = false
  private readonly trackless: Box[] = []

  constructor(
    private readonly file: FileHandle,
    private readonly size: number,
  ) {
    this.window = new Window(file)
  }

  async blank(): Promise<boolean> {
    await this.inside('file', 0, this.size)
    if (this.trackless.length > 0 && this.hasPieces) throw new Unreadable('samples that we could not find')
    for (const track of this.trackless) await this.forget(track)
    return this.changed
  }

  private async inside(parent: string, from: number, to: number): Promise<void> {
    for (let at = from; at < to;) {
      const box = await this.boxAt(at, to)
      // What makes no sense is no box that anything needs.
      if (!box) return this.empty({ type: '', at, content: Math.min(at + 8, to), end: to })
      if (box.type === 'moof') this.hasPieces = true
      if (!STAYING[parent]!.includes(box.type)) await this.empty(box)
      else if (box.type === 'trak' && !(await this.isSeenOrHeard(box))) this.trackless.push(box)
      else if (STAYING[box.type]) await this.inside(box.type, box.content, box.end)
      else if (DATED.has(box.type)) await this.undate(box)
      else if (box.type === 'hdlr') await this.zero(Math.min(box.content + 24, box.end), box.end)
      at = box.end
    }
  }

  /** A length of 1 says that the true one follows in eight bytes, a length of 0 that the box goes on to the end. */
  private async boxAt(at: number, to: number): Promise<Box | undefined> {
    this.seen += 1
    if (this.seen > MOST_BOXES) throw new Unreadable('too many boxes')
    const head = await this.window.at(at, 16)
    if (head.length < 8 || at + 8 > to) return undefined
    const short = head.readUInt32BE(0)
    if (short === 1 && head.length < 16) return undefined
    const length = short === 1 ? Number(head.readBigUInt64BE(8)) : short === 0 ? to - at : short
    const type = head.toString('latin1', 4, 8)
    const content = at + (short === 1 ? 16 : 8)
    // A film that was cut off, while it was sent, ends within its pictures.
    const end = type === 'mdat' && at + length > to ? to : at + length
    return end < content || end > to ? undefined : { type, at, content, end }
  }

  private async child({ content, end }: Box, ...path: string[]): Promise<Box | undefined> {
    const [wanted, ...further] = path
    for (let at = content; at < end;) {
      const box = await this.boxAt(at, end)
      if (!box) return undefined
      if (box.type === wanted) return further.length > 0 ? this.child(box, ...further) : box
      at = box.end
    }
    return undefined
  }

  private async isSeenOrHeard(track: Box): Promise<boolean> {
    const handler = await this.child(track, 'mdia', 'hdlr')
    // Without one nothing plays it, and nothing in it is found either.
    return !handler || SEEN_AND_HEARD.has((await this.window.at(handler.content + 8, 4)).toString('latin1'))
  }

  /** A track of places, of subtitles or of anything else but sound and picture goes, with what it points at. */
  private async forget(track: Box): Promise<void> {
    const table = await this.child(track, 'mdia', 'minf', 'stbl')
    const box = (type: string) => (table ? this.child(table, type) : undefined)
    const places = await placesOfSamples(this.file, {
      chunks: (await box('stco')) ?? (await box('co64')),
      perChunk: await box('stsc'),
      sizes: (await box('stsz')) ?? (await box('stz2')),
    })
    for (const { from, to } of places) await this.zero(Math.min(from, this.size), Math.min(to, this.size))
    await this.empty(track)
  }

  /** When it was made and changed: two numbers of four bytes, or of eight in version 1. */
  private async undate({ content, end }: Box): Promise<void> {
    const [version] = await this.window.at(content, 1)
    await this.zero(Math.min(content + 4, end), Math.min(content + 4 + (version === 1 ? 16 : 8), end))
  }

  private async empty({ type, at, content, end }: Box): Promise<void> {
    if (end - at < 8) return this.zero(at, end)
    const short = (await this.window.at(at, 4)).readUInt32BE(0)
    const length = end - at
    // What made no sense has no length of its own to keep.
    if (short !== 1 || type === '') {
      const head = Buffer.alloc(8)
      head.writeUInt32BE(length, 0)
      head.write('free', 4, 'latin1')
      await this.put(head, at)
    } else await this.put(Buffer.from('free'), at + 4)
    await this.zero(content, end)
  }

  private async zero(from: number, to: number): Promise<void> {
    if (to > from && (await zero(this.file, from, to))) this.changed = true
  }

  private async put(bytes: Buffer, at: number): Promise<void> {
    if ((await this.window.at(at, bytes.length)).equals(bytes)) return
    this.changed = true
    await this.file.write(bytes, 0, bytes.length, at)
  }
}
