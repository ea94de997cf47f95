import { chosenBy, type Names, ownNames } from '../../names/names.js'
import type { Db } from '../../database.js'
import type { Document } from '../../documents/document.js'
import { documentUnder } from '../../names/in-documents.js'
import { schoolsThatShare } from '../../instruments/measures/measures.js'
import { mayBePublished } from '../../reach/finding.js'
import { documentOfEdition } from './edition-document.js'
import { hiddenPieces } from './editions.js'
import { chartKey } from '../../write-ups/document/masking.js'
import { inProportion, pictureIds, type PicturesThen, picturesThen } from './pictures-then.js'
import { documentOf } from '../submitting/submissions.js'
import type { Edition } from '../tables.js'

/** What may not be shown of an edition any more, asked anew at every reading: pieces, pictures and charts. */
export interface Hidden {
  pieces: string[]
  files: string[]
  charts: string[]
}

/** @param then its pictures as they were when it was frozen */
export async function hiddenIn(db: Db, edition: Edition, then: PicturesThen): Promise<Hidden> {
  const pieces = await hiddenPieces(db, edition, ids => thoseThatMayGoOut(db, ids))
  const document = documentOf(edition)
  return { pieces, files: await hiddenPictures(db, document, pieces, then), charts: await hiddenCharts(db, document) }
}

/** Charts of numbers that one of their schools does not share any more. */
export async function hiddenCharts(db: Db, { parts }: Pick<Document, 'parts'>): Promise<string[]> {
  const charts = parts.flatMap(block => (block.kind === 'chart' && block.of ? [{ ...block, of: block.of }] : []))
  const shares = await schoolsThatShare(db, [...new Set(charts.map(({ of }) => of.measure))])
  const shared = new Set(shares.map(({ measureId, schoolId }) => `${measureId} ${schoolId}`))
  return charts.filter(({ of }) => of.schools.some(school => !shared.has(`${of.measure} ${school}`))).map(chartKey)
}

/** An edition as its readers see it now, with its pictures as they were, and how many of its pieces may not be shown any more. */
export interface ReadEdition {
  document: Document
  pictures: PicturesThen
  gaps: number
}

/**
 * @param pseudonyms those of the edition's group
 * @param baseUrl where readers reach the workbench
 */
export async function readEdition(db: Db, edition: Edition, pseudonyms: Names, baseUrl: string): Promise<ReadEdition> {
  const pictures = await picturesThen(db, documentOf(edition))
  const hidden = await hiddenIn(db, edition, pictures)
  const document = inProportion(documentOfEdition(edition, hidden, baseUrl), pictures)
  return { document: documentUnder(document, pseudonyms), pictures, gaps: hidden.pieces.length }
}

/** The pictures of an edition as its readers see them now, in its parts; its other words are as they were frozen. */
export async function withPicturesStillShown(db: Db, edition: Edition): Promise<Document> {
  const frozen = documentOf(edition)
  const then = await picturesThen(db, frozen)
  const pieces = await hiddenPieces(db, edition, ids => thoseThatMayGoOut(db, ids))
  const files = await hiddenPictures(db, frozen, pieces, then)
  return inProportion(documentOfEdition(edition, { pieces, files, charts: [] }, ''), then)
}

/** An edition as its readers see it now, for whoever has nothing else of it in hand. */
export async function editionToRead(db: Db, edition: Edition, baseUrl: string): Promise<Document> {
  return (await readEdition(db, edition, await pseudonymsOfEdition(db, edition), baseUrl)).document
}

/** A write-up was frozen as it stood; a pseudonym that its group chose since is used in it too. */
export async function pseudonymsOfEdition(db: Db, edition: Pick<Edition, 'ofKind' | 'ofId'>): Promise<Names> {
  return pseudonymsIn(db, await groupOfEdition(db, edition))
}

/** @param groupId of a write-up; a termly report has none, and names everything by its own name */
export async function pseudonymsIn(db: Db, groupId: string | null): Promise<Names> {
  return groupId === null ? ownNames : chosenBy(db, groupId)
}

/** The group whose write-up it is; null for a termly report. */
export async function groupOfEdition(
  db: Db,
  { ofKind, ofId }: Pick<Edition, 'ofKind' | 'ofId'>,
): Promise<string | null> {
  if (ofKind !== 'write-up') return null
  const row = await db.selectFrom('writeUps').select('groupId').where('id', '=', ofId).executeTakeFirst()
  return row?.groupId ?? null
}

async function thoseThatMayGoOut(db: Db, ids: string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const rows = await db.selectFrom('evidence').select('id').where('id', 'in', ids).where(mayBePublished).execute()
  return new Set(rows.map(row => row.id))
}

/**
 * Pictures of the document whose piece may not be shown, or that were taken out since, or of which nothing is left as it
 * was then.
 * A picture that belongs to no piece (a school's own, beside an answer) stays as long as it is there.
 */
export async function hiddenPictures(
  db: Db,
  document: Document,
  pieces: string[],
  then: PicturesThen,
): Promise<string[]> {
  const ids = [...new Set(pictureIds(document.parts))]
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('files')
    .leftJoin('evidenceFiles', 'evidenceFiles.fileId', 'files.id')
    .select(['files.id', 'evidenceFiles.evidenceId', 'evidenceFiles.removedAt'])
    .where('files.id', 'in', ids)
    .execute()
  const gone = new Set(pieces)
  const still = rows.filter(row => then.has(row.id) && !row.removedAt && !(row.evidenceId && gone.has(row.evidenceId)))
  return ids.filter(id => !still.some(row => row.id === id))
}

/** How many pieces the newest edition that is out has lost. @param editions of one thing, the newest first */
export async function gapsIn(db: Db, editions: Edition[]): Promise<number> {
  const newest = editions.find(edition => !edition.withdrawnAt)
  return newest ? (await hiddenPieces(db, newest, ids => thoseThatMayGoOut(db, ids))).length : 0
}
