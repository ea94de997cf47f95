import type { Db } from '../database.js'
import type { FileVersion, StoredFile } from './tables.js'
import { asVersion } from './versions.js'

/** A file as it was, by its id and its version at the time. */
export interface Then {
  id: string
  version: number
}

/**
 * What may be shown now of files as they were: each as it was then, also when another took its place since. Where it was
 * covered since, only what is covered is shown; what is erased, or kept uncovered for its keeper alone, never.
 * @returns by id; without those of which nothing may be shown
 */
export async function filesThen(db: Db, wanted: Then[]): Promise<Map<string, StoredFile>> {
  const ids = wanted.map(one => one.id)
  if (ids.length === 0) return new Map()
  const files = await db.selectFrom('files').selectAll().where('id', 'in', ids).where('erasedAt', 'is', null).execute()
  const versions = await db
    .selectFrom('fileVersions')
    .selectAll()
    .where('fileId', 'in', ids)
    .orderBy('version')
    .execute()
  const byId = new Map<string, StoredFile>()
  for (const { id, version } of wanted) {
    const file = files.find(one => one.id === id)
    const then =
      file &&
      shownInstead(
        file,
        versions.filter(one => one.fileId === id),
        version,
      )
    if (then) byId.set(id, then)
  }
  return byId
}

function shownInstead(file: StoredFile, versions: FileVersion[], version: number): StoredFile | undefined {
  // Of a file that was never replaced there are no versions.
  if (versions.length === 0) return file
  const origin = originIn(versions, version)
  const since = versions.filter(one => one.version > version && isCovered(versions, one))
  const covered = since.filter(one => originIn(versions, one.version) === origin).at(-1)
  const then = covered ?? versions.find(one => one.version === version)
  // Covering erases every version, also one that another picture had replaced: then what is covered stands for it too.
  const stands = [then, ...since].find(one => one && one.erasedAt === null && one.keptBecause === null)
  return stands && asVersion(file, stands)
}

/** The version in which the same picture first came in: before it was covered, or brought back. */
function originIn(versions: FileVersion[], version: number): number {
  const one = versions.find(other => other.version === version)
  if (one?.how === 'covered') return originIn(versions, version - 1)
  const first = one?.how === 'restored' && broughtBack(versions, one)
  return first ? originIn(versions, first.version) : version
}

function isCovered(versions: FileVersion[], one: FileVersion): boolean {
  if (one.how === 'covered') return true
  const first = one.how === 'restored' && broughtBack(versions, one)
  return first ? isCovered(versions, first) : false
}

function broughtBack(versions: FileVersion[], one: FileVersion): FileVersion | undefined {
  return versions.find(other => other.version < one.version && other.sha256 === one.sha256)
}
