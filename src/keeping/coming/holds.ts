import type { Db, Trx } from '../../database.js'
import { Conflict } from '../../errors.js'
import { record } from '../../facts/facts.js'
import type { Person } from '../../people/person.js'
import { newId } from '../../web/new-id.js'
import { now, today } from '../../web/now.js'
import type { KeepingHold, KeepingRound } from '../tables.js'

/** Which of the groups of these things are held as a whole. */
export async function groupsHeld(db: Db, found: { groupId: string | null }[]): Promise<Set<string>> {
  const ids = [...new Set(found.flatMap(one => one.groupId ?? []))]
  const rows = await db
    .selectFrom('keepingHolds')
    .select('groupId')
    .where('groupId', 'in', [...ids, ''])
    .where('thing', 'is', null)
    .where('endedAt', 'is', null)
    .execute()
  return new Set(rows.map(row => row.groupId!))
}

/** Which of these things are held: by themselves, or because whatever is their group’s is. */
export async function heldAmong(db: Db, round: KeepingRound, things: string[]): Promise<Map<string, KeepingHold>> {
  const rows = await db
    .selectFrom('keepingHolds')
    .selectAll()
    .where('endedAt', 'is', null)
    .where(({ or, and, eb }) =>
      or([
        and([eb('thing', 'in', [...things, '']), eb('kind', '=', round.kind)]),
        and([eb('thing', 'is', null), eb('groupId', '=', round.groupId ?? '')]),
      ]),
    )
    .execute()
  const all = rows.find(row => row.thing === null)
  return new Map(
    things.flatMap(thing => {
      const hold = all ?? rows.find(row => row.thing === thing)
      return hold ? [[thing, hold] as const] : []
    }),
  )
}

export interface Holding {
  because: string
  /** The last day on which it is held; null until somebody lets go. */
  until: string | null
}

/** Holds things of a batch back. @param things their ids; null for whatever is the group’s, also what comes due later */
export async function holdBack(
  trx: Trx,
  round: KeepingRound,
  things: { thing: string; label: string }[] | null,
  { because, until }: Holding,
  by: Person,
): Promise<void> {
  if (things === null && round.groupId === null) throw new Conflict('Only what is a group’s can be held together.')
  const each = things ?? [{ thing: null, label: '' }]
  for (const { thing, label } of each) {
    const of = { networkId: round.networkId, groupId: round.groupId, kind: thing === null ? null : round.kind }
    const hold: KeepingHold = {
      id: newId(),
      ...of,
      thing,
      label,
      because,
      until,
      heldAt: now(),
      heldBy: by.id,
      endedAt: null,
      endedBy: null,
    }
    await trx.insertInto('keepingHolds').values(hold).execute()
  }
  await record(trx, {
    kind: 'held back',
    by,
    networkId: round.networkId,
    groupId: round.groupId,
    aboutKind: 'batch',
    aboutId: round.id,
    because,
    what: things === null ? 'whatever is of a group' : `${round.kind}, ${things.length}`,
  })
}

/**
 * Lets go of what was held. It does not go at once: it is announced anew, and those concerned have their thirty days again.
 * @param by null where its day is over
 */
export async function endHold(trx: Trx, hold: KeepingHold, by: Person | null): Promise<void> {
  const ended = await trx
    .updateTable('keepingHolds')
    .set({ endedAt: now(), endedBy: by?.id ?? null })
    .where('id', '=', hold.id)
    .where('endedAt', 'is', null)
    .executeTakeFirst()
  if (ended.numUpdatedRows === 0n) throw new Conflict('This is held no longer.')
  await sayAnew(trx, hold)
  await record(trx, {
    kind: 'hold ended',
    by,
    networkId: hold.networkId,
    groupId: hold.groupId,
    aboutKind: 'hold',
    aboutId: hold.id,
    what: hold.thing === null ? 'whatever is of a group' : (hold.kind ?? ''),
  })
}

async function sayAnew(trx: Trx, { kind, thing, groupId }: KeepingHold): Promise<void> {
  const rounds = trx
    .selectFrom('keepingRounds')
    .select('id')
    .where('endedAt', 'is', null)
    .$if(kind !== null, query => query.where('kind', '=', kind!))
    .$if(thing === null, query => query.where('groupId', '=', groupId))
  await trx
    .updateTable('keepingThings')
    .set({ droppedAt: now() })
    .where('roundId', 'in', rounds)
    .$if(thing !== null, query => query.where('thing', '=', thing!))
    .where('goneAt', 'is', null)
    .where('droppedAt', 'is', null)
    .execute()
}

/** Holds whose last day is over. */
export function holdsThatEnded(db: Db): Promise<KeepingHold[]> {
  return db
    .selectFrom('keepingHolds')
    .selectAll()
    .where('endedAt', 'is', null)
    .where('until', '<', today())
    .limit(100)
    .execute()
}
