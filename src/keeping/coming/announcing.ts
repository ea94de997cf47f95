import { noteUpkeep, upkeepNoted } from '../../backups/upkeep.js'
import { type Db, inOne, type Trx } from '../../database.js'
import { record } from '../../facts/facts.js'
import { newId } from '../../web/new-id.js'
import { daysAfter, now, today } from '../../web/now.js'
import { breathe } from '../../web/limits/breathing.js'
import type { DueThing, KeptKind } from '../kinds/kind.js'
import { periodsOf } from '../periods/periods.js'
import { hasRun } from '../../backups/running-time.js'
import type { KeepingRound } from '../tables.js'
import { groupsHeld } from './holds.js'
import { concernedWith } from './who-is-told.js'

/** How long before something is erased those concerned are told. */
export const daysBefore = 30
/** Drafts that come due one by one are told together. */
const daysBetween = 7
const atOnce = 100

/**
 * Tells those concerned of whatever comes due within thirty days, a group and a kind at a time. In slices: a hundred thousand
 * pieces keep nobody waiting.
 * @returns how many things were announced
 */
export async function announceWhatComes(db: Db): Promise<number> {
  await noteUpkeep(db, 'announced on', today())
  const networks = await db.selectFrom('networks').select('id').where('erasedAt', 'is', null).execute()
  let announced = 0
  for (const { id } of networks)
    for (const { kind, months } of await periodsOf(db, id))
      if (months !== null) announced += await announceOf(db, id, kind, months)
  return announced
}

/** Once a day is enough: every kind is looked through for it. */
export async function isAnnouncedToday(db: Db): Promise<boolean> {
  return (await upkeepNoted(db, 'announced on')) === today()
}

async function announceOf(db: Db, networkId: string, kind: KeptKind, months: number): Promise<number> {
  const by = daysAfter(today(), daysBefore)
  const begun = new Map<string, Begun | null>()
  let after: DueThing | undefined
  let count = 0
  for (;;) {
    const found = await kind.due(db, { networkId, months, by, ...(after && { after }), most: atOnce })
    if (found.length === 0) break
    after = found.at(-1)!
    count += await inOne(db, trx => announceSome(trx, { networkId, kind: kind.kind }, found, begun))
    await breathe()
  }
  for (const round of begun.values()) if (round) await inOne(db, trx => tellOf(trx, kind, round))
  return count
}

interface Begun {
  round: KeepingRound
  count: number
}

async function announceSome(
  trx: Trx,
  of: { networkId: string; kind: string },
  found: DueThing[],
  begun: Map<string, Begun | null>,
): Promise<number> {
  const known = await knownAlready(trx, of.kind, found)
  const held = await groupsHeld(trx, found)
  let count = 0
  for (const one of found) {
    if (known.has(one.thing) || (one.groupId !== null && held.has(one.groupId))) continue
    const place = one.groupId ?? ''
    if (!begun.has(place)) begun.set(place, await begin(trx, of, one.groupId))
    const into = begun.get(place)
    if (!into) continue
    const { thing, label, dueOn } = one
    await trx
      .insertInto('keepingThings')
      .values({ roundId: into.round.id, thing, label, dueOn, goneAt: null, droppedAt: null })
      .execute()
    into.count += 1
    count += 1
  }
  return count
}

/** What was announced and has not gone, and what is held: of neither is anything said. */
async function knownAlready(trx: Trx, kind: string, found: DueThing[]): Promise<Set<string>> {
  const things = found.map(one => one.thing)
  const open = await trx
    .selectFrom('keepingThings')
    .innerJoin('keepingRounds', 'keepingRounds.id', 'keepingThings.roundId')
    .select('keepingThings.thing')
    .where('keepingRounds.kind', '=', kind)
    .where('keepingThings.thing', 'in', things)
    .where('keepingThings.goneAt', 'is', null)
    .where('keepingThings.droppedAt', 'is', null)
    .execute()
  const held = await trx
    .selectFrom('keepingHolds')
    .select('thing')
    .where('kind', '=', kind)
    .where('thing', 'in', things)
    .where('endedAt', 'is', null)
    .execute()
  return new Set([...open, ...held].map(row => row.thing!))
}

/** @returns null where its people were told of others within the week */
async function begin(trx: Trx, of: { networkId: string; kind: string }, groupId: string | null): Promise<Begun | null> {
  const lately = await trx
    .selectFrom('keepingRounds')
    .select('id')
    .where('networkId', '=', of.networkId)
    .where('kind', '=', of.kind)
    .where('groupId', groupId === null ? 'is' : '=', groupId)
    .where('announcedOn', '>', daysAfter(today(), -daysBetween))
    .where('announcedOn', '<=', today())
    .executeTakeFirst()
  if (lately) return null
  const round: KeepingRound = {
    id: newId(),
    ...of,
    groupId,
    announcedOn: today(),
    announcedAt: now(),
    ran: await hasRun(trx),
    endedAt: null,
  }
  await trx.insertInto('keepingRounds').values(round).execute()
  return { round, count: 0 }
}

async function tellOf(trx: Trx, kind: KeptKind, { round, count }: Begun): Promise<void> {
  const people = await concernedWith(trx, round)
  for (const personId of people)
    await trx.insertInto('keepingTold').values({ roundId: round.id, personId, seenAt: null }).execute()
  await record(trx, {
    kind: 'things will go',
    by: null,
    networkId: round.networkId,
    aboutKind: 'batch',
    aboutId: round.id,
    of: kind.kind,
    round: round.id,
    count,
  })
}
