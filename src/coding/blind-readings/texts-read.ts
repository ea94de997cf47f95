import type { Db } from '../../database.js'
import { evidenceInGroups } from '../../evidence/evidence.js'
import type { ReadableText } from '../../evidence/tables.js'
import { gaps } from '../../reach/reaches.js'
import { fileIsThere } from '../passages/codings.js'
import { sentencesOf } from '../passages/sentences.js'
import type { BlindReading } from '../tables.js'
import type { ReadText } from './agreement.js'

/**
 * The texts of a reading as they stand, with what both readers coded in them. Without asking who is asking, so that both
 * readings are of the same texts: narrow by `only` to the pieces that a reader may see.
 */
export async function textsRead(
  db: Db,
  { id }: Pick<BlindReading, 'id'>,
  only?: string[],
): Promise<{ row: ReadableText; read: ReadText }[]> {
  if (only?.length === 0) return []
  const rows = await evidenceInGroups(db)
    .innerJoin('blindReadingPieces', 'blindReadingPieces.evidenceId', 'evidence.id')
    .innerJoin('readableTexts', 'readableTexts.evidenceId', 'evidence.id')
    .selectAll('readableTexts')
    .where('blindReadingPieces.readingId', '=', id)
    .where('evidence.reach', 'not in', gaps)
    .where('readableTexts.replacedAt', 'is', null)
    .where('readableTexts.words', '<>', '')
    .where(eb => fileIsThere(eb))
    .$if(only !== undefined, query => query.where('evidence.id', 'in', only!))
    .orderBy('evidence.number')
    .orderBy('readableTexts.id')
    .execute()
  const codings = await db
    .selectFrom('codings')
    .innerJoin('passages', 'passages.id', 'codings.passageId')
    .select(['codings.codeId', 'codings.reader', 'codings.passageId', 'passages.readableTextId'])
    .select(['passages.startsAt', 'passages.endsAt'])
    .where('codings.readingId', '=', id)
    .where('codings.removedAt', 'is', null)
    .where('passages.lostAt', 'is', null)
    .execute()
  return rows.map(row => ({
    row,
    read: {
      textId: row.id,
      evidenceId: row.evidenceId,
      length: row.words.length,
      sentences: sentencesOf(row.words),
      codings: codings
        .filter(one => one.readableTextId === row.id)
        .map(one => ({ ...one, reader: one.reader ?? 'second' })),
    },
  }))
}
