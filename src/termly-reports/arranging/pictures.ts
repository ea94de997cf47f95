import type { Db } from '../../database.js'
import type { Figure } from '../../documents/document.js'
import { NotFound } from '../../errors.js'
import { numberOf } from '../../evidence/listing/cards.js'
import { evidenceInGroups, type Piece, type PieceFile } from '../../evidence/evidence.js'
import { filled, ofWhom } from '../../evidence/loading-pieces.js'
import { hindrancesIn, isAboutDescription } from '../../evidence/sharing/publishable.js'
import { type NamesBook, namesOutside } from '../../names/names.js'
import type { Network, Term } from '../../networks/tables.js'
import type { Person } from '../../people/person.js'
import { mayBePublished } from '../../reach/finding.js'
import { newId } from '../../web/new-id.js'
import { now } from '../../web/now.js'
import { anchorOf } from '../../write-ups/document/citing.js'
import type { ReportPicture } from '../tables.js'
import { windowOf } from '../what-happened/window.js'

/** A picture that everybody in it agreed to show to the public, under the pseudonyms of its group. */
export interface PictureToChoose {
  piece: Piece
  file: PieceFile
}

const MOST = 120

/** Enough of each group that one of them is described and stands nowhere else. */
const MOST_OF_A_GROUP = 5

/** Pieces with pictures that everybody may see, one line for each. */
function piecesWithPictures(db: Db) {
  return evidenceInGroups(db)
    .innerJoin('evidenceFiles', 'evidenceFiles.evidenceId', 'evidence.id')
    .innerJoin('files', 'files.id', 'evidenceFiles.fileId')
    .distinct()
    .where(mayBePublished)
    .where('evidenceFiles.removedAt', 'is', null)
    .where('files.kind', '=', 'image')
    .where('files.erasedAt', 'is', null)
}

/**
 * Pictures that may go into the report: shared with the network, with consent for the public, no school against it.
 * A description may still be missing; it is asked for when the picture is chosen.
 * @param all from every term instead of this one only
 */
export async function picturesFor(db: Db, network: Network, term: Term, all: boolean): Promise<PictureToChoose[]> {
  const { from, until } = await windowOf(db, term)
  let query = piecesWithPictures(db)
    .selectAll('evidence')
    .select(ofWhom)
    .where('groups.networkId', '=', network.id)
    .orderBy('evidence.loggedAt', 'desc')
    .limit(MOST)
  if (!all) query = query.where('evidence.loggedAt', '>=', from).where('evidence.loggedAt', '<', until)
  return choosable(await filled(db, namesOutside(), await query.execute()))
}

/**
 * The newest of each of these groups, the newest first.
 * @param until a moment: what was logged later is left out
 * @param names under which the groups are read outside
 */
export async function newestPicturesOf(
  db: Db,
  groupIds: string[],
  until: string,
  names: NamesBook,
): Promise<PictureToChoose[]> {
  const numbered = piecesWithPictures(db)
    .select(['evidence.id', 'evidence.groupId', 'evidence.loggedAt'])
    .where('evidence.groupId', 'in', groupIds)
    .where('evidence.loggedAt', '<', until)
  const newest = db
    .selectFrom(numbered.as('one'))
    .select('one.id')
    .select(eb =>
      eb.fn
        .agg<number>('row_number')
        .over(over => over.partitionBy('one.groupId').orderBy('one.loggedAt', 'desc').orderBy('one.id'))
        .as('place'),
    )
  const rows = await evidenceInGroups(db)
    .selectAll('evidence')
    .select(ofWhom)
    .where(
      'evidence.id',
      'in',
      db.selectFrom(newest.as('newest')).select('newest.id').where('place', '<=', MOST_OF_A_GROUP),
    )
    .orderBy('evidence.loggedAt', 'desc')
    .execute()
  return choosable(await filled(db, names, rows))
}

function choosable(pieces: Piece[]): PictureToChoose[] {
  const ids = pieces.map(piece => piece.id)
  const findings = hindrancesIn(pieces, ids, 'public')
  const stopped = new Set(findings.filter(finding => !isAboutDescription(finding)).map(finding => finding.piece.id))
  const found: PictureToChoose[] = []
  for (const piece of pieces.filter(one => !stopped.has(one.id)))
    for (const file of piece.files)
      if (file.kind === 'image' && file.smallAs && file.width && file.height) found.push({ piece, file })
  return found
}

