import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  readSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { randomInt } from 'node:crypto'
import type Sqlite from 'better-sqlite3'

/**
 * A database file and the write-ahead log beside it are one thing. SQLite cannot tell when the file has been replaced by
 * another: it replays the log into it and ruins it. So each database has a number of its own, in its header, and beside
 * it stands a file with that number; a copy made for a backup gets a new one.
 */
const placeInHeader = 60

/** @throws a sentence when the file is not the one that its log was written for; nothing has been opened then. */
export function refuseStrangeLog(path: string): void {
  const stamp = stampOf(path)
  if (stamp === null || !existsSync(path) || sizeOf(path) < 100 || sizeOf(`${path}-wal`) === 0) return
  if (stamp === inHeader(path)) return
  throw new Error(
    `The database at ${path} was put there beside the log (${path}-wal) of another one; opening them together would ruin it, so nothing was opened. ` +
      `Put a backup back with: npm run restore -- FOLDER`,
  )
}

/** Gives the database its number unless it has one, and writes it beside it. */
export function keepGeneration(sqlite: Sqlite.Database, path: string): void {
  const known = generationOf(sqlite)
  if (known !== 0 && known === stampOf(path)) return
  // Without a stamp nothing is refused: a power cut in the middle of this leaves none.
  rmSync(nameOfStamp(path), { force: true })
  if (known === 0) {
    beginGeneration(sqlite)
    sqlite.pragma('wal_checkpoint(TRUNCATE)')
  }
  writeStamp(path, generationOf(sqlite))
}

export function beginGeneration(sqlite: Sqlite.Database): void {
  sqlite.pragma(`user_version = ${randomInt(1, 2 ** 31 - 1)}`)
}

export function generationOf(sqlite: Sqlite.Database): number {
  return sqlite.pragma('user_version', { simple: true }) as number
}

export function writeStamp(path: string, generation: number): void {
  const file = openSync(nameOfStamp(path), 'w', 0o600)
  writeSync(file, `${generation}\n`)
  fsyncSync(file)
  closeSync(file)
}

function stampOf(path: string): number | null {
  const stamp = nameOfStamp(path)
  if (!existsSync(stamp)) return null
  const generation = Number(readFileSync(stamp, 'utf8'))
  return Number.isInteger(generation) && generation > 0 ? generation : null
}

function inHeader(path: string): number {
  const file = openSync(path, 'r')
  const bytes = Buffer.alloc(4)
  readSync(file, bytes, 0, 4, placeInHeader)
  closeSync(file)
  return bytes.readInt32BE()
}

function sizeOf(path: string): number {
  return existsSync(path) ? statSync(path).size : 0
}

function nameOfStamp(path: string): string {
  return `${path}.stamp`
}
