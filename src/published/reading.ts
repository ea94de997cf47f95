import type { Names } from '../names/names.js'
import type { Db } from '../database.js'
import { NotFound } from '../errors.js'
import { editionsAt } from '../publishing/editions/editions.js'
import { groupOfEdition, pseudonymsIn } from '../publishing/editions/still-allowed.js'
import type { Edition } from '../publishing/tables.js'

export const kindAt = { 'write-ups': 'write-up', reports: 'termly report' } as const

export interface FoundEdition {
  edition: Edition
  /** Every edition at this address that is not withdrawn, the newest first. */
  editions: Edition[]
  /** Those that were withdrawn among them. */
  all: Edition[]
  /** The group whose write-up it is; null for a termly report. */
  groupId: string | null
  pseudonyms: Names
}

function isPlace(word: string): word is keyof typeof kindAt {
  return Object.hasOwn(kindAt, word)
}

/**
 * The edition at a public address: the newest, or the one that was asked for by its number. One that was withdrawn is
 * found too: its marker may be shown, and nothing else of it.
 * @throws NotFound
 */
export async function findEdition(db: Db, place: string, slug: string, number = ''): Promise<FoundEdition> {
  if (!isPlace(place)) throw new NotFound('published work')
  const all = await editionsAt(db, kindAt[place], slug)
  const editions = all.filter(edition => !edition.withdrawnAt)
  const edition = number === '' ? (editions[0] ?? all[0]) : all.find(one => String(one.number) === number)
  if (!edition) throw new NotFound('published work')
  const groupId = await groupOfEdition(db, edition)
  return { edition, editions, all, groupId, pseudonyms: await pseudonymsIn(db, groupId) }
}

/** An edition that is not withdrawn, by its id. */
export function editionStillOut(db: Db, id: string): Promise<Edition | undefined> {
  return db.selectFrom('editions').selectAll().where('id', '=', id).where('withdrawnAt', 'is', null).executeTakeFirst()
}

/** The name of the network that published it. */
export async function networkOf(db: Db, edition: Pick<Edition, 'networkId'>): Promise<string> {
  const row = await db.selectFrom('networks').select('name').where('id', '=', edition.networkId).executeTakeFirst()
  return row?.name ?? ''
}

/** An earlier edition is asked for by its number. */
export function queryOf({ edition, editions }: Pick<FoundEdition, 'edition' | 'editions'>): string {
  return editions[0]?.id === edition.id ? '' : `?edition=${edition.number}`
}
