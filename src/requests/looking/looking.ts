import { type Db, inOne, type Trx } from '../../database.js'
import { Conflict } from '../../errors.js'
import { record } from '../../facts/facts.js'
import type { House } from '../../house.js'
import type { Person } from '../../people/person.js'
import type { TextKind } from '../../texts/kinds.js'
import { breathe } from '../../web/limits/breathing.js'
import { newId } from '../../web/new-id.js'
import { now } from '../../web/now.js'
import { aboutRequest, say, stillOpen } from '../requests.js'
import { saidIn } from '../said.js'
import type { DataRequest, Finding, FoundBy } from '../tables.js'
import { type Place, placesOf } from './places.js'
import { groupOfRow, keyOfRow, type Row, rowsAfter } from './rows.js'
import { type Finder, finderOf } from './spots.js'
import { WhoseRows } from './whose-rows.js'

/** How far it has come: so many places of so many, and within the one under way after this row. */
export interface Progress {
  done: number
  of: number
  after: unknown[] | null
}

const rowsAtOnce = 200

/** Begins to look through the workbench for whoever a case is about. What was found before is found anew; what was decided goes with it. */
export async function beginLooking(
  { trx, keys, person }: { trx: Trx; keys: House['keys']; person: Pick<Person, 'id'> },
  id: string,
): Promise<void> {
  const request = await trx.selectFrom('dataRequests').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  stillOpen(request)
  if (request.erasureConfirmedAt) throw new Conflict('What was found is being erased, or is erased already.')
  const said = saidIn(keys, request)
  if (request.personId === null && said.names.length === 0 && said.codes.length === 0)
    throw new Conflict('Say first by which names or codes to look.')
  await trx.deleteFrom('dataRequestFindings').where('requestId', '=', request.id).execute()
  const begun: Progress = { done: 0, of: 0, after: null }
  await trx
    .updateTable('dataRequests')
    .set({ looking: JSON.stringify(begun), lookedAt: null, erasureAskedAt: null, erasureAskedBy: null })
    .where('id', '=', request.id)
    .execute()
  await record(trx, { kind: 'data request looked for', by: person, ...aboutRequest(request) })
}

/**
 * Looks through every place of a network, some rows at a time: pages are answered in between, and whatever cuts it short, it goes
 * on from where it was.
 */
export async function lookThrough(house: House, texts: TextKind[], requestId: string): Promise<void> {
  const { db, keys } = house
  const request = await db.selectFrom('dataRequests').selectAll().where('id', '=', requestId).executeTakeFirst()
  if (!request?.looking || request.closedAt) return
  const finder = finderOf(saidIn(keys, request))
  const whose = new WhoseRows(db, texts, request.networkId)
  // Among pupils nobody has an account.
  const places = (await placesOf(house)).filter(one => request.personId !== null || one.table !== 'people')
  let at = JSON.parse(request.looking) as Progress
  while (at.done < places.length) {
    const place = places[at.done]!
    const rows = await rowsAfter(db, place, request.networkId, at.after, rowsAtOnce)
    const found = await foundAmong(rows, place, { finder, whose, personId: request.personId })
    const last = rows.at(-1)
    at =
      rows.length < rowsAtOnce || !last
        ? { done: at.done + 1, of: places.length, after: null }
        : { ...at, of: places.length, after: place.key.map(column => last[column]) }
    if (!(await inOne(db, trx => keepFound(trx, request, found, at)))) return
    await breathe()
  }
  await inOne(db, trx => endLooking(trx, request))
}

type Found = Omit<Finding, 'id' | 'requestId' | 'position' | 'going' | 'erasing' | 'because'>

async function foundAmong(
  rows: Row[],
  place: Place,
  { finder, whose, personId }: { finder: Finder; whose: WhoseRows; personId: string | null },
): Promise<Found[]> {
  const found: Found[] = []
  for (const row of rows) {
    const hit = hitIn(row, place, finder, personId)
    if (hit && (place.within || (await whose.isTheirs(place.table, row)))) found.push(hit)
  }
  return found
}

