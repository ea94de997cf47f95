import { asksWith, type Slots, type ValueOrSlot } from '../database/in-the-same-words.js'
import type { Db, Trx } from '../database.js'
import { Conflict, NotAllowed, NotFound } from '../errors.js'
import { record } from '../facts/facts.js'
import { personById } from '../people/people.js'
import type { Person } from '../people/person.js'
import { newId } from '../web/new-id.js'
import { now } from '../web/now.js'
import { aboutGroup, type GroupInNetwork } from './joining.js'
import { type InGroup, peopleOf } from './people.js'
import type { Handover } from './tables.js'

/** An offer of the lead that waits for an answer, with the names of both. */
export interface Offer extends Handover {
  fromName: string
  toName: string
}

/** Volunteers to whom the lead may be offered: not those who are headteachers in the network. */
export async function possibleLeads(db: Db, group: GroupInNetwork): Promise<InGroup[]> {
  const heads = await db
    .selectFrom('networkRoles')
    .select('personId')
    .where('networkId', '=', group.networkId)
    .where('role', '=', 'headteacher')
    .where('endedAt', 'is', null)
    .execute()
  const people = await peopleOf(db, group.id)
  return people.filter(one => one.role === 'volunteer' && !heads.some(head => head.personId === one.personId))
}

/** The offer that waits for an answer in this group. */
export async function offerIn(db: Db, groupId: string): Promise<Offer | undefined> {
  const [offer] = await offersIn(db, { groupId })
  return offer
}

const offersIn = asksWith((db, { groupId }: Slots<{ groupId: string }>) =>
  offers(db).where('handovers.groupId', '=', groupId),
)

/** Offers of a lead that wait for this person's answer, with the name of each group. */
export function offersTo(db: Db, personId: ValueOrSlot) {
  return offers(db)
    .innerJoin('groups', 'groups.id', 'handovers.groupId')
    .select('groups.name as groupName')
    .where('handovers.toPerson', '=', personId)
}

function offers(db: Db) {
  return db
    .selectFrom('handovers')
    .innerJoin('people as giver', 'giver.id', 'handovers.fromPerson')
    .innerJoin('people as taker', 'taker.id', 'handovers.toPerson')
    .selectAll('handovers')
    .select(['giver.name as fromName', 'taker.name as toName'])
    .where('acceptedAt', 'is', null)
    .where('declinedAt', 'is', null)
    .orderBy('offeredAt', 'desc')
}

/**
 * Offers the lead to a volunteer, with a note that tells them what they need to know. Nothing changes until they accept.
 * @throws NotAllowed for an offer to oneself; Conflict when an offer waits already, or they may not lead
 */
export async function offerHandover(
  trx: Trx,
  group: GroupInNetwork,
  person: Person,
  { toPerson, note }: { toPerson: string; note: string },
): Promise<string> {
  const id = newId()
  if (toPerson === person.id) throw new NotAllowed('Nobody gives the lead to themselves. Somebody else offers it.')
  const to = (await possibleLeads(trx, group)).find(one => one.personId === toPerson)
  if (!to) throw new Conflict('The lead goes to a volunteer of the group who is not a headteacher in the network.')
  if (await offerIn(trx, group.id))
    throw new Conflict('The lead is offered to somebody already. Take that offer back first.')
  await trx
    .insertInto('handovers')
    .values({
      id,
      groupId: group.id,
      fromPerson: person.id,
      toPerson,
      note,
      offeredAt: now(),
      acceptedAt: null,
      declinedAt: null,
    })
    .execute()
  await record(trx, { kind: 'lead offered', by: person, ...aboutGroup(group), to: to.name })

  return id
}

/**
 * The other accepts: they lead from now on, and whoever led before stays as a volunteer.
 * @throws Conflict when the offer was taken back or answered, or they may not lead any more
 */
export async function acceptHandover(trx: Trx, group: GroupInNetwork, person: Person, offer: Handover): Promise<void> {
  const fresh = await personById(trx, person.id)
  if (!fresh?.isVolunteerIn(group.id)) throw new NotFound('offer')
  if (fresh.isHeadIn(group.networkId))
    throw new Conflict('A headteacher does not lead a group in their own network, so that it stays the teachers’ own.')
  await answer(trx, offer, person, 'acceptedAt')
  await trx
    .updateTable('groupPeople')
    .set({ role: 'volunteer' })
    .where('groupId', '=', group.id)
    .where('role', '=', 'lead learner')
    .where('leftAt', 'is', null)
    .execute()
  await trx
    .updateTable('groupPeople')
    .set({ role: 'lead learner' })
    .where('groupId', '=', group.id)
    .where('personId', '=', person.id)
    .where('role', '=', 'volunteer')
    .where('leftAt', 'is', null)
    .execute()
  await record(trx, { kind: 'lead taken over', by: person, ...aboutGroup(group), because: offer.note })
}

/** The other declines; the lead stays where it is. */
export async function declineHandover(trx: Trx, group: GroupInNetwork, person: Person, offer: Handover): Promise<void> {
  await answer(trx, offer, person, 'declinedAt')
  await record(trx, { kind: 'lead declined', by: person, ...aboutGroup(group) })
}

/** Whoever offered takes the offer back. */
export async function withdrawHandover(
  trx: Trx,
  group: GroupInNetwork,
  person: Person,
  offer: Handover,
): Promise<void> {
  await answer(trx, offer, null, 'declinedAt')
  await record(trx, { kind: 'offer of the lead taken back', by: person, ...aboutGroup(group) })
}

async function answer(trx: Trx, offer: Handover, to: Person | null, how: 'acceptedAt' | 'declinedAt'): Promise<void> {
  let query = trx
    .updateTable('handovers')
    .set({ [how]: now() })
    .where('id', '=', offer.id)
    .where('acceptedAt', 'is', null)
    .where('declinedAt', 'is', null)
  if (to) query = query.where('toPerson', '=', to.id)
  const answered = await query.executeTakeFirst()
  if (answered.numUpdatedRows === 0n) throw new Conflict('This offer was answered or taken back already.')
}
