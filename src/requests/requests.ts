import type { Db, Trx } from '../database.js'
import { Conflict, NotFound } from '../errors.js'
import { record } from '../facts/facts.js'
import type { House } from '../house.js'
import { networkHead, type NetworkHead } from '../networks/head.js'
import { mayAnswerForData } from '../networks/permissions.js'
import type { Network } from '../networks/tables.js'
import type { Reader } from '../names/reader.js'
import type { Person } from '../people/person.js'
import { newId } from '../web/new-id.js'
import { now } from '../web/now.js'
import { dueOn } from './clocks.js'
import { mayKnowOf, schoolsKeptBy } from './permissions.js'
import { nothingSaid, type Said, saidIn, sealedFor } from './said.js'
import type { DataRequest, RequestKind } from './tables.js'

/** The requests of a network, as somebody who deals with them opens them. */
export interface RequestsOfNetwork {
  person: Reader
  network: Network
  head: NetworkHead
  listAddress: string
}

/** One case, with its words. */
export interface FoundRequest extends RequestsOfNetwork {
  request: DataRequest
  said: Said
  address: string
}

/** @throws NotFound for those who deal with none */
export async function findRequestsOf(db: Db, person: Reader, id: string): Promise<RequestsOfNetwork> {
  const network = await db.selectFrom('networks').selectAll().where('id', '=', id).executeTakeFirst()
  if (!network || !mayAnswerForData(person, network)) throw new NotFound('network')
  const head = networkHead(network, person, 'requests')
  return { person, network, head, listAddress: `/networks/${network.id}/requests` }
}

/** @throws NotFound for those who may not know of it */
export async function findRequest(
  { db, keys }: Pick<House, 'db' | 'keys'>,
  person: Reader,
  at: { network: string; request: string },
): Promise<FoundRequest> {
  const there = await findRequestsOf(db, person, at.network)
  const request = await db
    .selectFrom('dataRequests')
    .selectAll()
    .where('id', '=', at.request)
    .where('networkId', '=', there.network.id)
    .executeTakeFirst()
  if (!request || !mayKnowOf(person, request)) throw new NotFound('case')
  return { ...there, request, said: saidIn(keys, request), address: `${there.listAddress}/${request.id}` }
}

/** The cases that this person may know of, those that are open first, by the day on which they are due. */
export async function requestsOf(
  db: Db,
  { person, network }: RequestsOfNetwork,
  page: number,
  size: number,
): Promise<{ rows: (DataRequest & { school: string | null })[]; total: number }> {
  const schools = schoolsKeptBy(person, network.id)
  let query = db.selectFrom('dataRequests').where('dataRequests.networkId', '=', network.id)
  if (!person.isNetworkLeaderOf(network.id)) query = query.where('dataRequests.schoolId', 'in', [...schools, ''])
  const { total } = await query.select(eb => eb.fn.countAll().as('total')).executeTakeFirstOrThrow()
  const rows = await query
    .leftJoin('schools', 'schools.id', 'dataRequests.schoolId')
    .selectAll('dataRequests')
    .select('schools.name as school')
    .orderBy(eb => eb.case().when('dataRequests.closedAt', 'is', null).then(0).else(1).end())
    .orderBy('dataRequests.dueOn')
    .orderBy('dataRequests.number')
    .limit(size)
    .offset((page - 1) * size)
    .execute()
  return { rows, total: Number(total) }
}

/** What a new case is about. */
export interface Opening {
  kind: RequestKind
  networkId: string
  schoolId: string | null
  personId?: string | null
  receivedAt: string
  said: Partial<Said>
}

/** Opens a case. @param by nobody where it came in by the form for everybody @returns its id */
export async function openRequest(
  { trx, keys }: { trx: Trx; keys: House['keys'] },
  by: Pick<Person, 'id'> | null,
  { kind, networkId, schoolId, personId = null, receivedAt, said }: Opening,
): Promise<string> {
  const id = newId()
  const { last } = await trx
    .selectFrom('dataRequests')
    .select(eb => eb.fn.max('number').as('last'))
    .where('networkId', '=', networkId)
    .executeTakeFirstOrThrow()
  await trx
    .insertInto('dataRequests')
    .values({
      ...{ id, networkId, schoolId, kind, personId, receivedAt, number: (last ?? 0) + 1 },
      ...{ dueOn: dueOn(kind, receivedAt), sealed: sealedFor(keys, id, { ...nothingSaid, ...said }) },
      ...{ openedAt: now(), openedBy: by?.id ?? null },
    })
    .execute()
  await record(trx, { kind: 'data request opened', by, ...aboutRequest({ id, networkId }), of: kind })
  return id
}

/** Keeps other words with a case; what was said meanwhile by somebody else stays. */
export async function say(
  { trx, keys }: { trx: Trx; keys: House['keys'] },
  request: Pick<DataRequest, 'id'>,
  change: (said: Said) => Partial<Said>,
  set: Partial<DataRequest> = {},
): Promise<void> {
  const row = await trx.selectFrom('dataRequests').selectAll().where('id', '=', request.id).executeTakeFirstOrThrow()
  const said = saidIn(keys, row)
  const sealed = sealedFor(keys, row.id, { ...said, ...change(said) })
  await trx
    .updateTable('dataRequests')
    .set({ ...set, sealed })
    .where('id', '=', row.id)
    .execute()
}

/** @throws Conflict once a case is closed */
export function stillOpen({ closedAt }: Pick<DataRequest, 'closedAt'>): void {
  if (closedAt !== null) throw new Conflict('This case is closed. Open it again first.')
}

/** How a fact knows a case. */
export function aboutRequest({ id, networkId }: Pick<DataRequest, 'id' | 'networkId'>) {
  return { networkId, aboutKind: 'data request', aboutId: id }
}

/** `R4` */
export function numberOf({ number }: Pick<DataRequest, 'number'>): string {
  return `R${number}`
}

const kindWords: Record<RequestKind, string> = {
  access: 'Request for access',
  erasure: 'Request for erasure',
  complaint: 'Complaint',
  breach: 'Breach',
}

export function kindInWords({ kind }: Pick<DataRequest, 'kind'>): string {
  return kindWords[kind]
}
