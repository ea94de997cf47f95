import { createHash } from 'node:crypto'
import { rm, stat } from 'node:fs/promises'
import { Readable } from 'node:stream'
import type { Trx } from '../database.js'
import { BadInput, fromTheDisk } from '../errors.js'
import { newId } from '../web/new-id.js'
import { now } from '../web/now.js'
import type { Arrived, Refused } from './receiving/arriving.js'
import { endingOf } from './names.js'
import { redraw } from './pictures/pictures.js'
import { sha256Of } from './sha256.js'
import { newKey, type Store } from './store.js'
import type { StoredFile } from './tables.js'
import { blankTraces } from './traces/blanking.js'

/** Bytes that are safe in the store and have no row yet. Without one, `sweepStore` removes them later. */
export type Prepared = Omit<StoredFile, 'id' | 'uploadedBy' | 'uploadedAt' | 'erasedAt' | 'version'>

/**
 * The slow part, before the transaction: pictures are drawn anew, films and recordings lose what was written beside
 * them, and the bytes of everything are flushed to the disk.
 * @throws BadInput with a sentence about the picture (422, or 503 when too many wait), DiskFull.
 */
export async function prepareFile(store: Store, arrived: Arrived): Promise<Prepared> {
  const { kind, mediaType } = arrived
  const name = kind === 'image' ? namedAsDrawn(arrived.name, mediaType) : arrived.name
  const kept = kind === 'image' ? await keepPicture(store, arrived) : await keepAsIs(store, arrived)
  return { name, kind, mediaType, sentSha256: arrived.sha256, ...kept }
}

/** What was drawn anew as a JPEG ends like one: IMG_2041.HEIC becomes IMG_2041.jpg. */
function namedAsDrawn(name: string, mediaType: string): string {
  const isJpeg = /^jpe?g$/.test(endingOf(name))
  return mediaType === 'image/jpeg' && !isJpeg ? name.replace(/\.[^.]*$/, '.jpg') : name
}

/** Each file on its own: one that turns out to be damaged is named in `refused` and the others go on. */
export async function prepareFiles(
  store: Store,
  arrived: Arrived[],
): Promise<{ prepared: Prepared[]; refused: Refused[] }> {
  const prepared: Prepared[] = []
  const refused: Refused[] = []
  for (const file of arrived) {
    try {
      prepared.push(await prepareFile(store, file))
    } catch (error) {
      if (!(error instanceof BadInput)) throw error
      refused.push({ name: file.name, because: error.message })
    }
  }
  return { prepared, refused }
}

/** The quick part, inside the transaction that also says which evidence holds the file. */
export async function recordFile(trx: Trx, prepared: Prepared, person: { id: string }): Promise<StoredFile> {
  const file = { ...prepared, id: newId(), uploadedBy: person.id, uploadedAt: now(), erasedAt: null, version: 1 }
  await trx.insertInto('files').values(file).execute()
  return file
}

type Kept = Omit<Prepared, 'name' | 'kind' | 'mediaType' | 'sentSha256'>

async function keepAsIs(store: Store, { path, bytes: asCame, mediaType, sha256: asSent }: Arrived): Promise<Kept> {
  const changed = await blankTraces(path, mediaType)
  const [sha256, bytes] = changed ? [await sha256Of(path), (await stat(path)).size] : [asSent, asCame]
  const storedAs = newKey()
  await store.write(path, storedAs).catch(asDiskFull)
  return { bytes, sha256, storedAs, width: null, height: null, thumbnailAs: null, middleAs: null, smallAs: null }
}

/** The picture as it was sent, with all that the camera wrote, goes at once, whether or not it could be drawn. */
async function keepPicture(store: Store, { path }: Arrived): Promise<Kept> {
  const picture = await redraw(path).finally(() => rm(path, { force: true }))
  const { bytes, width, height } = picture
  const [storedAs, smallAs, middleAs, thumbnailAs] = [newKey(), newKey(), newKey(), newKey()]
  await store.write(Readable.from([bytes]), storedAs).catch(asDiskFull)
  await store.write(Readable.from([picture.small]), smallAs).catch(asDiskFull)
  await store.write(Readable.from([picture.middle]), middleAs).catch(asDiskFull)
  await store.write(Readable.from([picture.thumbnail]), thumbnailAs).catch(asDiskFull)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return { bytes: bytes.length, sha256, storedAs, width, height, thumbnailAs, middleAs, smallAs }
}

function asDiskFull(error: unknown): never {
  throw fromTheDisk(error)
}
