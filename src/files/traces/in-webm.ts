import type { FileHandle } from 'node:fs/promises'
import { Unreadable, Window, zero } from './bytes.js'

/**
 * WebM is a tree of elements (EBML, RFC 8794; Matroska, RFC 9559). What is needed to play it stays; everything else, such
 * as titles, dates, tags, attachments and chapters, becomes an element of the same length that is void.
 */
const [EBML, SEGMENT, SEEK, INFO, TRACKS, CLUSTER, CUES] = [
  0x1a45dfa3, 0x18538067, 0x114d9b74, 0x1549a966, 0x1654ae6b, 0x1f43b675, 0x1c53bb6b,
]
const VOID = 0xec
const TRACK = 0xae
const KIND_OF_TRACK = 0x83
const SCALE_AND_LENGTH = new Set([0x2ad7b1, 0x4489])
/** Which program wrote it: they have to be there, and may be empty. */
const PROGRAMS = new Set([0x4d80, 0x5741])
const NAMES_OF_TRACK = new Set([0x536e, 0x258688, 0xbf])
const IN_CLUSTER = new Set([0xe7, 0xa3, 0xa0, 0xab, 0xa7, 0xbf, VOID, 0x5854, 0xaf])
const MOST = 5_000_000

interface Element {
  id: number
  at: number
  content: number
  end: number
  /** Browsers that record write while they do not know yet how long it will be. */
  isOpen: boolean
}

export async function blankWebm(file: FileHandle, size: number): Promise<boolean> {
  return new Webm(file, size).blank()
}

class Webm {
  private readonly window: Window
  private changed = false
  private seen = 0

  constructor(
    private readonly file: FileHandle,
    private readonly size: number,
  ) {
    this.window = new Window(file)
  }

  async blank(): Promise<boolean> {
    let at = 0
    let segments = 0
    while (at < this.size) {
      const element = await this.elementAt(at, this.size)
      if (element?.id === SEGMENT) {
        segments += 1
        at = await this.segment(element)
      } else if (element?.id === EBML || element?.id === VOID) at = element.end
      else break
    }
    if (segments === 0) throw new Unreadable('no segment')
    if (at < this.size) await this.cutAt(at)
    return this.changed
  }

  /** @returns where it ends */
  private async segment({ content, end }: Element): Promise<number> {
    let at = content
    while (at < end) {
      const element = await this.elementAt(at, end)
      if (!element || element.id === EBML || element.id === SEGMENT) return at
      if (element.id === INFO) await this.each(element, one => this.ofInfo(one))
      else if (element.id === TRACKS) await this.each(element, one => this.ofTracks(one))
      else if (element.id !== CLUSTER && element.id !== CUES && element.id !== SEEK) await this.empty(element)
      at = element.id === CLUSTER && element.isOpen ? await this.afterCluster(element) : element.end
    }
    return end
  }

  private async ofInfo(element: Element): Promise<void> {
    if (PROGRAMS.has(element.id)) await this.zero(element.content, element.end)
    else if (!SCALE_AND_LENGTH.has(element.id)) await this.empty(element)
  }

  private async ofTracks(element: Element): Promise<void> {
    if (element.id !== TRACK) return this.empty(element)
    await this.each(element, async one => {
      if (NAMES_OF_TRACK.has(one.id)) await this.empty(one)
      // Anything but picture (1) and sound (2): what lies in such a track we could not know.
      const kind = one.id === KIND_OF_TRACK ? (await this.window.at(one.content, 1))[0]! : 1
      if (kind !== 1 && kind !== 2) throw new Unreadable('a track that is neither sound nor picture')
    })
  }

  private async each(parent: Element, visit: (element: Element) => Promise<void>): Promise<void> {
    if (parent.isOpen) throw new Unreadable('open')
    for (let at = parent.content; at < parent.end;) {
      const element = await this.elementAt(at, parent.end)
      if (!element || element.isOpen) throw new Unreadable('an element that does not fit')
      await visit(element)
      at = element.end
    }
  }

  private async afterCluster({ content, end }: Element): Promise<number> {
    let at = content
    while (at < end) {
      const element = await this.elementAt(at, end)
      if (!element || !IN_CLUSTER.has(element.id)) return at
      at = element.end
    }
    return end
  }

  /** An element within its parent; one that begins and is cut off by the end of the file ends with it. */
  private async elementAt(at: number, parentEnd: number): Promise<Element | undefined> {
    this.seen += 1
    if (this.seen > MOST) throw new Unreadable('too many elements')
    const head = await this.window.at(at, 12)
    const idLength = Math.clz32(head[0] ?? 0) - 23
    if (head.length < 2 || idLength > 4) return undefined
    const sizeLength = Math.clz32(head[idLength] ?? 0) - 23
    if (sizeLength > 8 || idLength + sizeLength > head.length) return undefined
    const number = (bytes: Buffer, first = bytes[0]!) =>
      bytes.subarray(1).reduce((sum, byte) => sum * 256 + byte, first)
    const id = number(head.subarray(0, idLength))
    // The first byte says how many follow, in the place of its first one.
    const length = number(head.subarray(idLength, idLength + sizeLength), head[idLength]! & (0xff >> sizeLength))
    const isOpen = length === 2 ** (7 * sizeLength) - 1
    const content = at + idLength + sizeLength
    const end = isOpen ? parentEnd : content + length
    if (end > parentEnd && parentEnd !== this.size) return undefined
    if (end > parentEnd && id !== CLUSTER && id !== SEGMENT && !IN_CLUSTER.has(id)) return undefined
    return { id, at, content, end: Math.min(end, parentEnd), isOpen }
  }

  private async empty({ at, end }: Element): Promise<void> {
    const length = end - at
    const head = length >= 9 ? Buffer.alloc(9) : Buffer.from([VOID, 0x80 | (length - 2)])
    if (length >= 9) {
      head.writeBigUInt64BE(BigInt(length - 9), 1)
      head.writeUInt8(VOID, 0)
      head.writeUInt8(1, 1)
    }
    if (!(await this.window.at(at, head.length)).equals(head)) {
      this.changed = true
      await this.file.write(head, 0, head.length, at)
    }
    await this.zero(at + head.length, end)
  }

  private async zero(from: number, to: number): Promise<void> {
    if (await zero(this.file, from, to)) this.changed = true
  }

  private async cutAt(at: number): Promise<void> {
    this.changed = true
    await this.file.truncate(at)
  }
}
