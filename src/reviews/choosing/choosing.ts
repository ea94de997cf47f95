import type { Db, Trx } from '../../database.js'
import { BadInput, NotFound } from '../../errors.js'
import { record } from '../../facts/facts.js'
import type { Person } from '../../people/person.js'
import { newId } from '../../web/new-id.js'
import { monthsAfter, now, today } from '../../web/now.js'
import { aboutRound } from '../rounds/rounds.js'
import type { ReviewChosen, ReviewRound } from '../tables.js'

/** One or two things are worked on; a third is a list. */
export const mostChosen = 2

export interface ChosenWithOwner extends ReviewChosen {
  owner: string | null
}

/** What was chosen in a round, in the order in which it was. */
export function chosenIn(db: Db, round: Pick<ReviewRound, 'id'>): Promise<ChosenWithOwner[]> {
  return db
    .selectFrom('reviewChosen')
    .leftJoin('people', 'people.id', 'reviewChosen.ownerId')
    .selectAll('reviewChosen')
    .select('people.name as owner')
    .where('roundId', '=', round.id)
    .orderBy('chosenAt')
    .execute()
}

/** How many things can still be chosen. */
export async function placesLeft(db: Db, round: Pick<ReviewRound, 'id'>): Promise<number> {
  return mostChosen - (await chosenIn(db, round)).filter(one => !one.letGoAt).length
}

/** @throws NotFound */
export async function findChosen(db: Db, round: Pick<ReviewRound, 'id'>, id: string): Promise<ChosenWithOwner> {
  const found = (await chosenIn(db, round)).find(one => one.id === id)
  if (!found) throw new NotFound('point')
  return found
}

/** Of several rounds at once, for lists: what is still worked on or was done. */
export async function chosenInRounds(db: Db, roundIds: string[]): Promise<Map<string, ReviewChosen[]>> {
  const rows = await db
    .selectFrom('reviewChosen')
    .selectAll()
    .where('roundId', 'in', [...roundIds, ''])
    .where('letGoAt', 'is', null)
    .orderBy('chosenAt')
    .execute()
  const found = new Map<string, ReviewChosen[]>()
  for (const row of rows) found.set(row.roundId, [...(found.get(row.roundId) ?? []), row])
  return found
}

/** Chooses something to work on. @throws BadInput when two are under way already */
export async function choose(
  trx: Trx,
  round: ReviewRound,
  person: Person,
  { what, itemId }: { what: string; itemId: string | null },
): Promise<string> {
  if ((await placesLeft(trx, round)) <= 0)
    throw new BadInput('Two things are chosen already. Let one go before you choose another: fewer get done.', 422)
  const id = newId()
  await trx
    .insertInto('reviewChosen')
    .values({
      ...{ id, roundId: round.id, networkId: round.networkId, itemId, what },
      ...{ chosenAt: now(), chosenBy: person.id, changedAt: now() },
    })
    .execute()
  await record(trx, { kind: 'review point chosen', by: person, ...aboutPoint(round, id) })
  return id
}

/** Says who does what by when. */
export async function takeOn(
  trx: Trx,
  round: ReviewRound,
  point: ReviewChosen,
  person: Person,
  { doing, ownerId, dueOn }: { doing: string; ownerId: string; dueOn: string },
): Promise<void> {
  await change(trx, point, { into: 'action', doing, ownerId, dueOn })
  await record(trx, { kind: 'review point changed', by: person, ...aboutPoint(round, point.id) })
}

/** How a project begins that works on it: for half a year, open to everybody. */
export function projectFrom(point: Pick<ReviewChosen, 'what'>, title: string) {
  const startsOn = today()
  return {
    ...{ title, whatFor: point.what, whoFor: '', startsOn, endsOn: monthsAfter(startsOn, 6) },
    ...{ themeId: null, link: '' },
  }
}

/** It became the question of an enquiry, or a project, which stands at an address of its own. */
export async function becameElsewhere(
  trx: Trx,
  round: Pick<ReviewRound, 'id' | 'networkId'>,
  point: Pick<ReviewChosen, 'id'>,
  person: Pick<Person, 'id'>,
  { into, address }: { into: 'question' | 'project'; address: string },
): Promise<void> {
  await change(trx, point, { into, address })
  await record(trx, { kind: 'review point changed', by: person, ...aboutPoint(round, point.id) })
}

/** It is done, with a line on what came of it. */
export async function finish(
  trx: Trx,
  round: ReviewRound,
  point: ReviewChosen,
  person: Person,
  cameOfIt: string,
): Promise<void> {
  await change(trx, point, { doneAt: now(), doneBy: person.id, cameOfIt })
  await record(trx, { kind: 'review point done', by: person, ...aboutPoint(round, point.id) })
}

/** It is let go, with the reason. */
export async function letGo(
  trx: Trx,
  round: ReviewRound,
  point: ReviewChosen,
  person: Person,
  because: string,
): Promise<void> {
  await change(trx, point, { letGoAt: now(), letGoBy: person.id, cameOfIt: because })
  await record(trx, { kind: 'review point let go', by: person, ...aboutPoint(round, point.id) })
}

async function change(trx: Trx, { id }: Pick<ReviewChosen, 'id'>, set: Partial<ReviewChosen>): Promise<void> {
  await trx
    .updateTable('reviewChosen')
    .set(eb => ({ ...set, changedAt: now(), changes: eb('changes', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

function aboutPoint({ networkId }: Pick<ReviewRound, 'networkId'>, id: string) {
  return { ...aboutRound({ id, networkId }), aboutKind: 'review point' }
}

/** What of the spread the network's report tells: for each thing a network leader has ticked. */
export async function tellItems(trx: Trx, round: ReviewRound, person: Person, itemIds: string[]): Promise<void> {
  await trx.deleteFrom('reviewTold').where('roundId', '=', round.id).execute()
  const rows = itemIds.map(itemId => ({ roundId: round.id, itemId, toldAt: now(), toldBy: person.id }))
  if (rows.length > 0) await trx.insertInto('reviewTold').values(rows).execute()
  await record(trx, { kind: 'review told', by: person, ...aboutRound(round) })
}

export async function toldOf(db: Db, round: Pick<ReviewRound, 'id'>): Promise<Set<string>> {
  const rows = await db.selectFrom('reviewTold').select('itemId').where('roundId', '=', round.id).execute()
  return new Set(rows.map(row => row.itemId))
}
