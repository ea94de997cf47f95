import type { FileHandle } from 'node:fs/promises'

/** A recording that does not hold together. */
export class Unreadable extends Error {}

const WINDOW = 65_536

/** Reads small pieces of a file in the order in which they come, few times from the disk. */
export class Window {
  private held = Buffer.alloc(0)
  private heldFrom = 0

  constructor(private readonly file: FileHandle) {}

  /** Up to `length` bytes; fewer at the end of the file. */
  async at(place: number, length: number): Promise<Buffer> {
    const from = place - this.heldFrom
    if (from < 0 || from + length > this.held.length) {
      const { buffer, bytesRead } = await this.file.read(
        Buffer.alloc(Math.max(WINDOW, length)),
        0,
        Math.max(WINDOW, length),
        place,
      )
      this.held = buffer.subarray(0, bytesRead)
      this.heldFrom = place
      return this.held.subarray(0, length)
    }
    return this.held.subarray(from, from + length)
  }
}

/** Overwrites a stretch with nothing. @returns whether there was anything in it */
export async function zero(file: FileHandle, from: number, to: number): Promise<boolean> {
  const nothing = Buffer.alloc(WINDOW)
  const held = Buffer.alloc(WINDOW)
  let changed = false
  for (let place = from; place < to; place += WINDOW) {
    const length = Math.min(WINDOW, to - place)
    const { bytesRead } = await file.read(held, 0, length, place)
    if (bytesRead === length && held.compare(nothing, 0, length, 0, length) === 0) continue
    changed = true
    await file.write(nothing, 0, length, place)
  }
  return changed
}

/** The whole file, for those kinds that are small. */
export async function all(file: FileHandle, size: number): Promise<Buffer> {
  const bytes = Buffer.alloc(size)
  for (let at = 0; at < size;) {
    const { bytesRead } = await file.read(bytes, at, size - at, at)
    if (bytesRead === 0) return bytes.subarray(0, at)
    at += bytesRead
  }
  return bytes
}

/** A part of an mp4 file. */
export interface Box {
  type: string
  /** Where its length stands, where its content begins, and where it ends. */
  at: number
  content: number
  end: number
}
