import type { Db, Trx } from '../database.js'
import { Conflict, NotFound } from '../errors.js'
import { now } from '../web/now.js'
import type { Prepared } from './keeping.js'
import { endingOf } from './names.js'
import type { FileKind, FileVersion, HowMade, StoredFile } from './tables.js'

const families: FileKind[][] = [['image'], ['sound', 'film'], ['document', 'table', 'text']]

/** A picture is replaced by a picture, sound or film by sound or film, and what is read by what is read. */
export function mayTakeThePlaceOf(file: { kind: FileKind }, other: { kind: FileKind }): boolean {
  return families.some(family => family.includes(file.kind) && family.includes(other.kind))
}

/**
 * Other bytes take the place of a file's; it stays the same file to everything that points at it. What it was becomes an
 * earlier version. @throws Conflict when it was replaced or erased since the page was opened
 */
export async function replaceBytes(
  trx: Trx,
  file: { id: string; version: number },
  prepared: Prepared,
  person: { id: string },
  how: HowMade,
): Promise<StoredFile> {
  const was = await trx
    .selectFrom('files')
    .selectAll()
    .where('id', '=', file.id)
    .where('erasedAt', 'is', null)
    .executeTakeFirst()
  if (!was || was.version !== file.version)
    throw new Conflict('Somebody has changed this file since you opened the page. Open it again and look first.')
  await writeVersion(trx, was, 'sent')
  const is: StoredFile = {
    ...was,
    ...bytesOf(prepared),
    version: was.version + 1,
    uploadedBy: person.id,
    uploadedAt: now(),
  }
  await trx.updateTable('files').set(is).where('id', '=', is.id).execute()
  await writeVersion(trx, is, how)
  return is
}

/** All versions of a file that are still there, the newest first; none when it was never replaced. */
export function versionsOf(db: Db, fileId: string): Promise<FileVersion[]> {
  return db
    .selectFrom('fileVersions')
    .selectAll()
    .where('fileId', '=', fileId)
    .where('erasedAt', 'is', null)
    .orderBy('version', 'desc')
    .execute()
}

/** @throws NotFound for a version that never was, or was erased */
export async function findVersion(db: Db, fileId: string, version: number): Promise<FileVersion> {
  return db
    .selectFrom('fileVersions')
    .selectAll()
    .where('fileId', '=', fileId)
    .where('version', '=', version)
    .where('erasedAt', 'is', null)
    .executeTakeFirstOrThrow(() => new NotFound('version of this file'))
}

/** A file as it was at a version, to be sent. */
export function asVersion(file: StoredFile, version: FileVersion): StoredFile {
  return {
    ...file,
    ...bytesOf(version),
    version: version.version,
    uploadedBy: version.madeBy,
    uploadedAt: version.madeAt,
  }
}

/** Marks versions as erased and blanks what could tell of them. Afterwards, once committed, call `removeBytes`. */
export async function eraseVersions(trx: Trx, file: { id: string }, but?: number): Promise<void> {
  const versions = await versionsOf(trx, file.id)
  for (const { version, name } of versions.filter(one => one.version !== but)) {
    const ending = endingOf(name)
    await trx
      .updateTable('fileVersions')
      .set({ erasedAt: now(), name: ending ? `erased.${ending}` : 'erased', sentSha256: null, keptBecause: null })
      .where('fileId', '=', file.id)
      .where('version', '=', version)
      .execute()
  }
}

function writeVersion(trx: Trx, file: StoredFile, how: HowMade) {
  const { id: fileId, version, uploadedBy: madeBy, uploadedAt: madeAt } = file
  return (
    trx
      .insertInto('fileVersions')
      .values({ fileId, version, how, ...bytesOf(file), madeBy, madeAt, keptBecause: null, erasedAt: null })
      // Of an earlier replacement there is a row already.
      .onConflict(row => row.columns(['fileId', 'version']).doNothing())
      .execute()
  )
}

function bytesOf(one: Prepared): Prepared {
  const { name, kind, mediaType, bytes, sha256, sentSha256, storedAs, width, height } = one
  const { thumbnailAs, middleAs, smallAs } = one
  return { name, kind, mediaType, bytes, sha256, sentSha256, storedAs, width, height, thumbnailAs, middleAs, smallAs }
}
