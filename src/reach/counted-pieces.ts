import type { Db, Trx } from '../database.js'
import { asksWith, type Slots } from '../database/in-the-same-words.js'
import type { Person } from '../people/person.js'
import { newId } from '../web/new-id.js'
import { today } from '../web/now.js'
import type { Stage } from '../stages.js'
import type { Reach } from './reaches.js'
import type { EvidenceCountTable } from './tables.js'
import { waysIn, type Way, whoComesUpon } from './ways.js'

type Alike = Omit<EvidenceCountTable, 'id' | 'pieces'>

/** Pieces of a group that are alike, and how many there are. */
export interface Counted {
  enquiryId: string
  stage: Stage
  kind: string
  loggedBy: string
  schoolIds: string[]
  reach: Reach
  reachUntil: string | null
  pieces: number
}

/** How many pieces of a group the person comes upon, by all that lists count by: no list counts its group. */
export async function countsFor(
  db: Db,
  person: Person,
  { groupId, networkId }: { groupId: string; networkId: string },
  ways: Way[] = waysIn,
): Promise<Counted[]> {
  return countedBy(await countsOf(db, groupId), person, { groupId, networkId }, ways)
}

/** The same, of counts that are read already. */
export function countedBy(
  counts: Counted[],
  person: Person,
  { groupId, networkId }: { groupId: string; networkId: string },
  ways: Way[] = waysIn,
): Counted[] {
  const comes = whoComesUpon(person, today(), ways)
  return counts.filter(one => comes({ groupId, networkId, ...one }))
}

/** How many pieces there are of each, whoever may come upon them: for what the workbench itself must know. */
export async function countsOf(db: Db, groupId: string): Promise<Counted[]> {
  return (await countsIn(db, { groupId })).map(row => ({
    enquiryId: row.enquiryId,
    stage: row.stage,
    kind: row.kind,
    loggedBy: row.loggedBy,
    schoolIds: row.schools === '' ? [] : row.schools.split(' '),
    reach: row.reach,
    reachUntil: row.reachUntil || null,
    pieces: row.pieces,
  }))
}

const countsIn = asksWith((db, { groupId }: Slots<{ groupId: string }>) =>
  db
    .selectFrom('evidenceCounts')
    .select(['enquiryId', 'stage', 'kind', 'loggedBy', 'schools', 'reach', 'reachUntil', 'pieces'])
    .where('groupId', '=', groupId),
)

export function sumOf(counts: { pieces: number }[]): number {
  return counts.reduce((sum, one) => sum + one.pieces, 0)
}

/** Counts these pieces where they belong now, and no longer where they were counted before. */
export async function recount(trx: Trx, ids: string[]): Promise<void> {
  const places = new Map<string, { alike: Alike; pieces: Counting[] }>()
  for (const { alike, ...piece } of await countedNow(trx, ids)) {
    const key = JSON.stringify(alike)
    const place = places.get(key) ?? { alike, pieces: [] }
    place.pieces.push(piece)
    places.set(key, place)
  }
  const left: string[] = []
  for (const { alike, pieces } of places.values()) {
    const id = await rowCounting(trx, alike)
    const moved = pieces.filter(piece => piece.countedIn !== id)
    if (moved.length === 0) continue
    left.push(...moved.flatMap(piece => piece.countedIn ?? []))
    const own = moved.map(piece => piece.id)
    await trx.updateTable('evidence').set({ countedIn: id }).where('id', 'in', own).execute()
    await add(trx, id, moved.length)
  }
  await takeOff(trx, left)
}

/** Before pieces are erased altogether. */
export async function uncount(trx: Trx, ids: string[]): Promise<void> {
  const rows = await trx.selectFrom('evidence').select('countedIn').where('id', 'in', ids).execute()
  await takeOff(
    trx,
    rows.flatMap(row => row.countedIn ?? []),
  )
}

interface Counting {
  id: string
  countedIn: string | null
}

async function countedNow(trx: Trx, ids: string[]): Promise<(Counting & { alike: Alike })[]> {
  const rows = await trx
    .selectFrom('evidence')
    .select(['id', 'countedIn', 'groupId', 'enquiryId', 'stage', 'kind', 'loggedBy', 'reach', 'reachUntil'])
    .where('id', 'in', ids)
    .execute()
  const schools = await trx
    .selectFrom('evidenceSchools')
    .selectAll()
    .where('evidenceId', 'in', ids)
    .orderBy('schoolId')
    .execute()
  const from = new Map<string, string[]>()
  for (const { evidenceId, schoolId } of schools) from.set(evidenceId, [...(from.get(evidenceId) ?? []), schoolId])
  return rows.map(({ id, countedIn, reachUntil, ...row }) => ({
    id,
    countedIn,
    alike: { ...row, schools: (from.get(id) ?? []).join(' '), reachUntil: reachUntil ?? '' },
  }))
}

/** The row in which such pieces are counted; a new one where none were yet. */
async function rowCounting(trx: Trx, alike: Alike): Promise<string> {
  let query = trx.selectFrom('evidenceCounts').select('id')
  for (const [column, value] of Object.entries(alike)) query = query.where(column as keyof Alike, '=', value)
  const known = await query.executeTakeFirst()
  if (known) return known.id
  const id = newId()
  await trx
    .insertInto('evidenceCounts')
    .values({ id, ...alike, pieces: 0 })
    .execute()
  return id
}

async function add(trx: Trx, id: string, pieces: number): Promise<void> {
  await trx
    .updateTable('evidenceCounts')
    .set(eb => ({ pieces: eb('pieces', '+', pieces) }))
    .where('id', '=', id)
    .execute()
}

/** @param ids a place as often as pieces have left it */
async function takeOff(trx: Trx, ids: string[]): Promise<void> {
  for (const id of new Set(ids)) await add(trx, id, -ids.filter(one => one === id).length)
  if (ids.length > 0) await trx.deleteFrom('evidenceCounts').where('id', 'in', ids).where('pieces', '<=', 0).execute()
}
