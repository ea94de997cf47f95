import { type Db, inOne, type Trx } from '../database.js'
import { Conflict, NotAllowed } from '../errors.js'
import { record } from '../facts/facts.js'
import { newId } from '../web/new-id.js'
import { now } from '../web/now.js'
import { hasRun } from '../backups/running-time.js'
import './facts.js'
import type { GraveRules } from './kinds.js'
import type { GraveAct } from './tables.js'
import { tellAnew, tellAsker } from './telling.js'
import { secondPeople } from './who-agrees.js'

type By = { id: string }

/** To what it is to be done. */
export interface Wanted {
  ofId: string
  networkId?: string | null
  choice?: string
  because?: string
}

/** What is asked for, or waits; undefined where nothing is. */
export function openGraveAct(db: Db, kind: Pick<GraveRules, 'name'>, ofId: string): Promise<GraveAct | undefined> {
  return openActs(db).where('ofId', '=', ofId).where('kind', '=', kind.name).executeTakeFirst()
}

/** The same for whoever answers it. @throws Conflict where it is over, as in a window that was opened before */
export async function waitingGraveAct(db: Db, kind: Pick<GraveRules, 'name'>, ofId: string): Promise<GraveAct> {
  const act = await openGraveAct(db, kind, ofId)
  if (!act) throw new Conflict('This has been done or stopped already.')
  return act
}

/** Whatever is neither done nor stopped. */
export function openActs(db: Db) {
  return db
    .selectFrom('graveActs')
    .selectAll('graveActs')
    .where('graveActs.stoppedAt', 'is', null)
    .where('graveActs.doneAt', 'is', null)
}

/**
 * Asks for something grave. It waits for a second person first; where nobody could be that, and the kind allows it, it waits
 * from now on, and longer.
 * @throws Conflict where it is asked for already
 */
export async function askForGraveAct(trx: Trx, kind: GraveRules, wanted: Wanted, by: By): Promise<GraveAct> {
  if (await openGraveAct(trx, kind, wanted.ofId)) throw new Conflict('This has been asked for already.')
  const asked = { networkId: null, choice: '', because: '', ...wanted, askedAt: now(), askedBy: by.id }
  const { alone } = kind.waits
  const waits = alone !== null && (await secondPeople(trx, kind, asked)).length === 0 ? await waitsFor(trx, alone) : {}
  const act = await trx
    .insertInto('graveActs')
    .values({ id: newId(), kind: kind.name, ...asked, ...waits })
    .returningAll()
    .executeTakeFirstOrThrow()
  await tellAnew(trx, kind, act)
  await record(trx, { kind: 'grave act asked', by, ...aboutAct(kind, act) })
  return act
}

/**
 * The second person says yes: from now on it waits, and can be stopped.
 * @param whose a sentence for whoever is no second person
 * @throws NotAllowed, Conflict where it was answered
 */
export async function agreeToGraveAct(
  trx: Trx,
  kind: GraveRules,
  act: GraveAct,
  by: By,
  whose = 'A second person agrees to this, not you.',
): Promise<void> {
  if (act.agreedAt !== null) throw new Conflict('This has been answered already.')
  if (!(await secondPeople(trx, kind, act)).some(one => one.id === by.id)) throw new NotAllowed(whose)
  const agreed = await trx
    .updateTable('graveActs')
    .set({ agreedAt: now(), agreedBy: by.id, ...(await waitsFor(trx, kind.waits.agreed)) })
    .where('id', '=', act.id)
    .where('agreedAt', 'is', null)
    .where('stoppedAt', 'is', null)
    .where('doneAt', 'is', null)
    .returningAll()
    .executeTakeFirst()
  if (!agreed) throw new Conflict('This has been answered already.')
  await tellAnew(trx, kind, agreed)
  await record(trx, { kind: 'grave act agreed', by, ...aboutAct(kind, act) })
}

/** Who may do so, the page says. @throws Conflict when it is too late */
export async function stopGraveAct(trx: Trx, kind: GraveRules, act: GraveAct, by: By): Promise<void> {
  const stopped = await trx
    .updateTable('graveActs')
    .set({ stoppedAt: now(), stoppedBy: by.id, because: '' })
    .where('id', '=', act.id)
    .where('begunAt', 'is', null)
    .where('stoppedAt', 'is', null)
    .where('doneAt', 'is', null)
    .executeTakeFirst()
  if (stopped.numUpdatedRows === 0n) throw new Conflict('This has been done or stopped already.')
  if (act.askedBy !== by.id) await tellAsker(trx, act)
  await record(trx, { kind: 'grave act stopped', by, ...aboutAct(kind, act) })
}

/** Somebody has just shown that what is asked for them is not needed. @returns whether anything was stopped */
export async function stopAsNotNeeded(db: Db, kind: GraveRules, personId: string): Promise<boolean> {
  const act = await openGraveAct(db, kind, personId)
  if (act) await inOne(db, trx => stopGraveAct(trx, kind, act, { id: personId }))
  return act !== undefined
}

/** By the calendar, and by the time that the workbench runs: a date that is wrong by a year carries nothing out. */
async function waitsFor(trx: Trx, seconds: number) {
  return {
    notBefore: new Date(Date.parse(now()) + seconds * 1000).toISOString(),
    ripeWhenRan: (await hasRun(trx)) + seconds,
  }
}

function aboutAct(kind: GraveRules, { id, ofId, networkId }: GraveAct) {
  return { networkId, aboutKind: kind.about, aboutId: ofId, act: id, what: kind.name }
}
