import type { Db } from '../../database.js'
import { fileIsThere } from '../../coding/passages/codings.js'
import type { Piece } from '../../evidence/evidence.js'
import type { Names } from '../../names/names.js'
import type { Reader } from '../../names/reader.js'
import { inItsSentence, type InItsSentence, shortened, underNames } from './in-its-sentence.js'

/** A passage that a claim leans on, as its reader meets it: in its sentence, and under the group's pseudonyms outside it. */
export interface Quotation extends InItsSentence {
  claimId: string
  passageId: string
  evidenceId: string
  bearing: 'for' | 'against'
  /** Why it bears. */
  note: string
  /** `2` in `[[E12 quote 2]]`, by which a write-up quotes it. */
  number: number
  /** The text was changed, and these words are not in it any more: nothing is quoted. */
  lost: boolean
  /** What its text is called: `What was seen`, or a file. */
  from: string
  /** Where the words stand. */
  href: string
  textId: string
  startsAt: number
  endsAt: number
}

/**
 * The passages that claims lean on, in the order of the pieces' texts. The pieces prove that the person may read them; of
 * gaps and of pieces that are not among them, nothing comes back.
 */
export async function quotationsFor(
  db: Db,
  person: Reader,
  pieces: Map<string, Piece>,
  of: { claimIds: string[] } | { evidenceId: string },
): Promise<Quotation[]> {
  const rows = await passagesOf(db, of)
  const renamings = new Map<string, Names['read']>()
  const quotations: Quotation[] = []
  for (const row of rows) {
    const piece = pieces.get(row.evidenceId)
    if (!piece || piece.gap) continue
    const own = piece.loggedBy === person.id ? `own ${piece.groupId}` : piece.groupId
    const rename = renamings.get(own) ?? (await person.namesIn(db, piece.groupId, piece.loggedBy)).read
    renamings.set(own, rename)
    quotations.push(quotationOf(row, piece, rename))
  }
  return quotations
}

type Row = Awaited<ReturnType<typeof passagesOf>>[number]

function quotationOf(row: Row, piece: Piece, rename: Names['read']): Quotation {
  const { text, lostAt, isThere, source, fileId, bearing, ...rest } = row
  const lost = lostAt !== null || !isThere || text === ''
  const said = lost ? { before: '', words: '', after: '' } : shortened(underNames(rename, inItsSentence(text, row)))
  return {
    ...rename(rest),
    ...said,
    bearing: bearing,
    lost,
    from: textNamed(piece, { source, fileId }),
    href: `/evidence/${piece.id}/passages#passage-${row.passageId}`,
  }
}

/** What a text of a piece is called in a sentence. */
export function textNamed(piece: Piece, { source, fileId }: { source: string; fileId: string | null }): string {
  if (source === 'words') return 'What was seen'
  const file = piece.files.find(one => one.id === fileId)?.name ?? 'a file'
  return source === 'transcript' ? `What is said in ${file}` : file
}

function passagesOf(db: Db, of: { claimIds: string[] } | { evidenceId: string }) {
  if ('claimIds' in of && of.claimIds.length === 0) return Promise.resolve([])
  return db
    .selectFrom('claimPassages')
    .innerJoin('passages', 'passages.id', 'claimPassages.passageId')
    .innerJoin('passageNumbers', 'passageNumbers.passageId', 'passages.id')
    .innerJoin('readableTexts', 'readableTexts.id', 'passages.readableTextId')
    .select(['claimPassages.claimId', 'claimPassages.passageId', 'claimPassages.evidenceId'])
    .select(['claimPassages.bearing', 'claimPassages.note', 'passageNumbers.number'])
    .select(['passages.startsAt', 'passages.endsAt', 'passages.lostAt', 'passages.readableTextId as textId'])
    .select(['readableTexts.words as text', 'readableTexts.source', 'readableTexts.fileId'])
    .select(eb =>
      eb
        .case()
        .when(eb.and([eb('readableTexts.replacedAt', 'is', null), fileIsThere(eb)]))
        .then(1)
        .else(0)
        .end()
        .as('isThere'),
    )
    .where('passages.removedAt', 'is', null)
    .$if('claimIds' in of, query => query.where('claimPassages.claimId', 'in', (of as { claimIds: string[] }).claimIds))
    .$if('evidenceId' in of, query =>
      query.where('claimPassages.evidenceId', '=', (of as { evidenceId: string }).evidenceId),
    )
    .orderBy('passages.readableTextId')
    .orderBy('passages.startsAt')
    .orderBy('passages.id')
    .execute()
}
