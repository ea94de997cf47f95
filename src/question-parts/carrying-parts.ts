import type { Trx } from '../database.js'
import type { Carrying } from '../enquiries/cycles/between-cycles.js'
import { offer } from '../enquiries/cycles/carrying-records.js'
import { unread } from '../names/names.js'
import { newId } from '../web/new-id.js'
import { now } from '../web/now.js'
import { partsOf } from './parts.js'
import { type ThingKind, things } from './things.js'

/** The parts go along with what answers them: codes and evidence as they are, claims and actions where these went along. */
export const partsGoAlong: Carrying = {
  name: 'question-parts',
  async offered(db, from) {
    return offer((await partsOf(db, from)).length, 'part of the question', 'parts of the question', {
      hint: 'With the codes and the evidence that answer them, and with the claims and actions that go along.',
      isUsual: true,
    })
  },
  async take(trx, from, to, person) {
    const parts = await trx
      .selectFrom('questionParts')
      .selectAll()
      .where('enquiryId', '=', from.id)
      .where('removedAt', 'is', null)
      .execute()
    const claims = await carriedOn(trx, 'claims', to.id)
    const actions = await carriedOn(trx, 'actions', to.id)
    for (const part of unread(parts)) {
      const next = { ...part, id: newId(), enquiryId: to.id, madeAt: now(), madeBy: person.id, carriedFrom: part.id }
      await trx.insertInto('questionParts').values(next).execute()
      const along = { from: part.id, to: next.id }
      for (const kind of ['codes', 'evidence'] as const) await copyTies(trx, kind, { ...along, next: thing => thing })
      await copyTies(trx, 'claims', { ...along, next: thing => claims.get(thing) })
      await copyTies(trx, 'actions', { ...along, next: thing => actions.get(thing) })
    }
  },
}

/** @param next what stands for a thing in the next cycle; nothing where it did not go along */
async function copyTies(
  trx: Trx,
  kind: ThingKind,
  { from, to, next }: { from: string; to: string; next: (thing: string) => string | undefined },
): Promise<void> {
  const table = things[kind].table as 'questionPartClaims'
  const ties = await trx.selectFrom(table).selectAll().where('partId', '=', from).execute()
  for (const tie of ties) {
    const thingId = next(tie.thingId)
    if (thingId)
      await trx
        .insertInto(table)
        .values({ ...tie, partId: to, thingId })
        .execute()
  }
}

/** The things of the next cycle, by those that they were carried from. */
async function carriedOn(trx: Trx, kind: 'claims' | 'actions', cycle: string): Promise<Map<string, string>> {
  const rows = await trx
    .selectFrom(kind as 'claims')
    .select(['id', 'carriedFrom'])
    .where('enquiryId', '=', cycle)
    .where('carriedFrom', 'is not', null)
    .execute()
  return new Map(rows.map(row => [row.carriedFrom!, row.id]))
}
