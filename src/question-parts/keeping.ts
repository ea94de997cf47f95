import type { Trx } from '../database.js'
import type { Enquiry } from '../enquiries/enquiry.js'
import { aboutEnquiry } from '../enquiries/records/recording.js'
import { record } from '../facts/facts.js'
import type { Person } from '../people/person.js'
import { newId } from '../web/new-id.js'
import { now } from '../web/now.js'
import { type FoundPart, partsOf } from './parts.js'

/** Names one more part of the question, behind those that there are. @returns its id */
export async function namePart(trx: Trx, enquiry: Enquiry, person: Person, name: string): Promise<string> {
  const id = newId()
  const { last } = await trx
    .selectFrom('questionParts')
    .select(eb => eb.fn.max('place').as('last'))
    .where('enquiryId', '=', enquiry.id)
    .executeTakeFirstOrThrow()
  const made = { madeAt: now(), madeBy: person.id, removedAt: null, removedBy: null, carriedFrom: null }
  await trx
    .insertInto('questionParts')
    .values({ id, groupId: enquiry.groupId, enquiryId: enquiry.id, place: Number(last ?? 0) + 1, name, ...made })
    .execute()
  await record(trx, { kind: 'question part named', by: person, ...about(enquiry, id) })
  return id
}

export async function rewordPart(trx: Trx, part: FoundPart, person: Person, name: string): Promise<void> {
  if (name === part.name) return
  await trx.updateTable('questionParts').set({ name }).where('id', '=', part.id).execute()
  await record(trx, { kind: 'question part reworded', by: person, ...about(part.enquiry, part.id) })
}

/** Changes places with the part before it or behind it; at the end it stays where it is. */
export async function movePart(trx: Trx, part: FoundPart, person: Person, to: 'up' | 'down'): Promise<void> {
  const parts = await partsOf(trx, part.enquiry)
  const from = parts.findIndex(one => one.id === part.id)
  const other = parts[from + (to === 'up' ? -1 : 1)]
  if (from < 0 || !other) return
  const order = parts.map(one => one.id)
  const swapped = order.map(id => (id === part.id ? other.id : id === other.id ? part.id : id))
  for (const [place, id] of swapped.entries())
    await trx
      .updateTable('questionParts')
      .set({ place: place + 1 })
      .where('id', '=', id)
      .execute()
  await record(trx, { kind: 'question parts ordered', by: person, ...about(part.enquiry, part.id) })
}

/** Takes a part out; what answered it stays, and it can be brought back as it was. */
export async function removePart(trx: Trx, part: FoundPart, person: Person): Promise<void> {
  if (part.removedAt) return
  const gone = { removedAt: now(), removedBy: person.id }
  await trx.updateTable('questionParts').set(gone).where('id', '=', part.id).execute()
  await record(trx, { kind: 'question part removed', by: person, ...about(part.enquiry, part.id) })
}

export async function bringPartBack(trx: Trx, part: FoundPart, person: Person): Promise<void> {
  if (!part.removedAt) return
  const there = { removedAt: null, removedBy: null }
  await trx.updateTable('questionParts').set(there).where('id', '=', part.id).execute()
  await record(trx, { kind: 'question part brought back', by: person, ...about(part.enquiry, part.id) })
}

export function about(enquiry: Enquiry, id: string) {
  return aboutEnquiry(enquiry, 'question part', id)
}