function hitIn(
  row: Row,
  { table, key, words, people }: Place,
  finder: Finder,
  personId: string | null,
): Found | undefined {
  const group = groupOfRow(row)
  const columns: string[] = []
  let times = 0
  let how: FoundBy | undefined
  for (const column of words) {
    const text = row[column]
    if (typeof text !== 'string' || text === '') continue
    const spots = finder(text, group)
    if (spots.length === 0) continue
    columns.push(column)
    times += spots.length
    how = how === 'name' || spots.some(one => one.how === 'name') ? 'name' : 'code'
  }
  if (
    !how &&
    personId !== null &&
    (people.some(column => row[column] === personId) || isTheirAccount(table, row, personId))
  )
    how = 'theirs'
  if (!how) return undefined
  const file = table === 'files' ? row.id : row.file_id
  const piece = table === 'evidence' ? row.id : row.evidence_id
  return {
    ...{ place: table, rowKey: keyOfRow(key, row), columns: columns.join(','), how, times },
    evidenceId: typeof piece === 'string' ? piece : null,
    fileId: typeof file === 'string' ? file : null,
  }
}

function isTheirAccount(table: string, row: Row, personId: string): boolean {
  return table === 'people' && row.id === personId
}

/** @returns false where the case was closed, or is looked for anew, meanwhile */
async function keepFound(trx: Trx, request: DataRequest, found: Found[], at: Progress): Promise<boolean> {
  const kept = await trx
    .updateTable('dataRequests')
    .set({ looking: JSON.stringify(at) })
    .where('id', '=', request.id)
    .where('looking', 'is not', null)
    .where('closedAt', 'is', null)
    .executeTakeFirst()
  if (kept.numUpdatedRows === 0n) return false
  await putDown(trx, request, found)
  return true
}

async function putDown(trx: Trx, { id: requestId }: DataRequest, found: Found[]): Promise<void> {
  if (found.length === 0) return
  const { last } = await trx
    .selectFrom('dataRequestFindings')
    .select(eb => eb.fn.max('position').as('last'))
    .where('requestId', '=', requestId)
    .executeTakeFirstOrThrow()
  const rows = found.map((one, place) => ({
    ...{ id: newId(), requestId, position: (last ?? 0) + place + 1, ...one },
    ...{ going: null, erasing: null },
  }))
  for (let from = 0; from < rows.length; from += 100)
    await trx
      .insertInto('dataRequestFindings')
      .values(rows.slice(from, from + 100))
      .onConflict(conflict => conflict.columns(['requestId', 'place', 'rowKey']).doNothing())
      .execute()
}

/** Files of the pieces in which somebody is named, seen or heard may show them, whatever their words say. */
async function endLooking(trx: Trx, request: DataRequest): Promise<void> {
  await putDown(trx, request, await filesOfPiecesFound(trx, request.id))
  await trx.updateTable('dataRequests').set({ looking: null, lookedAt: now() }).where('id', '=', request.id).execute()
  await record(trx, { kind: 'data request looked through', by: null, ...aboutRequest(request) })
}

async function filesOfPiecesFound(trx: Db, requestId: string): Promise<Found[]> {
  const files = await trx
    .selectFrom('evidenceFiles')
    .innerJoin('files', 'files.id', 'evidenceFiles.fileId')
    .select(['evidenceFiles.evidenceId', 'evidenceFiles.fileId'])
    .where('evidenceFiles.removedAt', 'is', null)
    .where('files.erasedAt', 'is', null)
    .where(
      'evidenceFiles.evidenceId',
      'in',
      trx
        .selectFrom('dataRequestFindings')
        .select(eb => eb.fn.coalesce('evidenceId', eb.val('')).as('evidenceId'))
        .where('requestId', '=', requestId)
        .where('how', 'in', ['name', 'code']),
    )
    .orderBy('evidenceFiles.evidenceId')
    .orderBy('evidenceFiles.position')
    .execute()
  return files.map(({ evidenceId, fileId }) => ({
    ...{ place: 'files', rowKey: JSON.stringify([fileId]), columns: '', how: 'file' as const, times: 1 },
    ...{ evidenceId, fileId },
  }))
}

/** Names by which to look, as whoever asks gave them. */
export async function lookBy(
  deed: { trx: Trx; keys: House['keys'] },
  request: DataRequest,
  { names, masks }: { names: string[]; masks: string[] },
): Promise<void> {
  stillOpen(request)
  await say(deed, request, () => ({ names, masks }))
}
