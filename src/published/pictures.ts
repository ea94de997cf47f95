import type { Db } from '../database.js'
import type { PictureAddress } from '../documents/blocks-to-html.js'
import { NotFound } from '../errors.js'
import { inSizes } from '../files/pictures/sizes.js'
import type { StoredFile } from '../files/tables.js'
import type { NamesBook } from '../names/names.js'
import { pictureIds } from '../publishing/editions/pictures-then.js'
import {
  groupOfEdition,
  pseudonymsOfEdition,
  readEdition,
  withPicturesStillShown,
} from '../publishing/editions/still-allowed.js'
import { coverIn } from '../handouts/cover.js'
import type { ShelvedWork } from './library.js'
import type { Cover } from './pages.js'
import { editionStillOut } from './reading.js'
import { namesOutsideOf } from './works.js'

/** A picture of an edition, as it was published, as long as the edition still shows it. @throws NotFound */
export async function findPictureIn(db: Db, editionId: string, fileId: string, baseUrl: string): Promise<StoredFile> {
  const edition = await editionStillOut(db, editionId)
  if (!edition) throw new NotFound('picture')
  const pseudonyms = await pseudonymsOfEdition(db, edition)
  const { document, pictures } = await readEdition(db, edition, pseudonyms, baseUrl)
  const file = pictureIds(document.parts).includes(fileId) ? pictures.get(fileId) : undefined
  if (!file) throw new NotFound('picture')
  return file
}

/** Where the pictures of an edition can be fetched. */
export function pictureInEdition(edition: { id: string }): PictureAddress {
  return (id, size = 'small') => `/published/files/${edition.id}/${id}?size=${size}`
}

/** Each work with its cover: the first picture that may still be shown. */
export function withCovers(
  db: Db,
  works: ShelvedWork[],
  outside: NamesBook,
): Promise<(ShelvedWork & { cover: Cover | null })[]> {
  return Promise.all(works.map(async work => ({ ...work, cover: await coverOf(db, work, outside) })))
}

async function coverOf(db: Db, work: ShelvedWork, outside: NamesBook): Promise<Cover | null> {
  const edition = work.pictured ? await editionStillOut(db, work.id) : undefined
  const found = edition && coverIn(await withPicturesStillShown(db, edition))
  return edition && found
    ? {
        ...inSizes(found, size => pictureInEdition(edition)(found.id, size)),
        alt: (await namesOutsideOf(db, outside, await groupOfEdition(db, edition))).read(found.alt),
      }
    : null
}
