import type { Trx } from '../../database.js'
import { record } from '../../facts/facts.js'
import { newId } from '../../web/new-id.js'
import { now } from '../../web/now.js'
import '../facts.js'
import type { CodingChangeTable } from '../tables.js'

export type Thing = CodingChangeTable['thing']
export type Facts = Record<string, string | number | null>

/** What an act makes of one thing: the facts that change, as they were and as they become. */
export interface Change {
  thing: Thing
  id: string
  before: Facts
  after: Facts
}

/** An act that somebody is about to do, as the log will tell it. */
export interface NewAct {
  groupId: string
  person: { id: string }
  /** "coded E12 with talk": reads as a sentence after a name, and never quotes the evidence. */
  did: string
  evidenceId?: string | null
  readingId?: string | null
  undoes?: string
  redoes?: string
}

const tables = { code: 'codes', coding: 'codings', memo: 'memos', difference: 'differences' } as const

/** A thing that was just put in: undoing it takes it out. */
export function made(thing: Thing, id: string): Change {
  return { thing, id, before: { removedAt: now() }, after: { removedAt: null } }
}

/** A thing that is taken out: undoing it puts it in again. */
export function removed(thing: Thing, id: string): Change {
  return { thing, id, before: { removedAt: null }, after: { removedAt: now() } }
}

/** Makes the changes and writes them down, in the transaction of the deed. @returns the act's id */
export async function act(trx: Trx, said: NewAct, changes: Change[]): Promise<string> {
  for (const { thing, id, after } of changes) await become(trx, thing, id, after)
  return writeDown(trx, said, changes)
}

/** Sets facts of a thing. Codes and memos carry a version that tells an open form that they have moved on. */
export async function become(trx: Trx, thing: Thing, id: string, facts: Facts): Promise<void> {
  const versioned = thing === 'code' || thing === 'memo'
  await trx
    .updateTable(tables[thing] as 'codes')
    .set(facts)
    .$if(versioned, query => query.set(eb => ({ version: eb('version', '+', 1) })))
    .where('id', '=', id)
    .execute()
}

/** The facts of a thing as they stand, by the names that were asked for. */
export async function factsOf(trx: Trx, thing: Thing, id: string, names: string[]): Promise<Facts | undefined> {
  const row = (await trx
    .selectFrom(tables[thing] as 'codes')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()) as unknown as Facts | undefined
  return row && Object.fromEntries(names.map(name => [name, row[name] ?? null]))
}

async function writeDown(trx: Trx, { person, evidenceId, readingId, ...said }: NewAct, changes: Change[]) {
  const { last } = await trx
    .selectFrom('codingActs')
    .select(eb => eb.fn.max('number').as('last'))
    .where('groupId', '=', said.groupId)
    .executeTakeFirstOrThrow()
  const id = newId()
  await trx
    .insertInto('codingActs')
    .values({
      id,
      groupId: said.groupId,
      number: Number(last ?? 0) + 1,
      at: now(),
      personId: person.id,
      did: said.did,
      evidenceId: evidenceId ?? null,
      readingId: readingId ?? null,
      undoes: said.undoes ?? null,
      redoes: said.redoes ?? null,
    })
    .execute()
  const rows = changes.map(({ thing, id: thingId, before, after }, place) => ({
    ...{ actId: id, place, thing, thingId },
    before: JSON.stringify(before),
    after: JSON.stringify(after),
  }))
  for (let from = 0; from < rows.length; from += 100)
    await trx
      .insertInto('codingChanges')
      .values(rows.slice(from, from + 100))
      .execute()
  // Beyond the group nobody reads the codebook, so no group hears of it in its history; the log of coding tells its members.
  await record(trx, { kind: 'coding changed', by: person, aboutKind: 'coding act', aboutId: id })
  return id
}