/** One of the pictures that may be chosen. @throws NotFound */
export async function findPicture(db: Db, network: Network, fileId: string): Promise<PictureToChoose> {
  const rows = await evidenceInGroups(db)
    .innerJoin('evidenceFiles', 'evidenceFiles.evidenceId', 'evidence.id')
    .selectAll('evidence')
    .select(ofWhom)
    .where('groups.networkId', '=', network.id)
    .where(mayBePublished)
    .where('evidenceFiles.fileId', '=', fileId)
    .where('evidenceFiles.removedAt', 'is', null)
    .execute()
  const found = choosable(await filled(db, namesOutside(), rows)).find(one => one.file.id === fileId)
  if (!found) throw new NotFound('picture')
  return found
}

export async function choosePicture(
  db: Db,
  term: Term,
  part: string,
  { piece, file }: PictureToChoose,
  words: { alt: string; caption: string },
  by: Person,
): Promise<void> {
  await db
    .insertInto('reportPictures')
    .values({
      id: newId(),
      termId: term.id,
      part,
      evidenceId: piece.id,
      fileId: file.id,
      ...words,
      chosenAt: now(),
      chosenBy: by.id,
      removedAt: null,
      removedBy: null,
    })
    .execute()
}

/** @throws NotFound */
export async function takePictureOut(db: Db, term: Term, id: string, by: Person): Promise<void> {
  const done = await db
    .updateTable('reportPictures')
    .set({ removedAt: now(), removedBy: by.id })
    .where('id', '=', id)
    .where('termId', '=', term.id)
    .where('removedAt', 'is', null)
    .executeTakeFirst()
  if (done.numUpdatedRows === 0n) throw new NotFound('picture')
}

/** A chosen picture, with the file as it is now; `piece` is missing when it may not go out any more. */
export interface ChosenPicture extends ReportPicture {
  piece: Piece | undefined
  file: PieceFile | undefined
}

/** The files of the pictures that stand in a term's report, whether or not they may still go out. */
export async function chosenFiles(db: Db, term: Pick<Term, 'id'>): Promise<string[]> {
  return (await chosenRows(db, term)).map(picture => picture.fileId)
}

/** What was chosen for a term's report, in the order in which it was. @param names under which groups are read outside */
export async function picturesOf(db: Db, term: Pick<Term, 'id'>, names: NamesBook): Promise<ChosenPicture[]> {
  const rows = await chosenRows(db, term)
  if (rows.length === 0) return []
  const pieces = await evidenceInGroups(db)
    .selectAll('evidence')
    .select(ofWhom)
    .where(
      'evidence.id',
      'in',
      rows.map(row => row.evidenceId),
    )
    .execute()
  const choices = choosable(await filled(db, names, pieces))
  return rows.map(row => {
    const found = choices.find(one => one.file.id === row.fileId && one.piece.id === row.evidenceId)
    return { ...row, piece: found?.piece, file: found?.file }
  })
}

function chosenRows(db: Db, term: Pick<Term, 'id'>): Promise<ReportPicture[]> {
  return db
    .selectFrom('reportPictures')
    .selectAll()
    .where('termId', '=', term.id)
    .where('removedAt', 'is', null)
    .orderBy('chosenAt')
    .execute()
}

/** A picture with the words under it, as it goes into the document. */
export type PictureWithWords = Pick<ChosenPicture, 'piece' | 'file' | 'alt' | 'caption'>

/** The picture in the document: its caption leads to the piece, so that a withdrawal takes the picture with it. */
export function figureOf(
  { piece, file, alt, caption }: PictureWithWords,
  stands: Pick<Figure, 'wide' | 'beside'> = {},
): Figure[] {
  if (!piece || !file) return []
  return [
    {
      kind: 'figure',
      picture: { id: file.id, version: file.version, width: file.width!, height: file.height! },
      alt,
      caption: [
        { kind: 'text', text: `${caption || piece.title} ` },
        { kind: 'reference', label: numberOf(piece), title: piece.title, href: anchorOf(piece.id) },
      ],
      ...stands,
    },
  ]
}
