import { inOne, type Trx } from '../../database.js'
import { record } from '../../facts/facts.js'
import type { House } from '../../house.js'
import type { Brought } from '../../room.js'
import { forgetInIndex } from '../../search/forgetting.js'
import { breathe } from '../../web/limits/breathing.js'
import { daysAfter, now, today } from '../../web/now.js'
import { keptKind } from '../kinds/kinds.js'
import type { KeptKind } from '../kinds/kind.js'
import { periodsOf } from '../periods/periods.js'
import { hasRun, secondsOf } from '../../backups/running-time.js'
import type { KeepingRound } from '../tables.js'
import { daysBefore } from './announcing.js'
import { endHold, heldAmong, holdsThatEnded } from './holds.js'

const atOnce = 5

type ToErase = Pick<Brought, 'erases' | 'searchables'>

/**
 * Erases what was announced thirty days ago or more, is due still and is not held. Days are counted by the calendar and by the
 * time that the workbench ran, so that a wrong date erases nothing. A few things at a time, each a deed of its own: whatever
 * stops it in between, it goes on where it was.
 * @param most ends after so many things
 * @returns how many have gone
 */
export async function eraseWhatIsDue({ db }: Pick<House, 'db'>, brought: ToErase, most = Infinity): Promise<number> {
  for (const hold of await holdsThatEnded(db)) await inOne(db, trx => endHold(trx, hold, null))
  let gone = 0
  const ripe = await db
    .selectFrom('keepingRounds')
    .selectAll()
    .where('endedAt', 'is', null)
    .where('announcedOn', '<=', daysAfter(today(), -daysBefore))
    .where('ran', '<=', (await hasRun(db)) - secondsOf.days(daysBefore))
    .execute()
  for (const round of ripe) {
    const kind = keptKind(round.kind)
    if (!kind) continue
    let after: string | null = ''
    while (after !== null && gone < most) {
      const step: Step = await inOne(db, trx => eraseSome(trx, round, kind, brought, after ?? ''))
      gone += step.gone
      after = step.next
      await breathe()
    }
    await inOne(db, trx => endIfDone(trx, round))
  }
  return gone
}

interface Step {
  gone: number
  /** After which thing it goes on; null where that was all. */
  next: string | null
}

async function eraseSome(
  trx: Trx,
  round: KeepingRound,
  kind: KeptKind,
  brought: ToErase,
  after: string,
): Promise<Step> {
  const rows = await trx
    .selectFrom('keepingThings')
    .select('thing')
    .where('roundId', '=', round.id)
    .where('thing', '>', after)
    .where('goneAt', 'is', null)
    .where('droppedAt', 'is', null)
    .where('dueOn', '<=', today())
    .orderBy('thing')
    .limit(atOnce)
    .execute()
  const things = rows.map(row => row.thing)
  if (things.length === 0) return { gone: 0, next: null }
  const due = await dueStill(trx, round, kind, things)
  const held = await heldAmong(trx, round, things)
  const going = things.filter(thing => due.has(thing) && !held.has(thing))
  const not = things.filter(thing => !due.has(thing))
  if (not.length > 0) await note(trx, round, not, { droppedAt: now() })
  if (going.length > 0) await eraseThem(trx, round, kind, going, brought)
  return { gone: going.length, next: things.at(-1)! }
}

async function eraseThem(
  trx: Trx,
  round: KeepingRound,
  kind: KeptKind,
  things: string[],
  brought: ToErase,
): Promise<void> {
  const touched = (await kind.erase(trx, things, brought)) ?? []
  await forgetInIndex(trx, brought.searchables, touched)
  await note(trx, round, things, { goneAt: now() })
  await record(trx, {
    kind: 'things kept no longer',
    by: null,
    networkId: round.networkId,
    aboutKind: 'batch',
    aboutId: round.id,
    of: kind.kind,
    things,
    own: kind.hasOwnJournal === true,
  })
}

/** A group that was opened again, a period that became longer, an account that was used: then it does not go. */
async function dueStill(trx: Trx, round: KeepingRound, kind: KeptKind, only: string[]): Promise<Set<string>> {
  const period = (await periodsOf(trx, round.networkId)).find(one => one.kind === kind)
  if (!period || period.months === null) return new Set()
  const asked = { networkId: round.networkId, months: period.months, by: today(), only, most: only.length }
  return new Set((await kind.due(trx, asked)).map(one => one.thing))
}

async function note(
  trx: Trx,
  round: KeepingRound,
  things: string[],
  set: { goneAt: string } | { droppedAt: string },
): Promise<void> {
  await trx.updateTable('keepingThings').set(set).where('roundId', '=', round.id).where('thing', 'in', things).execute()
}

async function endIfDone(trx: Trx, { id }: KeepingRound): Promise<void> {
  const open = await trx
    .selectFrom('keepingThings')
    .select('thing')
    .where('roundId', '=', id)
    .where('goneAt', 'is', null)
    .where('droppedAt', 'is', null)
    .limit(1)
    .executeTakeFirst()
  if (!open) await trx.updateTable('keepingRounds').set({ endedAt: now() }).where('id', '=', id).execute()
}
