import { type Names, chosenBy, ownNames } from '../names/names.js'
import type { Db } from '../database.js'
import type { Document } from '../documents/document.js'
import { inOtherWords } from '../documents/in-other-words.js'
import { schoolsThatShare } from '../instruments/measures.js'
import { mayBePublished } from '../reach/finding.js'
import { documentOfEdition, hiddenPieces } from './editions.js'
import { chartKey } from './masking.js'
import { inProportion, pictureIds, picturesThen } from './pictures-then.js'
import { documentOf } from './submissions.js'
import type { Edition } from './tables.js'

/** What may not be shown of an edition any more, asked anew at every reading: pieces, and pictures. */
export async function hiddenIn(
  db: Db,
  edition: Edition,
): Promise<{ pieces: string[]; files: string[]; charts: string[] }> {
  const pieces = await hiddenPieces(db, edition, ids => thoseThatMayGoOut(db, ids))
  const document = documentOf(edition)
  return { pieces, files: await hiddenPictures(db, document, pieces), charts: await hiddenCharts(db, document) }
}

/** Charts of numbers that one of their schools does not share any more. */
export async function hiddenCharts(db: Db, { parts }: Pick<Document, 'parts'>): Promise<string[]> {
  const charts = parts.flatMap(block => (block.kind === 'chart' && block.of ? [{ ...block, of: block.of }] : []))
  const shares = await schoolsThatShare(db, [...new Set(charts.map(({ of }) => of.measure))])
  const shared = new Set(shares.map(({ measureId, schoolId }) => `${measureId} ${schoolId}`))
  return charts.filter(({ of }) => of.schools.some(school => !shared.has(`${of.measure} ${school}`))).map(chartKey)
}

/** An edition as its readers see it now. @param baseUrl where readers reach the workbench */
export async function editionToRead(db: Db, edition: Edition, baseUrl: string): Promise<Document> {
  const { read: words } = await pseudonymsOfEdition(db, edition)
  const document = documentOfEdition(edition, await hiddenIn(db, edition), baseUrl)
  return inOtherWords(await inProportion(db, document), words)
}

/** A write-up was frozen as it stood; a pseudonym that its group chose since is used in it too. */
export async function pseudonymsOfEdition(db: Db, edition: Pick<Edition, 'ofKind' | 'ofId'>): Promise<Names> {
  const row =
    edition.ofKind === 'write-up'
      ? await db.selectFrom('writeUps').select('groupId').where('id', '=', edition.ofId).executeTakeFirst()
      : undefined
  return row ? chosenBy(db, row.groupId) : ownNames
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
export async function hiddenPictures(db: Db, document: Document, pieces: string[]): Promise<string[]> {
  const ids = [...new Set(pictureIds(document.parts))]
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('files')
    .leftJoin('evidenceFiles', 'evidenceFiles.fileId', 'files.id')
    .select(['files.id', 'evidenceFiles.evidenceId', 'evidenceFiles.removedAt'])
    .where('files.id', 'in', ids)
    .execute()
  const gone = new Set(pieces)
  const then = await picturesThen(db, document)
  const shown = rows.filter(row => then.has(row.id) && !row.removedAt && !(row.evidenceId && gone.has(row.evidenceId)))
  return ids.filter(id => !shown.some(row => row.id === id))
}

/** How many pieces the newest edition that is out has lost. @param editions of one thing, the newest first */
export async function gapsIn(db: Db, editions: Edition[]): Promise<number> {
  const newest = editions.find(edition => !edition.withdrawnAt)
  return newest ? (await hiddenPieces(db, newest, ids => thoseThatMayGoOut(db, ids))).length : 0
}
