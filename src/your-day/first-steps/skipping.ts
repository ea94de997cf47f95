import type { Trx } from '../../database.js'
import { record } from '../../facts/facts.js'
import type { Person } from '../../people/person.js'
import { now } from '../../web/now.js'
import './facts.js'
import './tables.js'

/** A first step is not shown any more, to anybody to whom it was. */
export async function skipStep(trx: Trx, place: string, step: string, by: Person): Promise<void> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('skippedFirstSteps')
    .values({ place, step, skippedAt: now(), skippedBy: by.id })
    .onConflict(already => already.doNothing())
    .executeTakeFirst()
  if (numInsertedOrUpdatedRows === 0n) return
  const [aboutKind, aboutId] = place.split('/') as [string, string]
  await record(trx, { kind: 'first step skipped', by, aboutKind, aboutId, step })
}

/** A step that was skipped is shown again. */
export async function takeUpStep(trx: Trx, place: string, step: string): Promise<void> {
  await trx.deleteFrom('skippedFirstSteps').where('place', '=', place).where('step', '=', step).execute()
}
