import { createHash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import yazl from 'yazl'
import type { WholeGroup } from '../../src/copies/moving-a-group/rows.js'
import { unzipped } from './reading-copies.js'

/** A copy of a copy with some of its files changed, beside it. */
export async function forged(copy: string, change: (files: Map<string, Buffer>) => void): Promise<string> {
  const files = await unzipped(await readFile(copy))
  change(files)
  const zip = new yazl.ZipFile()
  for (const [name, bytes] of files) zip.addBuffer(bytes, name)
  zip.end()
  const parts: Buffer[] = []
  for await (const part of zip.outputStream) parts.push(part as Buffer)
  const path = join(dirname(copy), `forged-${Math.random()}.zip`)
  await writeFile(path, Buffer.concat(parts))
  return path
}

export function changeRecords(files: Map<string, Buffer>, change: (records: WholeGroup) => void): void {
  const records = JSON.parse(files.get('group.json')!.toString()) as WholeGroup
  change(records)
  files.set('group.json', Buffer.from(JSON.stringify(records)))
}

/** Other bytes in the place of the file of that kind, named as they may be, with a hash that fits. */
export function putBytes(files: Map<string, Buffer>, mediaType: string, bytes: Buffer, name?: string): void {
  changeRecords(files, records => {
    const row = records.tables.files!.find(one => one.media_type === mediaType)!
    const key = String(row.stored_as)
    if (name) row.name = name
    row.bytes = bytes.length
    row.sha256 = createHash('sha256').update(bytes).digest('hex')
    records.files[key] = row.sha256
    files.set(`files/${key}`, bytes)
  })
}

/** An archive with one name written over by another of the same length, which no honest program would write. */
export async function renamedInside(path: string, from: string, to: string): Promise<void> {
  const bytes = await readFile(path)
  for (let at = bytes.indexOf(from); at >= 0; at = bytes.indexOf(from, at + 1)) bytes.write(to, at, 'latin1')
  await writeFile(path, bytes)
}

/** An archive whose list says of one of its files that it unpacks to that many bytes. */
export async function claiming(path: string, name: string, size: bigint): Promise<void> {
  const bytes = await readFile(path)
  const list = bytes.lastIndexOf(`${name}`) - 46
  const end = bytes.length - 22
  const wide = Buffer.alloc(12)
  wide.writeUInt16LE(1, 0)
  wide.writeUInt16LE(8, 2)
  wide.writeBigUInt64LE(size, 4)
  bytes.writeUInt32LE(0xffffffff, list + 24)
  const at = list + 46 + name.length
  bytes.writeUInt16LE(bytes.readUInt16LE(list + 30) + wide.length, list + 30)
  bytes.writeUInt32LE(bytes.readUInt32LE(end + 12) + wide.length, end + 12)
  await writeFile(path, Buffer.concat([bytes.subarray(0, at), wide, bytes.subarray(at)]))
}
