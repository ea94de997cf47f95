import type { Db, Trx } from '../../database.js'
import { NotFound } from '../../errors.js'
import type { Person } from '../../people/person.js'
import { newId } from '../../web/new-id.js'
import { now } from '../../web/now.js'
import { anchored } from './anchoring.js'
import type { ErasingAlong } from '../withdrawing/erasing-along.js'
import type { Piece } from '../evidence.js'
import type { ReadableText, TextSource } from '../tables.js'

/** A line of a transcript and the moment it is said: seconds from the beginning, and its place in the words. */
export interface Timing {
  from: number
  to: number | null
  startsAt: number
  endsAt: number
}

export interface WhichText {
  evidenceId: string
  source: TextSource
  fileId?: string | null
}

/** The texts of a piece as they stand now: what was seen first, then files in their order. The piece proves that one may read it. */
export async function readableTextsOf(db: Db, piece: Pick<Piece, 'id' | 'gap' | 'files'>): Promise<ReadableText[]> {
  if (piece.gap) return []
  const place = new Map(piece.files.map((file, at) => [file.id, at]))
  const texts = await db
    .selectFrom('readableTexts')
    .selectAll()
    .where('evidenceId', '=', piece.id)
    .where('replacedAt', 'is', null)
    .execute()
  return texts
    .filter(text => text.words !== '' && (text.fileId === null || place.has(text.fileId)))
    .sort((a, b) => (place.get(a.fileId ?? '') ?? -1) - (place.get(b.fileId ?? '') ?? -1))
}

/**
 * Keeps new words of a piece as its text's next version, and moves the passages along. The same words again change nothing.
 * @param person who wrote them; null for what the workbench read from a file
 * @returns the text as it now stands
 */
export async function keepText(
  trx: Trx,
  { evidenceId, source, fileId = null }: WhichText,
  words: string,
  person: Pick<Person, 'id'> | null,
  timings: Timing[] | null = null,
): Promise<ReadableText | undefined> {
  const last = await currentText(trx, { evidenceId, source, fileId })
  const said = timings && timings.length > 0 ? JSON.stringify(timings) : null
  if (last ? last.words === words && last.timings === said : words === '') return last
  const next: ReadableText = {
    id: newId(),
    evidenceId,
    fileId,
    source,
    version: (last?.version ?? 0) + 1,
    words,
    timings: said,
    madeAt: now(),
    madeBy: person?.id ?? null,
    replacedAt: null,
  }
  if (last) await trx.updateTable('readableTexts').set({ replacedAt: next.madeAt }).where('id', '=', last.id).execute()
  await trx.insertInto('readableTexts').values(next).execute()
  if (last) await movePassages(trx, last, next)
  return next
}

/** The version that stands now; undefined when there has been none. */
export function currentText(db: Db, { evidenceId, source, fileId }: WhichText): Promise<ReadableText | undefined> {
  return db
    .selectFrom('readableTexts')
    .selectAll()
    .where('evidenceId', '=', evidenceId)
    .where('source', '=', source)
    .where('fileId', fileId ? '=' : 'is', fileId ?? null)
    .where('replacedAt', 'is', null)
    .executeTakeFirst()
}

/** The other versions of a text that say anything, the newest first, each with the name of whoever wrote it; null when it was read from the file. */
export function otherVersionsOf(db: Db, { id, evidenceId, source, fileId }: ReadableText) {
  return db
    .selectFrom('readableTexts')
    .leftJoin('people', 'people.id', 'readableTexts.madeBy')
    .select(['readableTexts.id', 'version', 'madeAt', 'replacedAt', 'people.name as writer'])
    .where('evidenceId', '=', evidenceId)
    .where('source', '=', source)
    .where('fileId', fileId ? '=' : 'is', fileId)
    .where('words', '<>', '')
    .where('readableTexts.id', '<>', id)
    .orderBy('version', 'desc')
    .execute()
}

/** A passage whose words are gone stays with the version it was made in, and is marked as lost. */
async function movePassages(trx: Trx, last: ReadableText, next: ReadableText): Promise<void> {
  const passages = await trx
    .selectFrom('passages')
    .selectAll()
    .where('readableTextId', '=', last.id)
    .where('removedAt', 'is', null)
    .execute()
  for (const passage of passages) {
    const place = anchored(last.words, next.words, passage)
    const moved = place ? { readableTextId: next.id, ...place } : { lostAt: next.madeAt }
    await trx.updateTable('passages').set(moved).where('id', '=', passage.id).execute()
  }
}

/** Blanks the words of a piece, or of one of its files, in every version and every passage, and what later rooms keep of them. */
export async function eraseTexts(
  trx: Trx,
  erases: ErasingAlong[],
  piece: { id: string },
  fileId?: string,
): Promise<void> {
  const texts = trx
    .selectFrom('readableTexts')
    .select('id')
    .where('evidenceId', '=', piece.id)
    .$if(fileId !== undefined, query => query.where('fileId', '=', fileId!))
  const at = now()
  for (const erase of erases) await erase(trx, piece, fileId)
  await trx.updateTable('passages').set({ words: '', lostAt: at }).where('readableTextId', 'in', texts).execute()
  await trx.updateTable('readableTexts').set({ words: '', timings: null }).where('id', 'in', texts).execute()
}

/** One version of a text of this piece; also one that was replaced, which is only for whoever keeps the piece. @throws NotFound */
export async function findText(db: Db, piece: Pick<Piece, 'id' | 'gap' | 'files'>, id: string): Promise<ReadableText> {
  const text = await db
    .selectFrom('readableTexts')
    .selectAll()
    .where('evidenceId', '=', piece.id)
    .where('id', '=', id)
    .executeTakeFirst()
  const held = text && (text.fileId === null || piece.files.some(file => file.id === text.fileId))
  if (!held || piece.gap || text.words === '') throw new NotFound('text')
  return text
}
