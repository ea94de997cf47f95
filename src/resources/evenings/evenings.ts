import type { Db, Trx } from '../../database.js'
import { NotFound } from '../../errors.js'
import { record } from '../../facts/facts.js'
import { type Prepared, recordFile } from '../../files/keeping.js'
import type { StoredFile } from '../../files/tables.js'
import type { Network } from '../../networks/tables.js'
import type { Person } from '../../people/person.js'
import { newId } from '../../web/new-id.js'
import { now } from '../../web/now.js'
import { mayReadEvening } from '../permissions.js'
import type { DataEvening, EveningPaper } from '../tables.js'

export type EveningWords = Pick<DataEvening, 'title' | 'heldOn' | 'starts' | 'ends' | 'place' | 'about'>

export interface FoundEvening extends DataEvening {
  /** The schools whose governors are invited. */
  schoolIds: string[]
}

/** The data evenings of a network, the newest first, as far as somebody may read them. */
export async function eveningsFor(db: Db, person: Person, networkIds: string[]): Promise<FoundEvening[]> {
  if (networkIds.length === 0) return []
  const rows = await db
    .selectFrom('dataEvenings')
    .selectAll()
    .where('networkId', 'in', networkIds)
    .orderBy('heldOn', 'desc')
    .execute()
  return readableBy(db, person, rows)
}

/** Those of these evenings that somebody may read. */
export async function readableBy(db: Db, person: Person, rows: DataEvening[]): Promise<FoundEvening[]> {
  return (await withSchools(db, rows)).filter(one => mayReadEvening(person, { id: one.networkId }, one.schoolIds))
}

async function withSchools(db: Db, rows: DataEvening[]): Promise<FoundEvening[]> {
  const ids = rows.map(one => one.id)
  const invited =
    ids.length === 0 ? [] : await db.selectFrom('eveningSchools').selectAll().where('eveningId', 'in', ids).execute()
  return rows.map(row => ({
    ...row,
    schoolIds: invited.filter(one => one.eveningId === row.id).map(one => one.schoolId),
  }))
}

/** One page of them, for those who work in the network. */
export async function eveningsOf(
  db: Db,
  network: Pick<Network, 'id'>,
  page: { number: number; size: number },
): Promise<{ rows: DataEvening[]; total: number }> {
  const all = db.selectFrom('dataEvenings').where('networkId', '=', network.id)
  const { total } = await all.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await all
    .selectAll()
    .orderBy('heldOn', 'desc')
    .limit(page.size)
    .offset((page.number - 1) * page.size)
    .execute()
  return { rows, total: Number(total) }
}

/** @throws NotFound for those who neither work in the network nor are invited */
export async function findEvening(
  db: Db,
  person: Person,
  network: Pick<Network, 'id'>,
  id: string,
): Promise<FoundEvening> {
  const row = await db
    .selectFrom('dataEvenings')
    .selectAll()
    .where('id', '=', id)
    .where('networkId', '=', network.id)
    .executeTakeFirst()
  const [found] = row ? await withSchools(db, [row]) : []
  if (!found || !mayReadEvening(person, network, found.schoolIds)) throw new NotFound('data evening')
  return found
}

export async function makeEvening(
  trx: Trx,
  network: Pick<Network, 'id'>,
  by: Person,
  words: EveningWords,
  schoolIds: string[],
): Promise<string> {
  const id = newId()
  const at = now()
  const made = { id, networkId: network.id, ...words, madeAt: at, madeBy: by.id, changedAt: at, cancelledAt: null }
  await trx.insertInto('dataEvenings').values(made).execute()
  await invite(trx, id, schoolIds)
  await record(trx, { kind: 'data evening made', by, networkId: network.id, ...aboutEvening(id) })
  return id
}

const aboutEvening = (id: string) => ({ aboutKind: 'data evening', aboutId: id })

async function invite(trx: Trx, eveningId: string, schoolIds: string[]): Promise<void> {
  await trx.deleteFrom('eveningSchools').where('eveningId', '=', eveningId).execute()
  for (const schoolId of schoolIds) await trx.insertInto('eveningSchools').values({ eveningId, schoolId }).execute()
}

export async function changeEvening(
  trx: Trx,
  evening: DataEvening,
  by: Person,
  words: EveningWords,
  schoolIds: string[],
): Promise<void> {
  await change(trx, evening, words)
  await invite(trx, evening.id, schoolIds)
  await record(trx, { kind: 'data evening changed', by, networkId: evening.networkId, ...aboutEvening(evening.id) })
}

export async function cancelEvening(trx: Trx, evening: DataEvening, by: Person): Promise<void> {
  await change(trx, evening, { cancelledAt: now() })
  await record(trx, { kind: 'data evening cancelled', by, networkId: evening.networkId, ...aboutEvening(evening.id) })
}

async function change(trx: Trx, evening: DataEvening, to: Partial<DataEvening>): Promise<void> {
  await trx
    .updateTable('dataEvenings')
    .set({ ...to, changedAt: now(), sequence: evening.sequence + 1 })
    .where('id', '=', evening.id)
    .execute()
}

/** A paper is a link or a file. */
export async function addPapers(
  trx: Trx,
  evening: Pick<DataEvening, 'id'>,
  by: Person,
  words: { title: string; href: string },
  files: Prepared[],
): Promise<void> {
  const added = { eveningId: evening.id, addedAt: now(), addedBy: by.id, removedAt: null }
  if (words.href)
    await trx
      .insertInto('eveningPapers')
      .values({ id: newId(), ...added, ...words, fileId: null })
      .execute()
  for (const [place, prepared] of files.entries()) {
    const { id: fileId } = await recordFile(trx, prepared, by)
    const title = place === 0 && words.title && !words.href ? words.title : prepared.name
    await trx
      .insertInto('eveningPapers')
      .values({ id: newId(), ...added, title, fileId })
      .execute()
  }
}

export async function removePaper(trx: Trx, evening: Pick<DataEvening, 'id'>, id: string): Promise<void> {
  await trx
    .updateTable('eveningPapers')
    .set({ removedAt: now() })
    .where('id', '=', id)
    .where('eveningId', '=', evening.id)
    .execute()
}

export function papersOf(
  db: Db,
  evening: Pick<DataEvening, 'id'>,
): Promise<(EveningPaper & { name: string | null })[]> {
  return db
    .selectFrom('eveningPapers')
    .leftJoin('files', 'files.id', 'eveningPapers.fileId')
    .selectAll('eveningPapers')
    .select('files.name')
    .where('eveningId', '=', evening.id)
    .where('removedAt', 'is', null)
    .orderBy('addedAt')
    .execute()
}

/** The file of a paper of an evening that somebody has found. @throws NotFound */
export async function findPaper(db: Db, evening: Pick<DataEvening, 'id'>, id: string): Promise<StoredFile> {
  return db
    .selectFrom('eveningPapers')
    .innerJoin('files', 'files.id', 'eveningPapers.fileId')
    .selectAll('files')
    .where('eveningPapers.id', '=', id)
    .where('eveningPapers.eveningId', '=', evening.id)
    .where('eveningPapers.removedAt', 'is', null)
    .where('files.erasedAt', 'is', null)
    .executeTakeFirstOrThrow(() => new NotFound('file'))
}
