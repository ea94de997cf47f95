import type { Db, Trx } from '../../database.js'
import { BadInput, Conflict } from '../../errors.js'
import { record } from '../../facts/facts.js'
import type { Person } from '../../people/person.js'
import { now } from '../../web/now.js'
import { plural } from '../../words/words.js'
import { aboutRequest, stillOpen } from '../requests.js'
import type { DataRequest } from '../tables.js'

/** Files of which nobody has said yet what becomes of them. */
export async function filesNotDecided(db: Db, requestId: string): Promise<number> {
  const { count } = await db
    .selectFrom('dataRequestFindings')
    .select(eb => eb.fn.countAll().as('count'))
    .where('requestId', '=', requestId)
    .where('how', '=', 'file')
    .where('erasing', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** The first of two asks that what was found is erased as they chose. @throws Conflict, BadInput where something has still to be decided */
export async function askErasure(trx: Trx, request: DataRequest, person: Pick<Person, 'id'>): Promise<void> {
  stillOpen(request)
  if (request.personId !== null)
    throw new Conflict('An adult’s words are erased with their account. Ask whoever looks after the workbench.')
  if (request.identityAt === null) throw new Conflict('Note first how you checked who is asking.')
  if (request.lookedAt === null) throw new Conflict('Look through the workbench first.')
  if (request.erasureAskedAt !== null) throw new Conflict('The erasure has been asked for already.')
  const files = await filesNotDecided(trx, request.id)
  if (files > 0)
    throw new BadInput(
      `Of ${plural(files, 'file', 'files')} nobody has said yet what becomes of ${files === 1 ? 'it' : 'them'}. Look at each, and choose.`,
      422,
    )
  await trx
    .updateTable('dataRequests')
    .set({ erasureAskedAt: now(), erasureAskedBy: person.id })
    .where('id', '=', request.id)
    .execute()
  await record(trx, { kind: 'erasure of a pupil asked', by: person, ...aboutRequest(request) })
}

/** The second agrees: from here on it is done, and cannot be called back. */
export async function confirmErasure(trx: Trx, request: DataRequest, person: Pick<Person, 'id'>): Promise<void> {
  stillOpen(request)
  const confirmed = await trx
    .updateTable('dataRequests')
    .set({ erasureConfirmedAt: now(), erasureConfirmedBy: person.id })
    .where('id', '=', request.id)
    .where('erasureAskedAt', 'is not', null)
    .where('erasureAskedBy', '<>', person.id)
    .where('erasureConfirmedAt', 'is', null)
    .executeTakeFirst()
  if (confirmed.numUpdatedRows === 0n) throw new Conflict('This was answered meanwhile.')
  await record(trx, { kind: 'erasure of a pupil confirmed', by: person, ...aboutRequest(request) })
}

/** The second does not agree, or the first thinks better of it: nothing is erased. */
export async function refuseErasure(trx: Trx, request: DataRequest, person: Pick<Person, 'id'>): Promise<void> {
  const refused = await trx
    .updateTable('dataRequests')
    .set({ erasureAskedAt: null, erasureAskedBy: null })
    .where('id', '=', request.id)
    .where('erasureAskedAt', 'is not', null)
    .where('erasureConfirmedAt', 'is', null)
    .executeTakeFirst()
  if (refused.numUpdatedRows === 0n) throw new Conflict('This was answered meanwhile.')
  await record(trx, { kind: 'erasure of a pupil refused', by: person, ...aboutRequest(request) })
}
