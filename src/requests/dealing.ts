import type { Trx } from '../database.js'
import { Conflict } from '../errors.js'
import { record } from '../facts/facts.js'
import type { House } from '../house.js'
import type { Person } from '../people/person.js'
import { now, today } from '../web/now.js'
import { dueOn } from './clocks.js'
import { lastDayToExtend } from './list-page.js'
import { aboutRequest, say, stillOpen } from './requests.js'
import type { Said, Told } from './said.js'
import type { DataRequest } from './tables.js'

interface Deed {
  trx: Trx
  keys: House['keys']
  person: Pick<Person, 'id'>
}

/** How they know that whoever asks is who they say they are. */
export async function noteIdentity(deed: Deed, request: DataRequest, identity: string): Promise<void> {
  stillOpen(request)
  await say(deed, request, () => ({ identity }), { identityAt: now(), identityBy: deed.person.id })
  await record(deed.trx, { kind: 'data request identity checked', by: deed.person, ...aboutRequest(request) })
}

/** Two more months, where a request is complex or one of many: said within the first month. @throws Conflict afterwards */
export async function extend(deed: Deed, request: DataRequest, extendedBecause: string): Promise<void> {
  stillOpen(request)
  if (request.extendedAt) throw new Conflict('It has been extended already. It can be extended once.')
  if (lastDayToExtend(request) < today())
    throw new Conflict('The first month is over, so it cannot be extended any more.')
  const set = { extendedAt: now(), extendedBy: deed.person.id, dueOn: dueOn(request.kind, request.receivedAt, true) }
  await say(deed, request, () => ({ extendedBecause }), set)
  await record(deed.trx, { kind: 'data request extended', by: deed.person, ...aboutRequest(request) })
}

/** Whoever complained has been told that their complaint is here. */
export async function acknowledge({ trx, person }: Deed, request: DataRequest): Promise<void> {
  stillOpen(request)
  const done = await trx
    .updateTable('dataRequests')
    .set({ acknowledgedAt: now(), acknowledgedBy: person.id })
    .where('id', '=', request.id)
    .where('acknowledgedAt', 'is', null)
    .executeTakeFirst()
  if (done.numUpdatedRows === 0n) throw new Conflict('It has been acknowledged already.')
  await record(trx, { kind: 'data request acknowledged', by: person, ...aboutRequest(request) })
}

export async function note(deed: Deed, request: DataRequest, words: string): Promise<void> {
  stillOpen(request)
  const one = { at: now(), by: deed.person.id, words }
  await say(deed, request, said => ({ notes: [...said.notes, one] }))
  await record(deed.trx, { kind: 'data request noted', by: deed.person, ...aboutRequest(request) })
}

/** What happened, whose data, what risk, and who was told or why not. */
export async function describeBreach(
  deed: Deed,
  request: DataRequest,
  facts: Pick<Said, 'words' | 'whose' | 'risk'> & { toldOffice: Told | null; toldPeople: Told | null },
): Promise<void> {
  stillOpen(request)
  await say(deed, request, () => facts)
  await record(deed.trx, { kind: 'data request noted', by: deed.person, ...aboutRequest(request) })
}

export async function close(deed: Deed, request: DataRequest, outcome: string): Promise<void> {
  stillOpen(request)
  if (request.erasureAskedAt && !request.erasureConfirmedAt)
    throw new Conflict('An erasure waits for a second person. Let that be answered first.')
  await say(deed, request, () => ({ outcome }), { closedAt: now(), closedBy: deed.person.id, looking: null })
  await record(deed.trx, { kind: 'data request closed', by: deed.person, ...aboutRequest(request) })
}

/** @throws Conflict once a pupil was erased: nothing is left to deal with */
export async function openAgain({ trx, person }: Deed, request: DataRequest): Promise<void> {
  if (request.erasedAt) throw new Conflict('What this case was about is erased.')
  await trx.updateTable('dataRequests').set({ closedAt: null, closedBy: null }).where('id', '=', request.id).execute()
  await record(trx, { kind: 'data request opened again', by: person, ...aboutRequest(request) })
}
