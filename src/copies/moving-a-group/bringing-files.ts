import { rm } from 'node:fs/promises'
import { BadInput, DiskFull } from '../../errors.js'
import { roomForFiles } from '../../evidence/files/room-for-files.js'
import type { Archive } from '../../files/receiving/archive.js'
import { bringIn } from '../../files/bringing-files-in.js'
import { type Prepared, prepareFile } from '../../files/keeping.js'
import { diskReserve, LARGEST } from '../../files/receiving/rules.js'
import type { Store } from '../../files/store.js'
import type { Row, WholeGroup } from './rows.js'
import { bytesClaimed, bytesOf } from './unpacking.js'

/** Files and records name one another, each once, and there is room for all of them. @throws BadInput, DiskFull */
export async function checkFiles(copy: Archive, store: Store, { tables, files }: WholeGroup): Promise<void> {
  const named = (tables.files ?? []).map(row => String(row.stored_as))
  if (named.some(key => !files[key])) throw new BadInput('The copy is not complete: a file has no place in it.')
  if (new Set(named).size < named.length) throw new BadInput('The copy holds two records of the same file.')
  const bytes = [...copy.parts.keys()].filter(name => name.startsWith('files/')).map(name => name.slice(6))
  const known = new Set(named)
  if ([...bytes, ...Object.keys(files)].some(key => !known.has(key)))
    throw new BadInput('The copy holds bytes that no record names.')
  const claimed = bytesClaimed(copy)
  if (claimed > roomForFiles) throw new BadInput('The copy is too large: a group may keep 2 GB of files.')
  if ((await store.freeBytes()) - claimed < diskReserve) throw new DiskFull()
}

/**
 * Brings the files of a copy in by the door of every upload: judged by what is inside, pictures drawn anew, recordings
 * without what was written beside them.
 * @param kept every key that was stored, also when a later file is refused
 * @returns the records of the files as they are kept here
 * @throws BadInput with a sentence that names the file
 */
export async function bringFiles(copy: Archive, store: Store, whole: WholeGroup, kept: string[]): Promise<Row[]> {
  const rows: Row[] = []
  for (const row of whole.tables.files ?? []) {
    const prepared = await bringFile(copy, store, row, whole.files[String(row.stored_as)]!)
    for (const key of keysOf(prepared)) kept.push(key)
    rows.push(asKept(row, prepared))
  }
  return rows
}

function keysOf({ storedAs, smallAs, middleAs, thumbnailAs }: Prepared): string[] {
  return [storedAs, smallAs, middleAs, thumbnailAs].filter(key => key !== null)
}

async function bringFile(copy: Archive, store: Store, row: Row, expected: string): Promise<Prepared> {
  const name = String(row.name)
  const arrived = await bringIn(store, name, await bytesOf(copy, `files/${String(row.stored_as)}`, LARGEST.film))
  try {
    if (arrived.sha256 !== expected) throw new BadInput('A file of the copy is damaged, so nothing came in.')
    if (arrived.kind !== row.kind || arrived.mediaType !== row.media_type)
      throw new BadInput(`${name} is not what the copy says that it is.`)
    return await prepareFile(store, arrived)
  } finally {
    await rm(arrived.path, { force: true })
  }
}

/** Who sent it and when stays, and by which bytes it is known again. */
function asKept(row: Row, prepared: Prepared): Row {
  const { name, bytes, sha256, storedAs, width, height, thumbnailAs, middleAs, smallAs } = prepared
  const drawn = { thumbnail_as: thumbnailAs, middle_as: middleAs, small_as: smallAs }
  return { ...row, name, bytes, sha256, stored_as: storedAs, width, height, ...drawn }
}
