import type { Trx } from '../../database.js'
import { record } from '../../facts/facts.js'
import type { Person } from '../../people/person.js'
import { now } from '../../web/now.js'
import { notBeingReadBlind } from '../blind-readings/reading-guard.js'
import { act, type Change } from '../undoing/acts.js'
import type { FoundCode } from './book.js'
import { aboutCodebook } from './keeping-codes.js'

/** A retired code keeps its codings and is offered no more. @throws Conflict while it is being read with */
export async function retireCode(trx: Trx, code: FoundCode, person: Person): Promise<void> {
  if (code.retiredAt) return

  await notBeingReadBlind(trx, [code.id])
  const change: Change = { thing: 'code', id: code.id, before: { retiredAt: null }, after: { retiredAt: now() } }
  await act(trx, { groupId: code.groupId, person, did: `retired the code “${code.name}”` }, [change])
  await record(trx, { kind: 'code retired', by: person, ...aboutCodebook(code.enquiry, code.id) })
}

/** A retired code is offered again. */
export async function bringBackCode(trx: Trx, code: FoundCode, person: Person): Promise<void> {
  const { retiredAt } = code
  if (!retiredAt) return

  const change: Change = { thing: 'code', id: code.id, before: { retiredAt }, after: { retiredAt: null } }
  await act(trx, { groupId: code.groupId, person, did: `brought back the code “${code.name}”` }, [change])
}
