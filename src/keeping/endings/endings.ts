import type { Db, Trx } from '../../database.js'
import { Conflict, NotFound } from '../../errors.js'
import { record } from '../../facts/facts.js'
import type { Person } from '../../people/person.js'
import { newId } from '../../web/new-id.js'
import { now } from '../../web/now.js'
import '../facts.js'
import { hasRun, secondsOf } from '../running-time.js'
import type { Ending, EndingOf } from '../tables.js'

/** How long something waits once it is agreed, in seconds: so that whoever is told can still stop it. */
export const waits: Record<EndingOf, number> = {
  group: secondsOf.hours(24),
  school: secondsOf.days(7),
  account: secondsOf.days(7),
  network: secondsOf.days(14),
}

/** Nobody ends these alone. One’s own account is one’s own. */
export function needsSecondPerson(of: EndingOf): boolean {
  return of !== 'account'
}

export interface Wanted {
  of: EndingOf
  ofId: string
  networkId: string | null
  choice: string
  because: string
}

/** The ending of something that is asked for or waits; undefined where there is none. */
export function openEnding(db: Db, of: EndingOf, ofId: string): Promise<Ending | undefined> {
  return db
    .selectFrom('endings')
    .selectAll()
    .where('of', '=', of)
    .where('ofId', '=', ofId)
    .where('stoppedAt', 'is', null)
    .where('doneAt', 'is', null)
    .executeTakeFirst()
}

/**
 * Asks that something ends. Where a second person is needed nothing follows before they agree; else it waits from now on.
 * @param told those who hear of it now
 * @throws Conflict where it is asked for already
 */
export async function askForEnding(trx: Trx, wanted: Wanted, by: Person, told: string[]): Promise<Ending> {
  if (await openEnding(trx, wanted.of, wanted.ofId)) throw new Conflict('This has been asked for already.')
  const ending: Ending = {
    ...{ id: newId(), ...wanted, askedAt: now(), askedBy: by.id },
    ...{ agreedAt: null, agreedBy: null, ran: null, notBefore: null },
    ...{ stoppedAt: null, stoppedBy: null, begunAt: null, doneAt: null },
  }
  await trx.insertInto('endings').values(ending).execute()
  await tellThem(trx, ending, told)
  await record(trx, { kind: 'end asked for', by, ...aboutEnding(ending), because: wanted.because })
  return needsSecondPerson(wanted.of) ? ending : agreeToEnding(trx, ending, by, [])
}

/** From here on it waits, and can be stopped. @throws Conflict where it was answered meanwhile, or by the one who asked */
export async function agreeToEnding(trx: Trx, ending: Ending, by: Person, told: string[]): Promise<Ending> {
  if (needsSecondPerson(ending.of) && ending.askedBy === by.id)
    throw new Conflict('You asked for this yourself. A second person has to agree.')
  const agreed = {
    agreedAt: now(),
    agreedBy: by.id,
    ran: await hasRun(trx),
    notBefore: new Date(Date.parse(now()) + waits[ending.of] * 1000).toISOString(),
  }
  const done = await trx
    .updateTable('endings')
    .set(agreed)
    .where('id', '=', ending.id)
    .where('agreedAt', 'is', null)
    .where('stoppedAt', 'is', null)
    .executeTakeFirst()
  if (done.numUpdatedRows === 0n) throw new Conflict('This has been answered meanwhile.')
  await tellThem(trx, ending, told)
  await record(trx, { kind: 'end agreed', by, ...aboutEnding(ending) })
  return { ...ending, ...agreed }
}

/** @throws Conflict once it has begun */
export async function stopEnding(trx: Trx, ending: Ending, by: Person): Promise<void> {
  const done = await trx
    .updateTable('endings')
    .set({ stoppedAt: now(), stoppedBy: by.id })
    .where('id', '=', ending.id)
    .where('begunAt', 'is', null)
    .where('stoppedAt', 'is', null)
    .executeTakeFirst()
  if (done.numUpdatedRows === 0n) throw new Conflict('This has begun, and cannot be stopped any more.')
  await record(trx, { kind: 'end stopped', by, ...aboutEnding(ending) })
}

/** Those that have waited long enough, by the calendar and by the time that the workbench ran, and those that were begun. */
export async function endingsThatAreRipe(db: Db): Promise<Ending[]> {
  const ran = await hasRun(db)
  const rows = await db
    .selectFrom('endings')
    .selectAll()
    .where('doneAt', 'is', null)
    .where('stoppedAt', 'is', null)
    .where('agreedAt', 'is not', null)
    .where('notBefore', '<=', now())
    .execute()
  return rows.filter(one => one.begunAt !== null || one.ran! + waits[one.of] <= ran)
}

/** Whoever was told has read it. @throws NotFound for whoever was not told */
export async function readEnding(db: Db, person: { id: string }, id: string): Promise<Ending> {
  const told = await db
    .updateTable('endingsTold')
    .set({ seenAt: now() })
    .where('endingId', '=', id)
    .where('personId', '=', person.id)
    .executeTakeFirst()
  if (told.numUpdatedRows === 0n) throw new NotFound('page')
  return db.selectFrom('endings').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
}

async function tellThem(trx: Trx, { id }: Ending, told: string[]): Promise<void> {
  for (const personId of new Set(told))
    await trx
      .insertInto('endingsTold')
      .values({ endingId: id, personId, seenAt: null })
      .onConflict(c => c.columns(['endingId', 'personId']).doUpdateSet({ seenAt: null }))
      .execute()
}

function aboutEnding({ id, of, ofId, networkId }: Ending) {
  return { networkId, aboutKind: of, aboutId: ofId, ending: id, of }
}
