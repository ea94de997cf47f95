import type { Db } from '../database.js'
import type { Document } from '../documents/document.js'
import { inOtherWords } from '../documents/in-other-words.js'
import { NotFound } from '../errors.js'
import { editionsAt } from '../write-ups/editions.js'
import { inProportion } from '../write-ups/pictures-then.js'
import { hiddenIn, pseudonymsOfEdition } from '../write-ups/still-allowed.js'
import { documentOfEdition } from '../write-ups/editions.js'
import type { Edition } from '../write-ups/tables.js'

export const kindAt = { 'write-ups': 'write-up', reports: 'termly report' } as const

export type Place = keyof typeof kindAt

export interface FoundEdition {
  edition: Edition
  /** Every edition at this address that is not withdrawn, the newest first. */
  editions: Edition[]
}

export function isPlace(word: string): word is Place {
  return word in kindAt
}

/**
 * The edition at a public address: the newest, or the one that was asked for by its number. A withdrawn work gives its
 * newest edition too, with nothing beside it: only the marker may be shown.
 * @throws NotFound
 */
export async function findEdition(db: Db, place: Place, slug: string, number = ''): Promise<FoundEdition> {
  const all = await editionsAt(db, kindAt[place], slug)
  const editions = all.filter(edition => !edition.withdrawnAt)
  const among = editions.length > 0 ? editions : all
  const edition = number === '' ? among[0] : among.find(one => String(one.number) === number)
  if (!edition) throw new NotFound('published work')
  return { edition, editions }
}

/** An edition as its readers see it now, and how many of its pieces may not be shown any more. */
export async function readEdition(
  db: Db,
  { edition, editions }: FoundEdition,
  baseUrl: string,
): Promise<{ document: Document; gaps: number }> {
  const hidden = await hiddenIn(db, edition)
  const { words } = await pseudonymsOfEdition(db, edition)
  const document = inOtherWords(await inProportion(db, documentOfEdition(edition, hidden, baseUrl)), words)
  const earlier = editions[0]?.id === edition.id ? '' : `?edition=${edition.number}`
  return { document: { ...document, address: `${document.address}${earlier}` }, gaps: hidden.pieces.length }
}

/** Who wrote it, as its title page says; a termly report is the network's. */
export function citation(document: Document, edition: Edition, network: string): string {
  const by = document.titlePage.lines.find(line => line.startsWith('By '))?.slice(3) ?? network
  const year = edition.publishedAt.slice(0, 4)
  return `${by} (${year}) ${document.title.replace(/[.]$/, '')}${/[?!]$/.test(document.title) ? '' : '.'} Edition ${edition.number}. ${network}. ${document.address}`
}
