import { createHash } from 'node:crypto'
import { written } from '../../names/written.js'
import { nothingBeyond } from '../../reach/reaches.js'
import { renewReach } from '../../reach/renewing.js'
import { type Db, inOne, type Trx } from '../../database.js'
import { isKnownFact, recordAs } from '../../facts/facts.js'
import { eraseFile } from '../../files/erasing.js'
import { newId } from '../../web/new-id.js'
import { dayOf, now } from '../../web/now.js'
import type { ErasingAlong } from './erasing-along.js'
import { eraseTexts } from '../readable-texts/readable-texts.js'
import { aboutPiece } from '../as-fact.js'
import { pieceIn, type WholePiece } from './piece-in.js'
import { type JournalKind, type Line, linesOf, type OldLine } from './withdrawal-journal.js'
import { blankPiece, removeRows, textsAndPassagesOf } from './withdrawing.js'

/**
 * Does again what a database that was put back from a backup does not know: every line of the journal of which it does
 * not hold the fact, in the order of the lines.
 * @returns how many withdrawals and erasures were recorded again
 */
export async function replayWithdrawals(db: Db, path: string, erases: ErasingAlong[]): Promise<number> {
  const newest = await db
    .selectFrom('audit')
    .select(eb => eb.fn.max('at').as('at'))
    .executeTakeFirst()
  let again = 0
  for (const line of linesOf(path)) {
    // Other rooms have lines of their own in the same journal.
    if ('kind' in line && !(line.kind in doAgain)) continue
    // A line from before facts were has no id: the trail of that time tells whether this database knew of it.
    if (!('fact' in line) && line.at <= (newest?.at ?? '')) continue
    const withId = 'fact' in line ? line : asNew(line)
    if (await isKnownFact(db, withId.fact)) continue
    if (await inOne(db, trx => replay(trx, withId, erases))) again += 1
  }
  return again
}

const kindsBefore: Record<OldLine['what'], JournalKind> = {
  evidence: 'evidence withdrawn',
  consent: 'consent withdrawn',
  'put back': 'evidence put back',
  file: 'file erased',
  uncovered: 'uncovered pictures erased',
}

function asNew({ what, file, ...line }: OldLine): Line {
  const fact = `journal-${createHash('sha256')
    .update(JSON.stringify({ what, file, ...line }))
    .digest('hex')
    .slice(0, 20)}`
  return { ...line, fact, kind: kindsBefore[what], files: file ? [file] : [] }
}

/** @returns false when the database has no such piece, so that there is nothing to withdraw */
async function replay(trx: Trx, line: Line, erases: ErasingAlong[]): Promise<boolean> {
  const piece = await pieceIn(trx, line.piece)
  if (!piece) return false
  const person = await trx.selectFrom('people').select('id').where('id', '=', line.person).executeTakeFirst()
  const gone = await textsAndPassagesOf(trx, piece)
  await doAgain[line.kind](trx, piece, line, { by: person?.id ?? piece.loggedBy, erases })
  await renewReach(trx, [piece.id])
  await recordAs(trx, line.fact, {
    kind: line.kind,
    by: person ?? null,
    ...aboutPiece(piece),
    because: again,
    list: null,
    files: line.files,
    file: line.files[0] ?? '',
    keptToo: false,
    ...gone,
  })
  return true
}

const again = 'Recorded again after a backup was put back.'

type Again = (trx: Trx, piece: WholePiece, line: Line, along: Along) => Promise<void>
interface Along {
  by: string
  erases: ErasingAlong[]
}

const inside = nothingBeyond('group')

const doAgain: Record<JournalKind, Again> = {
  async 'evidence withdrawn'(trx, piece, { at }, { by }) {
    await trx
      .updateTable('evidence')
      .set({ withdrawnAt: at, withdrawnBy: by, withdrawnBecause: again })
      .where('id', '=', piece.id)
      .where('withdrawnAt', 'is', null)
      .execute()
  },
  async 'evidence put back'(trx, piece) {
    const back = { withdrawnAt: null, withdrawnBy: null, withdrawnBecause: null, ...inside }
    await trx.updateTable('evidence').set(back).where('id', '=', piece.id).where('title', '<>', written('')).execute()
  },
  async 'consent withdrawn'(trx, piece, { at }, { by }) {
    await eraseUncovered(trx, piece)
    await trx.updateTable('evidence').set(inside).where('id', '=', piece.id).execute()
    await trx
      .insertInto('consents')
      .values({
        id: newId(),
        evidenceId: piece.id,
        who: 'pupils',
        audience: 'group',
        givenOn: dayOf(at),
        recordedBy: by,
        recordedAt: at,
        withdrawnAt: at,
        withdrawnBy: by,
        withdrawnBecause: again,
      })
      .execute()
  },
  'evidence erased': (trx, piece, _line, { by, erases }) => blankPiece(trx, piece, by, erases),
  // What leans on a draft in an old backup keeps its number standing.
  'draft erased': (trx, piece, _line, { by, erases }) =>
    removeRows(trx, piece, erases).catch(() => blankPiece(trx, piece, by, erases)),
  'file erased': takeOut,
  'picture covered': takeOut,
  'versions of a file erased': takeOut,
  async 'uncovered pictures erased'(trx, piece, line, along) {
    // A backup from before the covering holds the uncovered picture alone.
    const uncovered: string[] = []
    for (const file of line.files) if (!(await wasCovered(trx, file))) uncovered.push(file)
    if (uncovered.length < line.files.length) await eraseUncovered(trx, piece)
    await takeOut(trx, piece, { ...line, files: uncovered }, along)
  },
}

async function takeOut(trx: Trx, piece: WholePiece, { files }: Line, { erases }: Along): Promise<void> {
  for (const id of files) {
    const file = piece.files.find(one => one.id === id)
    if (file) await eraseFile(trx, file)
    await trx.updateTable('evidenceFiles').set({ removedAt: now(), alt: '' }).where('fileId', '=', id).execute()
    await eraseTexts(trx, erases, piece, id)
  }
}

async function eraseUncovered(trx: Trx, piece: { id: string }): Promise<void> {
  const gone = { erasedAt: now(), name: 'erased', sentSha256: null, keptBecause: null }
  const ofPiece = trx.selectFrom('evidenceFiles').select('evidenceFiles.fileId').where('evidenceId', '=', piece.id)
  await trx
    .updateTable('fileVersions')
    .set(gone)
    .where('fileId', 'in', ofPiece)
    .where('keptBecause', 'is not', null)
    .where('erasedAt', 'is', null)
    .execute()
}

async function wasCovered(trx: Trx, file: string): Promise<boolean> {
  const row = await trx
    .selectFrom('fileVersions')
    .select('version')
    .where('fileId', '=', file)
    .where('how', '=', 'covered')
    .executeTakeFirst()
  return row !== undefined
}
