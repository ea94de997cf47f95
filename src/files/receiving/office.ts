import { type FileHandle, open } from 'node:fs/promises'
import { inflateRawSync } from 'node:zlib'
import { partOfType, TYPES_PART } from './content-types.js'

/**
 * Word and Excel files are zip archives. They are judged by the archive's own list of contents, which is read in full
 * before anything is unpacked. Layout: APPNOTE.TXT of the zip format, sections 4.3.7, 4.3.12 and 4.3.16.
 */
const LONGEST_END = 22 + 0xffff
const LARGEST_LIST = 2 * 1024 * 1024
const MOST_UNPACKED = 400 * 1024 * 1024
const LARGEST_TYPES = 1024 * 1024

interface Entry {
  name: string
  method: number
  packed: number
  unpacked: number
  at: number
}

export type OfficeKind = 'docx' | 'xlsx'
export type OfficeFinding = 'fine' | 'not what it says' | 'has macros' | 'is locked' | 'unpacks too large'

/** What the part is called that holds the document or the list of sheets; its name is the file's own affair. */
export const MAIN_TYPE: Record<OfficeKind, string> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml',
}

export async function lookInsideOffice(
  path: string,
  kind: OfficeKind,
  mostUnpacked = MOST_UNPACKED,
): Promise<OfficeFinding> {
  const file = await open(path)
  try {
    const { size } = await file.stat()
    if (await isLockedOrOld(file)) return 'is locked'
    const entries = await listEntries(file, size)
    return entries ? await judge(file, entries, kind, mostUnpacked) : 'not what it says'
  } finally {
    await file.close()
  }
}

async function judge(
  file: FileHandle,
  entries: Entry[],
  kind: OfficeKind,
  mostUnpacked: number,
): Promise<OfficeFinding> {
  // Some programs for Windows part folders with a backslash.
  const names = entries.map(entry => entry.name.toLowerCase().replaceAll('\\', '/'))
  if (names.some(name => /vbaproject|\/macrosheets\/|\/activex\//.test(name))) return 'has macros'
  // Nothing is ever unpacked to a place that an archive names; one that names such places is nobody's document.
  if (names.some(name => /(^|[\\/])\.\.([\\/]|$)|^[\\/]|^[a-z]:/.test(name))) return 'not what it says'
  if (entries.reduce((sum, entry) => sum + entry.unpacked, 0) > mostUnpacked) return 'unpacks too large'

  const types = entries[names.indexOf(TYPES_PART)]
  const declared = types && (await unpack(file, types))
  if (!declared) return 'not what it says'
  if (/macroenabled|vbaproject/i.test(declared)) return 'has macros'
  return partOfType(declared, MAIN_TYPE[kind], names) ? 'fine' : 'not what it says'
}

/** A file with a password, and one in the format from before 2007, is an OLE container and not a zip. */
async function isLockedOrOld(file: FileHandle): Promise<boolean> {
  return (await piece(file, 0, 8)).toString('hex') === 'd0cf11e0a1b11ae1'
}

/** Undefined unless the archive begins at the first byte and ends at the last one, with nothing hidden around it. */
async function listEntries(file: FileHandle, size: number): Promise<Entry[] | undefined> {
  if ((await piece(file, 0, 4)).toString('latin1') !== 'PK\u0003\u0004') return undefined
  const tailAt = Math.max(0, size - LONGEST_END)
  const tail = await piece(file, tailAt, size - tailAt)
  const end = tail.lastIndexOf('PK\u0005\u0006', undefined, 'latin1')
  if (end < 0 || end + 22 > tail.length || end + 22 + tail.readUInt16LE(end + 20) !== tail.length) return undefined

  const count = tail.readUInt16LE(end + 10)
  const length = tail.readUInt32LE(end + 12)
  const start = tail.readUInt32LE(end + 16)
  if (length > LARGEST_LIST || start + length !== tailAt + end) return undefined
  return readEntries(await piece(file, start, length), count)
}

function readEntries(list: Buffer, count: number): Entry[] | undefined {
  const entries: Entry[] = []
  for (let at = 0; at < list.length;) {
    if (at + 46 > list.length || list.toString('latin1', at, at + 4) !== 'PK\u0001\u0002') return undefined
    const nameLength = list.readUInt16LE(at + 28)
    entries.push({
      name: list.toString('utf8', at + 46, at + 46 + nameLength),
      method: list.readUInt16LE(at + 10),
      packed: list.readUInt32LE(at + 20),
      unpacked: list.readUInt32LE(at + 24),
      at: list.readUInt32LE(at + 42),
    })
    at += 46 + nameLength + list.readUInt16LE(at + 30) + list.readUInt16LE(at + 32)
  }
  return entries.length === count ? entries : undefined
}

async function unpack(file: FileHandle, entry: Entry): Promise<string | undefined> {
  if (entry.packed > LARGEST_TYPES || entry.unpacked > LARGEST_TYPES) return undefined
  const header = await piece(file, entry.at, 30)
  if (header.length < 30) return undefined
  const packed = await piece(file, entry.at + 30 + header.readUInt16LE(26) + header.readUInt16LE(28), entry.packed)
  if (entry.method === 0) return packed.toString('utf8')
  if (entry.method !== 8) return undefined
  try {
    return inflateRawSync(packed, { maxOutputLength: LARGEST_TYPES }).toString('utf8')
  } catch {
    return undefined
  }
}

async function piece(file: FileHandle, at: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, at)
  return buffer.subarray(0, bytesRead)
}
