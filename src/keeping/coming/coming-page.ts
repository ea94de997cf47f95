import type { Db } from '../../database.js'
import { NotFound } from '../../errors.js'
import type { Reader } from '../../names/reader.js'
import { networkHead } from '../../networks/head.js'
import type { Network } from '../../networks/tables.js'
import { namesOf } from '../../people/people.js'
import { daysAfter, now } from '../../web/now.js'
import { day, plural } from '../../words/words.js'
import { keptKind } from '../kinds/kinds.js'
import type { ComingPage, HoldLine } from '../pages.js'
import { mayHold, maySeeComing } from '../permissions.js'
import type { KeepingHold, KeepingRound } from '../tables.js'
import { daysBefore } from './announcing.js'
import { schoolsOfGroup } from './who-is-told.js'

/** A batch as somebody concerned finds it. */
export interface FoundRound extends KeepingRound {
  schoolIds: string[]
  groupName: string
  /** Whether they were told of it, and have said that they looked through. */
  told: { seenAt: string | null } | null
}

const mostRounds = 100

/** A batch, for those concerned. @throws NotFound for everybody else */
export async function findRound(db: Db, person: Reader, id: string): Promise<FoundRound> {
  const [found] = await withPlaces(
    db,
    person,
    await db.selectFrom('keepingRounds').selectAll().where('id', '=', id).execute(),
  )
  if (!found) throw new NotFound('list')
  return found
}

/** What comes due in a network, as far as this person is concerned. */
export async function roundsFor(db: Db, person: Reader, networkId: string): Promise<FoundRound[]> {
  const rows = await db
    .selectFrom('keepingRounds')
    .selectAll()
    .where('networkId', '=', networkId)
    .where('endedAt', 'is', null)
    .orderBy('announcedOn')
    .orderBy('id')
    .limit(mostRounds)
    .execute()
  return withPlaces(db, person, rows)
}

async function withPlaces(db: Db, person: Reader, rows: KeepingRound[]): Promise<FoundRound[]> {
  const found: FoundRound[] = []
  for (const row of rows) {
    const told = await db
      .selectFrom('keepingTold')
      .select('seenAt')
      .where('roundId', '=', row.id)
      .where('personId', '=', person.id)
      .executeTakeFirst()
    const schoolIds = row.groupId === null ? [] : await schoolsOfGroup(db, row.groupId)
    const isPrivate = row.kind === 'drafts'
    if (!told && (isPrivate || !maySeeComing(person, { ...row, schoolIds }))) continue
    found.push({ ...row, schoolIds, groupName: await nameOf(db, row.groupId), told: told ?? null })
  }
  return found
}

async function nameOf(db: Db, groupId: string | null): Promise<string> {
  if (groupId === null) return ''
  const row = await db.selectFrom('groups').select('name').where('id', '=', groupId).executeTakeFirst()
  return row?.name ?? ''
}

