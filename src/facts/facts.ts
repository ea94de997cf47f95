import type { Db, Trx } from '../database.js'
import { newId } from '../web/new-id.js'
import { now } from '../web/now.js'
import type { FactRow } from './tables.js'

/** Every room adds its kinds here, from its own facts.ts. */
// oxlint-disable-next-line typescript/no-empty-object-type
export interface FactKinds {}

/** Who did it, to what, where and why. */
export interface Deed {
  /** Null where the workbench itself did it. */
  by: { id: string } | null
  networkId?: string | null
  /** The group in whose history it stands; left out where nobody of the group is to hear of it. */
  groupId?: string | null
  aboutKind?: string
  aboutId?: string
  because?: string | null
}

/**
 * Writes down what was done, in the transaction of the deed. What follows from it (letters, drawings to forget, the
 * index) happens after the commit, by the followers: src/facts/following.ts.
 */
export async function record<Name extends keyof FactKinds>(
  trx: Trx,
  fact: Deed & { kind: Name } & FactKinds[Name],
): Promise<void> {
  await recordAs(trx, newId(), fact)
}

/** The same under an id from elsewhere, so that a deed that is known already is not done again. */
export async function recordAs<Name extends keyof FactKinds>(
  trx: Trx,
  id: string,
  { kind, by, networkId, groupId, aboutKind, aboutId, because, ...details }: Deed & { kind: Name } & FactKinds[Name],
): Promise<void> {
  await trx
    .insertInto('facts')
    .values(({ selectFrom }) => ({
      id,
      number: selectFrom('facts').select(eb => eb(eb.fn.coalesce(eb.fn.max('number'), eb.lit(0)), '+', 1).as('next')),
      kind,
      at: now(),
      personId: by?.id ?? null,
      networkId: networkId ?? null,
      groupId: groupId ?? null,
      aboutKind: aboutKind ?? null,
      aboutId: aboutId ?? null,
      because: because ?? null,
      details: JSON.stringify(details),
      broughtAt: null,
    }))
    .execute()
  await trx.insertInto('factOutbox').values({ factId: id }).execute()
}

export function isKnownFact(db: Db, id: string): Promise<boolean> {
  return db
    .selectFrom('facts')
    .select('id')
    .where('id', '=', id)
    .executeTakeFirst()
    .then(row => row !== undefined)
}

/** A fact as its followers and readers meet it. */
export interface FactOf<Name extends keyof FactKinds> {
  id: string
  number: number
  kind: Name
  at: string
  personId: string | null
  networkId: string | null
  groupId: string | null
  aboutKind: string | null
  aboutId: string | null
  because: string | null
  details: FactKinds[Name]
}
export type Fact = { [Name in keyof FactKinds]: FactOf<Name> }[keyof FactKinds]

export function factOf({ details, broughtAt: _, ...row }: FactRow): Fact {
  return { ...row, details: JSON.parse(details) as object } as Fact
}
