import type { Db, Trx } from '../database.js'
import { NotFound } from '../errors.js'
import { now } from '../web/now.js'
import type { GraveRules } from './kinds.js'
import type { GraveAct } from './tables.js'
import { secondPeople } from './who-agrees.js'

/** Those who hear of it now: whom it touches, and whoever may agree as long as nobody has; from then on everybody concerned. */
export async function whoHears(db: Db, kind: GraveRules, act: GraveAct): Promise<string[]> {
  const others =
    act.notBefore === null ? (await secondPeople(db, kind, act)).map(one => one.id) : await kind.whoIsTold(db, act)
  return [...new Set([...(await kind.whomItTouches(db, act)), ...others])]
}

/** It stands on their day until they have read it. Whoever was asked before, and is not told now, has no more to answer. */
export async function tellAnew(trx: Trx, kind: GraveRules, act: GraveAct): Promise<void> {
  await trx
    .updateTable('graveActsTold')
    .set({ seenAt: now() })
    .where('actId', '=', act.id)
    .where('seenAt', 'is', null)
    .execute()
  for (const personId of await whoHears(trx, kind, act))
    await trx
      .insertInto('graveActsTold')
      .values({ actId: act.id, personId, seenAt: null })
      .onConflict(c => c.columns(['actId', 'personId']).doUpdateSet({ seenAt: null }))
      .execute()
}

/** Somebody else has stopped it: it stands on the day of whoever asked until they have read that. */
export async function tellAsker(trx: Trx, { id, askedBy }: Pick<GraveAct, 'id' | 'askedBy'>): Promise<void> {
  await trx
    .insertInto('graveActsTold')
    .values({ actId: id, personId: askedBy, seenAt: null })
    .onConflict(c => c.columns(['actId', 'personId']).doUpdateSet({ seenAt: null }))
    .execute()
}

/** Tells those who have come to be concerned since. */
export async function tellWhoCameLater(trx: Trx, kind: GraveRules, act: GraveAct): Promise<void> {
  for (const personId of await whoHears(trx, kind, act))
    await trx
      .insertInto('graveActsTold')
      .values({ actId: act.id, personId, seenAt: null })
      .onConflict(c => c.columns(['actId', 'personId']).doNothing())
      .execute()
}

/** Everybody who was ever told of it. */
export async function everybodyTold(db: Db, actId: string): Promise<string[]> {
  const rows = await db.selectFrom('graveActsTold').select('personId').where('actId', '=', actId).execute()
  return rows.map(row => row.personId)
}

/** Whether somebody was told and has not said yet that they have read it. */
export async function isUnread(db: Db, actId: string, personId: string): Promise<boolean> {
  const told = await db
    .selectFrom('graveActsTold')
    .select('seenAt')
    .where('actId', '=', actId)
    .where('personId', '=', personId)
    .executeTakeFirst()
  return told?.seenAt === null
}

/** Whoever was told has read it. @throws NotFound for whoever was not told */
export async function noteAsRead(db: Db, person: { id: string }, actId: string): Promise<GraveAct> {
  const told = await db
    .updateTable('graveActsTold')
    .set({ seenAt: now() })
    .where('actId', '=', actId)
    .where('personId', '=', person.id)
    .executeTakeFirst()
  if (told.numUpdatedRows === 0n) throw new NotFound('page')
  return db.selectFrom('graveActs').selectAll().where('id', '=', actId).executeTakeFirstOrThrow()
}
