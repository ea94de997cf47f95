import type { Db } from '../database.js'
import type { Document } from '../documents/document.js'
import { inOtherWords } from '../documents/in-other-words.js'
import { NotFound } from '../errors.js'
import { editionsAt, documentOfEdition } from '../publishing/editions.js'
import { inProportion } from '../publishing/pictures-then.js'
import { hiddenIn, pseudonymsOfEdition } from '../publishing/still-allowed.js'
import type { Edition } from '../publishing/tables.js'

export const kindAt = { 'write-ups': 'write-up', reports: 'termly report' } as const

export type Place = keyof typeof kindAt

export interface FoundEdition {
  edition: Edition
  /** Every edition at this address that is not withdrawn, the newest first. */
  editions: Edition[]
  /** Those that were withdrawn among them. */
  all: Edition[]
}

export function isPlace(word: string): word is Place {
  return Object.hasOwn(kindAt, word)
}

/**
 * The edition at a public address: the newest, or the one that was asked for by its number. One that was withdrawn is
 * found too: its marker may be shown, and nothing else of it.
 * @throws NotFound
 */
export async function findEdition(db: Db, place: Place, slug: string, number = ''): Promise<FoundEdition> {
  const all = await editionsAt(db, kindAt[place], slug)
  const editions = all.filter(edition => !edition.withdrawnAt)
  const edition = number === '' ? (editions[0] ?? all[0]) : all.find(one => String(one.number) === number)
  if (!edition) throw new NotFound('published work')
  return { edition, editions, all }
}

/** An edition as its readers see it now, and how many of its pieces may not be shown any more. */
export async function readEdition(
  db: Db,
  { edition }: Pick<FoundEdition, 'edition'>,
  baseUrl: string,
): Promise<{ document: Document; gaps: number }> {
  const hidden = await hiddenIn(db, edition)
  const { read: words } = await pseudonymsOfEdition(db, edition)
  const document = inOtherWords(await inProportion(db, documentOfEdition(edition, hidden, baseUrl)), words)
  return { document, gaps: hidden.pieces.length }
}

/** An earlier edition is asked for by its number. */
export function queryOf({ edition, editions }: Pick<FoundEdition, 'edition' | 'editions'>): string {
  return editions[0]?.id === edition.id ? '' : `?edition=${edition.number}`
}
