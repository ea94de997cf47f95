import { type Db, inOne } from '../../database.js'
import { Conflict } from '../../errors.js'
import { now } from '../../web/now.js'
import { findAccount } from '../administration/administering.js'
import { stopGraveAct } from './grave-acts.js'
import { graveKinds } from './kinds.js'
import type { GraveAct, GraveKindName } from './tables.js'

/**
 * Does what has waited its time, each once. Where there is nothing to do any more, it ends by itself.
 * @param personId of whom alone; everybody, where nobody is named
 */
export async function carryOutGraveActs(db: Db, personId?: string): Promise<void> {
  const due = await db
    .selectFrom('graveActs')
    .selectAll()
    .where('takesEffectAt', '<=', now())
    .where('stoppedAt', 'is', null)
    .where('doneAt', 'is', null)
    .$if(personId !== undefined, query => query.where('personId', '=', personId!))
    .execute()
  for (const act of due) await carryOut(db, act)
}

async function carryOut(db: Db, act: GraveAct): Promise<void> {
  const end = (how: { doneAt: string } | { stoppedAt: string }) =>
    inOne(db, async trx => {
      const ended = await trx
        .updateTable('graveActs')
        .set(how)
        .where('id', '=', act.id)
        .where('stoppedAt', 'is', null)
        .where('doneAt', 'is', null)
        .executeTakeFirst()
      if (ended.numUpdatedRows === 0n || 'stoppedAt' in how) return
      await graveKinds[act.kind].does(trx, await findAccount(trx, act.personId), { id: act.askedBy })
    })
  try {
    await end({ doneAt: now() })
  } catch (error) {
    if (!(error instanceof Conflict)) throw error
    await end({ stoppedAt: now() })
  }
}

/** Somebody has just shown that what is asked for them is not needed. @returns whether anything was stopped */
export async function stopAsNotNeeded(db: Db, kind: GraveKindName, personId: string): Promise<boolean> {
  const waiting = await db
    .selectFrom('graveActs')
    .selectAll()
    .where('kind', '=', kind)
    .where('personId', '=', personId)
    .where('stoppedAt', 'is', null)
    .where('doneAt', 'is', null)
    .execute()
  for (const act of waiting) await inOne(db, trx => stopGraveAct(trx, act, { id: personId }))
  return waiting.length > 0
}
