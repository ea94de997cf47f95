import { randomBytes } from 'node:crypto'
import type { Readable } from 'node:stream'
import type { Scanner } from './receiving/scanning.js'

export interface Range {
  start: number
  /** The last byte, counted in, as in HTTP. */
  end: number
}

/**
 * Where bytes are kept, by key: a folder of this machine, or a bucket of an object store that many instances share. Nothing
 * outside `stores/` knows which. What waits while it is looked at, and what is lent, is on this machine's own disk in either case.
 */
export interface Store {
  /**
   * Bytes are safe once this resolves; where it rejects, nothing is kept. A path must be one from `waitingPlace`; the store takes
   * that file over.
   */
  write(source: Readable | string, key: string): Promise<void>
  /** Rejects when nothing is kept under the key. */
  read(key: string, range?: Range): Promise<Readable>
  /** Undefined when nothing is kept under the key. */
  size(key: string): Promise<number | undefined>
  /** No complaint when nothing is kept under the key. Earlier versions of the same bytes go too, where a bucket keeps some. */
  remove(key: string): Promise<void>
  keys(): AsyncIterable<{ key: string; keptAt: Date }>
  /**
   * For programs that need real files, such as image and PDF libraries: these are there, only to be read, until the work is over.
   * Where nothing is kept under a key, there is no file at its path.
   */
  lend<Result>(keys: string[], work: (pathOf: (key: string) => string) => Promise<Result>): Promise<Result>
  /** A fresh path, only for this program to read, where bytes wait while they arrive and are looked at. */
  waitingPlace(): Promise<string>
  /** Removes whatever has waited since before then: leftovers of a power cut. */
  clearWaiting(before: Date): Promise<number>
  halves: Halves
  /** Looks for viruses in what waits, where a scanner is set: nothing that it has not let pass is kept. */
  scan?: Scanner
  /** How much room there is where bytes wait; an object store has no end, and says itself when it has a quota. */
  freeBytes(): Promise<number>
}

/** Files that arrive bit by bit, each under a name from `newKey`. */
export interface Halves {
  begin(id: string): Promise<void>
  /** How many bytes have come; undefined when it was never begun. */
  grownTo(id: string): Promise<number | undefined>
  /**
   * What comes is kept in its order, and counts once it is safe; also what had come by the time that the stream broke.
   * @param at where its first byte goes
   * @returns where the next byte goes
   */
  grow(id: string, at: number, stream: Readable): Promise<number>
  /** All of one that has come, in a file that waits; the half stays until it is removed. */
  whole(id: string, bytes: number): Promise<{ path: string; sha256(): Promise<string> }>
  remove(id: string): Promise<void>
  /** The names of all that are growing. */
  ids(): Promise<string[]>
}

export function newKey(): string {
  return randomBytes(16).toString('hex')
}

export function isKey(word: string): boolean {
  return /^[0-9a-f]{32}$/.test(word)
}
