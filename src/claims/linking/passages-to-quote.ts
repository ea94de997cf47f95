import type { Db } from '../../database.js'
import { fileIsThere } from '../../coding/passages/codings.js'
import type { Names } from '../../names/names.js'
import { inItsSentence, underNames } from './in-its-sentence.js'

/** A passage that a write-up can quote by its number within the piece: `[[E12 quote 2]]`. */
export interface PassageToQuote {
  passageId: string
  evidenceId: string
  number: number
  words: string
  /** Whether its sentence begins before it, and ends behind it. */
  cut: { before: boolean; after: boolean }
}

/**
 * The passages of a group that claims have leaned on and whose words still stand, without asking who may read them: for
 * documents, which ask the pieces. Where a passage ends within a name that has a pseudonym, its whole sentence is quoted,
 * so that the name is whole when the document is put under pseudonyms.
 */
export async function passagesToQuote(
  db: Db,
  groupId: string,
  { read: rename }: Pick<Names, 'read'>,
): Promise<PassageToQuote[]> {
  const rows = await db
    .selectFrom('passageNumbers')
    .innerJoin('passages', 'passages.id', 'passageNumbers.passageId')
    .innerJoin('evidence', 'evidence.id', 'passages.evidenceId')
    .innerJoin('readableTexts', 'readableTexts.id', 'passages.readableTextId')
    .select(['passages.id as passageId', 'passages.evidenceId', 'passageNumbers.number'])
    .select(['passages.startsAt', 'passages.endsAt', 'readableTexts.words as text'])
    .where('evidence.groupId', '=', groupId)
    .where('evidence.sharedWithGroupAt', 'is not', null)
    .where('passages.removedAt', 'is', null)
    .where('passages.lostAt', 'is', null)
    .where('readableTexts.replacedAt', 'is', null)
    .where(eb => fileIsThere(eb))
    .orderBy('passages.evidenceId')
    .orderBy('passageNumbers.number')
    .execute()
  return rows.flatMap(({ text, startsAt, endsAt, ...row }) => {
    const { before, words, after } = inItsSentence(text, { startsAt, endsAt })
    const renamed = underNames(rename, { before, words, after })
    const isWhole = renamed.before !== '' || renamed.after !== '' || before + after === ''
    if (words.trim() === '') return []
    if (!isWhole) return [{ ...row, words: `${before}${words}${after}`, cut: { before: false, after: false } }]
    return [{ ...row, words, cut: { before: hasWords(before), after: hasWords(after) } }]
  })
}

function hasWords(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text)
}