/** How many things of a batch are still to go. */
export async function countOf(db: Db, round: { id: string }): Promise<number> {
  const row = await db
    .selectFrom('keepingThings')
    .select(eb => eb.fn.countAll<number>().as('count'))
    .where('roundId', '=', round.id)
    .where('goneAt', 'is', null)
    .where('droppedAt', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

/** The day from which it goes: thirty days after it was said, or when its time is over. */
export function goesOn(round: Pick<KeepingRound, 'announcedOn'>, firstDue: string): string {
  const told = daysAfter(round.announcedOn, daysBefore)
  return told > firstDue ? told : firstDue
}

export async function firstDueOf(db: Db, round: { id: string }): Promise<string> {
  const row = await db
    .selectFrom('keepingThings')
    .select(eb => eb.fn.min('dueOn').as('dueOn'))
    .where('roundId', '=', round.id)
    .where('goneAt', 'is', null)
    .where('droppedAt', 'is', null)
    .executeTakeFirst()
  return row?.dueOn ?? ''
}

/** All that comes due in a network, for whoever is concerned. @throws NotFound where nobody ever is */
export async function comingPage(db: Db, person: Reader, network: Network): Promise<ComingPage> {
  const rounds = await roundsFor(db, person, network.id)
  const held = new Set((await holdsIn(db, network.id)).filter(hold => hold.thing === null).map(hold => hold.groupId))
  return {
    title: 'What comes due',
    head: networkHead(network, person, 'keeping'),
    network: { id: network.id, name: network.name },
    rounds: await Promise.all(
      rounds.map(async round => {
        const kind = keptKind(round.kind)!
        return {
          id: round.id,
          href: `/keeping/${round.id}`,
          what: plural(await countOf(db, round), ...kind.words),
          where: round.groupName,
          goesOn: goesOn(round, await firstDueOf(db, round)),
          held: round.groupId !== null && held.has(round.groupId),
          announcedOn: round.announcedOn,
        }
      }),
    ),
    holds: await holdLines(db, person, await holdsFor(db, person, network.id)),
  }
}

function holdsIn(db: Db, networkId: string): Promise<KeepingHold[]> {
  return db
    .selectFrom('keepingHolds')
    .selectAll()
    .where('networkId', '=', networkId)
    .where('endedAt', 'is', null)
    .orderBy('heldAt', 'desc')
    .limit(200)
    .execute()
}

/** What is held back in a network, as far as this person is concerned. */
export async function holdsFor(db: Db, person: Reader, networkId: string): Promise<KeepingHold[]> {
  const holds = await holdsIn(db, networkId)
  const seen: KeepingHold[] = []
  for (const hold of holds) if (await mayEndHold(db, person, hold)) seen.push(hold)
  return seen
}

/** Whoever could have held it, and whoever did. */
export async function mayEndHold(db: Db, person: Reader, hold: KeepingHold): Promise<boolean> {
  if (hold.heldBy === person.id) return true
  if (hold.kind === 'drafts') return false
  const schoolIds = hold.groupId === null ? [] : await schoolsOfGroup(db, hold.groupId)
  return mayHold(person, { ...hold, schoolIds })
}

export async function holdLines(db: Db, person: Reader, holds: KeepingHold[]): Promise<HoldLine[]> {
  const nameOfPerson = await namesOf(
    db,
    holds.map(hold => hold.heldBy),
  )
  const names = new Map<string, string>()
  for (const { groupId } of holds) if (groupId !== null) names.set(groupId, await nameOf(db, groupId))
  return holds.map(hold => ({
    id: hold.id,
    what: whatIsHeld(hold, names.get(hold.groupId ?? '') ?? ''),
    because: hold.because,
    until: hold.until === null ? 'until somebody lets go' : `until ${day(hold.until)}`,
    by: nameOfPerson(hold.heldBy),
    on: hold.heldAt,
    ending: `/keeping/holds/${hold.id}/ending`,
  }))
}

function whatIsHeld({ kind, thing, label }: KeepingHold, group: string): string {
  if (thing === null) return `Everything of ${group}`
  const one = keptKind(kind ?? '')?.words[0] ?? 'thing'
  const named = label === '' ? `A ${one}` : `${label}, a ${one}`
  return group === '' ? named : `${named} of ${group}`
}

/** Something that is held, for whoever may let it go. @throws NotFound for everybody else */
export async function findHold(db: Db, person: Reader, id: string): Promise<KeepingHold> {
  const hold = await db.selectFrom('keepingHolds').selectAll().where('id', '=', id).executeTakeFirst()
  if (!hold || !(await mayEndHold(db, person, hold))) throw new NotFound('page')
  return hold
}

/** Somebody has looked through what will go: it stands on their day no longer. */
export async function lookedThrough(db: Db, person: Reader, round: { id: string }): Promise<void> {
  await db
    .updateTable('keepingTold')
    .set({ seenAt: now() })
    .where('roundId', '=', round.id)
    .where('personId', '=', person.id)
    .execute()
}

/** Those of a batch that are still to go, by their ids. */
export function thingsAmong(db: Db, round: { id: string }, ids: string[]): Promise<{ thing: string; label: string }[]> {
  return db
    .selectFrom('keepingThings')
    .select(['thing', 'label'])
    .where('roundId', '=', round.id)
    .where('thing', 'in', [...ids.slice(0, 200), ''])
    .where('goneAt', 'is', null)
    .where('droppedAt', 'is', null)
    .execute()
}
