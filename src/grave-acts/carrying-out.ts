import { hasRun } from '../backups/running-time.js'
import { type Db, inOne, type Trx } from '../database.js'
import { Conflict } from '../errors.js'
import type { House } from '../house.js'
import { now } from '../web/now.js'
import { named } from './finding.js'
import { openActs } from './grave-acts.js'
import { graveKind, type GraveKind } from './kinds.js'
import type { GraveAct } from './tables.js'
import { tellWhoCameLater } from './telling.js'

const daysKept = 365

/**
 * Carries out what has waited long enough, one after the other. Before that, whoever has come to be concerned is told, and what
 * has nothing left that it could be done to ends by itself.
 * @returns how many were done
 */
export async function carryOutGraveActs(house: Pick<House, 'db' | 'engine'>, kinds: GraveKind[]): Promise<number> {
  const { db } = house
  await lookAfterThoseThatWait(db, kinds)
  let done = 0
  for (const act of await ripeActs(db)) if (await carryOut(house, graveKind(kinds, act.kind), act)) done += 1
  await forgetOld(db)
  return done
}

/** The same for what touches one account, at its door. */
export async function carryOutFor(db: Db, kind: GraveKind, ofId: string): Promise<void> {
  if (!('inOne' in kind.carriesOut)) return
  for (const act of await ripeActs(db, { kind: kind.name, ofId })) await doInOne(db, act, kind.carriesOut.inOne)
}

/**
 * Whoever asked does it themselves, once it has waited.
 * @throws Conflict before that, and where it was done or stopped
 */
export async function carryOutAsAsked(trx: Trx, act: GraveAct, deed: () => Promise<void>): Promise<void> {
  if (!(await isRipe(trx, act)) || !(await noteDone(trx, act)))
    throw new Conflict('A second person has to agree to this first, and then it waits.')
  await deed()
}

/** By the calendar, and by the time that the workbench ran. */
export async function isRipe(db: Db, { notBefore, ripeWhenRan, begunAt }: GraveAct): Promise<boolean> {
  if (begunAt !== null) return true
  return notBefore !== null && notBefore <= now() && (ripeWhenRan ?? 0) <= (await hasRun(db))
}

async function ripeActs(db: Db, of?: { kind: string; ofId: string }): Promise<GraveAct[]> {
  const due = await openActs(db)
    .where(eb => eb.or([eb('notBefore', '<=', now()), eb('begunAt', 'is not', null)]))
    .$if(of !== undefined, query => query.where('ofId', '=', of!.ofId).where('kind', '=', of!.kind))
    .execute()
  const ripe = await Promise.all(due.map(act => isRipe(db, act)))
  return due.filter((_, place) => ripe[place])
}

async function carryOut(house: Pick<House, 'db' | 'engine'>, kind: GraveKind, act: GraveAct): Promise<boolean> {
  if ('byAsker' in kind.carriesOut) return false
  if ('inOne' in kind.carriesOut) return doInOne(house.db, act, kind.carriesOut.inOne)
  const begun = await house.db
    .updateTable('graveActs')
    .set({ begunAt: act.begunAt ?? now() })
    .where('id', '=', act.id)
    .where('stoppedAt', 'is', null)
    .executeTakeFirst()
  if (begun.numUpdatedRows === 0n) return false
  await kind.carriesOut.inSteps(house, act)
  return noteDone(house.db, act)
}

/** Where there is nothing to do any more, it ends by itself. */
async function doInOne(db: Db, act: GraveAct, does: (trx: Trx, act: GraveAct) => Promise<void>): Promise<boolean> {
  try {
    return await inOne(db, async trx => {
      const isOurs = await noteDone(trx, act)
      if (isOurs) await does(trx, act)
      return isOurs
    })
  } catch (error) {
    if (!(error instanceof Conflict)) throw error
    await endByItself(db, act)
    return false
  }
}

/** Why it was asked for goes with it: the audit trail holds who asked, agreed and when. */
async function noteDone(db: Db, { id }: GraveAct): Promise<boolean> {
  const done = await db
    .updateTable('graveActs')
    .set({ doneAt: now(), because: '' })
    .where('id', '=', id)
    .where('stoppedAt', 'is', null)
    .where('doneAt', 'is', null)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

async function lookAfterThoseThatWait(db: Db, kinds: GraveKind[]): Promise<void> {
  const open = await named(db)
    .where('graveActs.stoppedAt', 'is', null)
    .where('graveActs.doneAt', 'is', null)
    .where('graveActs.begunAt', 'is', null)
    .execute()
  for (const act of open) {
    const kind = graveKind(kinds, act.kind)
    if (await kind.words(db, act, act.askedBy)) await inOne(db, trx => tellWhoCameLater(trx, kind, act))
    else await endByItself(db, act)
  }
}

async function endByItself(db: Db, { id }: GraveAct): Promise<void> {
  await db
    .updateTable('graveActs')
    .set({ stoppedAt: now(), because: '' })
    .where('id', '=', id)
    .where('doneAt', 'is', null)
    .execute()
}

/** The audit trail keeps that it was. */
async function forgetOld(db: Db): Promise<void> {
  const before = new Date(Date.parse(now()) - daysKept * 86_400_000).toISOString()
  const old = db
    .selectFrom('graveActs')
    .select('id')
    .where(eb => eb.or([eb('stoppedAt', '<', before), eb('doneAt', '<', before)]))
  await db.deleteFrom('graveActsTold').where('actId', 'in', old).execute()
  await db
    .deleteFrom('graveActs')
    .where(eb => eb.or([eb('stoppedAt', '<', before), eb('doneAt', '<', before)]))
    .execute()
}
