import type { Db, Trx } from '../../database.js'
import { NotFound } from '../../errors.js'
import type { Person } from '../../people/person.js'
import { newId } from '../../web/new-id.js'
import { now } from '../../web/now.js'
import { plural } from '../../words/words.js'
import type { Piece } from '../evidence.js'
import type { Withdrawal } from '../tables.js'

/** Something that leaned on a piece when it was withdrawn, in words that tell nothing of either. */
export interface Touched {
  /** What it is, such as `claim`. */
  kind: string
  /** How the group calls it, such as `C3`: a number or a heading, never its words. */
  name: string
  /** What is true of it now, in a sentence. */
  now: string
  /** Where it can be looked after; left out where there is no page. */
  href?: string
}

/**
 * What of a room can lean on a piece of evidence. Each room says its own (`dependants` of its room);
 * it is asked in the transaction that withdraws the piece, just before, without asking who is asking.
 */
export type Dependants = (trx: Db, piece: Pick<Piece, 'id' | 'number' | 'groupId'>) => Promise<Touched[]>

/** Keeps the list of what a withdrawal touches. @returns its id */
export async function recordTouches(
  trx: Trx,
  piece: Piece,
  person: Person,
  what: Withdrawal['what'],
  dependants: Dependants[],
): Promise<string> {
  const id = newId()
  const touched: Touched[] = []
  for (const dependent of dependants) touched.push(...(await dependent(trx, piece)))
  await trx
    .insertInto('withdrawals')
    .values({ id, evidenceId: piece.id, what, recordedAt: now(), recordedBy: person.id })
    .execute()
  const rows = touched.map((one, position) => ({ withdrawalId: id, position, ...one, href: one.href ?? '' }))
  if (rows.length > 0) await trx.insertInto('withdrawalTouches').values(rows).execute()
  return id
}

/** A draft that is erased altogether takes its lists along. */
export async function forgetTouches(trx: Trx, piece: Pick<Piece, 'id'>): Promise<void> {
  const lists = trx.selectFrom('withdrawals').select('id').where('evidenceId', '=', piece.id)
  await trx.deleteFrom('withdrawalTouches').where('withdrawalId', 'in', lists).execute()
  await trx.deleteFrom('withdrawals').where('evidenceId', '=', piece.id).execute()
}

export interface WithdrawalList extends Withdrawal {
  number: number
  groupId: string
  groupName: string
  recordedByName: string
  touched: (Touched & { href: string })[]
}

/** The list of what a withdrawal touched, for whoever recorded it and those in the group. @throws NotFound */
export async function findWithdrawal(db: Db, person: Person, id: string): Promise<WithdrawalList> {
  const row = await db
    .selectFrom('withdrawals')
    .innerJoin('evidence', 'evidence.id', 'withdrawals.evidenceId')
    .innerJoin('groups', 'groups.id', 'evidence.groupId')
    .innerJoin('people', 'people.id', 'withdrawals.recordedBy')
    .selectAll('withdrawals')
    .select(['evidence.number', 'evidence.groupId', 'groups.name as groupName', 'people.name as recordedByName'])
    .where('withdrawals.id', '=', id)
    .executeTakeFirst()
  if (!row || !(row.recordedBy === person.id || person.isVolunteerIn(row.groupId))) throw new NotFound('list')
  const touched = await db
    .selectFrom('withdrawalTouches')
    .select(['kind', 'name', 'now', 'href'])
    .where('withdrawalId', '=', id)
    .orderBy('position')
    .execute()
  return { ...row, touched }
}

/** Where the newest list of a gap is, for those who may read it. */
export async function newestList(db: Db, person: Person, piece: Pick<Piece, 'id' | 'groupId'>): Promise<string | null> {
  const row = await db
    .selectFrom('withdrawals')
    .select(['id', 'recordedBy'])
    .where('evidenceId', '=', piece.id)
    .orderBy('recordedAt', 'desc')
    .limit(1)
    .executeTakeFirst()
  const mayRead = row && (row.recordedBy === person.id || person.isVolunteerIn(piece.groupId))
  return mayRead ? `/withdrawals/${row.id}` : null
}

/** The piece itself: its files, and the passages that somebody pointed at. */
export const ownFilesAndPassages: Dependants = async (trx, piece) => {
  const count = async (table: 'evidenceFiles' | 'passages') => {
    const row = await trx
      .selectFrom(table)
      .select(eb => eb.fn.countAll<number>().as('count'))
      .where('evidenceId', '=', piece.id)
      .where('removedAt', 'is', null)
      .executeTakeFirstOrThrow()
    return Number(row.count)
  }
  const files = await count('evidenceFiles')
  const passages = await count('passages')
  const own = { name: `E${piece.number}`, href: `/evidence/${piece.id}` }
  return [
    ...(files > 0 ? [{ ...own, kind: plural(files, 'file', 'files'), now: 'Opened by nobody, at no size.' }] : []),
    ...(passages > 0 ? [{ ...own, kind: plural(passages, 'passage', 'passages'), now: 'Shown to nobody.' }] : []),
  ]
}
