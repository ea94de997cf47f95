import type { Trx } from '../../database.js'
import { Conflict } from '../../errors.js'
import { record } from '../../facts/facts.js'
import type { Network } from '../../networks/tables.js'
import type { Person } from '../../people/person.js'
import { newId } from '../../web/new-id.js'
import { now } from '../../web/now.js'
import { aboutVisit } from '../as-fact.js'
import type { FarWords, SlotWords, VisitWords } from '../forms.js'
import type { Visit, VisitSlot } from '../tables.js'

type Words = Pick<Visit, 'title' | 'about' | 'elsewhere' | 'place' | 'contact' | 'programme' | 'practical'>
type NewSlot = SlotWords & { lastDay?: string }

/** A school shows something on one day or several. @param answers what a colleague asked for, if it is an answer */
export async function offerVisit(
  trx: Trx,
  network: Pick<Network, 'id'>,
  person: Person,
  words: VisitWords,
  slots: NewSlot[],
  answers: Pick<Visit, 'id'> | null = null,
): Promise<string> {
  const { school, forWhom, group, groups, theme, recommendation, address, ...said } = words
  const id = await enter(trx, network, person, {
    ...said,
    elsewhere: '',
    kind: 'offered',
    schoolId: school || null,
    forWhom,
    groupId: forWhom === 'group' ? group : null,
    answersId: answers?.id ?? null,
  })
  await linkVisit(trx, id, { groups, theme, recommendation, address })
  for (const slot of slots) await enterSlot(trx, { id, networkId: network.id }, slot)
  await renewDays(trx, id)
  await record(trx, { kind: 'visit offered', by: person, ...aboutVisit({ id, networkId: network.id }) })
  return id
}

/** A colleague would like to see something. @param words with the school that is asked, or none: all of them */
export async function askForVisit(
  trx: Trx,
  network: Pick<Network, 'id'>,
  person: Person,
  { title, about, school }: { title: string; about: string; school: string },
): Promise<string> {
  const words = { title, about, elsewhere: '', place: '', contact: '', programme: '', practical: '' }
  const wish = { kind: 'asked', schoolId: school || null, forWhom: 'anyone', groupId: null, answersId: null } as const
  const id = await enter(trx, network, person, { ...words, ...wish })
  await record(trx, { kind: 'visit asked for', by: person, ...aboutVisit({ id, networkId: network.id }) })
  return id
}

/** A small party goes somewhere else: whoever plans it is one of them, and asks the others. */
export async function planFarVisit(
  trx: Trx,
  network: Pick<Network, 'id'>,
  person: Person,
  { day, lastDay, starts, ends, places, ...words }: FarWords,
): Promise<string> {
  const far = { kind: 'far', schoolId: null, forWhom: 'those invited', groupId: null, answersId: null } as const
  const id = await enter(trx, network, person, { ...words, ...far })
  await enterSlot(trx, { id, networkId: network.id }, { day, lastDay, starts, ends, places })
  await renewDays(trx, id)
  await record(trx, { kind: 'visit offered', by: person, ...aboutVisit({ id, networkId: network.id }) })
  return id
}

async function enter(
  trx: Trx,
  network: Pick<Network, 'id'>,
  person: Person,
  words: Words & Pick<Visit, 'kind' | 'schoolId' | 'forWhom' | 'groupId' | 'answersId'>,
): Promise<string> {
  const visit = {
    id: newId(),
    networkId: network.id,
    ...words,
    offeredAt: now(),
    offeredBy: person.id,
    changedAt: now(),
  }
  await trx.insertInto('visits').values(visit).execute()
  return visit.id
}

/** Whoever changes what is to be seen; the days are moved each for itself. */
export async function changeVisit(trx: Trx, visit: Visit, person: Person, words: VisitWords): Promise<void> {
  const { school, forWhom, group, groups, theme, recommendation, address, ...said } = words
  await trx
    .updateTable('visits')
    .set({
      ...said,
      schoolId: school || null,
      forWhom,
      groupId: forWhom === 'group' ? group : null,
      changedAt: now(),
    })
    .where('id', '=', visit.id)
    .execute()
  await linkVisit(trx, visit.id, { groups, theme, recommendation, address })
  await tellCalendars(trx, visit)
  await record(trx, { kind: 'visit changed', by: person, ...aboutVisit(visit) })
}

export async function changeFarVisit(trx: Trx, visit: Visit, person: Person, words: Words): Promise<void> {
  await trx
    .updateTable('visits')
    .set({ ...words, changedAt: now() })
    .where('id', '=', visit.id)
    .execute()
  await tellCalendars(trx, visit)
  await record(trx, { kind: 'visit changed', by: person, ...aboutVisit(visit) })
}

/** Title and place stand in calendars too, so every day that is still to be counts as changed. */
async function tellCalendars(trx: Trx, visit: Pick<Visit, 'id'>): Promise<void> {
  await trx
    .updateTable('visitSlots')
    .set(eb => ({ changedAt: now(), sequence: eb('sequence', '+', 1) }))
    .where('visitId', '=', visit.id)
    .where('cancelledAt', 'is', null)
    .execute()
}

/** What it belongs to, in place of what was said before. */
async function linkVisit(
  trx: Trx,
  visitId: string,
  to: Pick<VisitWords, 'groups' | 'theme' | 'recommendation' | 'address'>,
): Promise<void> {
  await trx.deleteFrom('visitLinks').where('visitId', '=', visitId).execute()
  const link = (kind: 'group' | 'theme' | 'recommendation' | 'address', target: string) =>
    target === '' ? [] : [{ id: newId(), visitId, kind, target }]
  const links = [
    ...[...new Set(to.groups)].flatMap(group => link('group', group)),
    ...link('theme', to.theme),
    ...link('recommendation', to.recommendation),
    ...link('address', to.address),
  ]
  if (links.length > 0) await trx.insertInto('visitLinks').values(links).execute()
}

/** One more day on which it can be seen. */
export async function addSlot(trx: Trx, visit: Visit, person: Person, slot: SlotWords): Promise<string> {
  const id = await enterSlot(trx, visit, slot)
  await renewDays(trx, visit.id)
  await record(trx, { kind: 'day of visit added', by: person, ...aboutVisit(visit), slot: id })
  return id
}

async function enterSlot(
  trx: Trx,
  { id: visitId, networkId }: Pick<Visit, 'id' | 'networkId'>,
  { day, lastDay = day, starts, ends, places }: NewSlot,
): Promise<string> {
  const id = newId()
  await trx
    .insertInto('visitSlots')
    .values({ id, visitId, networkId, day, lastDay, starts, ends, places, changedAt: now() })
    .execute()
  return id
}

/** Keeps the first and the last of its days on the visit, by which lists find it. */
export async function renewDays(trx: Trx, visitId: string): Promise<void> {
  const slots = await trx
    .selectFrom('visitSlots')
    .select(['day', 'lastDay', 'cancelledAt'])
    .where('visitId', '=', visitId)
    .execute()
  const open = slots.filter(slot => slot.cancelledAt === null)
  const counted: Pick<VisitSlot, 'day' | 'lastDay'>[] = open.length > 0 ? open : slots
  const firstOn = counted.map(slot => slot.day).sort()[0] ?? null
  const lastOn =
    counted
      .map(slot => slot.lastDay)
      .sort()
      .at(-1) ?? null
  await trx.updateTable('visits').set({ firstOn, lastOn }).where('id', '=', visitId).execute()
}

/** Whoever asked has seen it, or does not wish to any more. */
export async function closeWish(trx: Trx, visit: Visit, person: Person): Promise<void> {
  if (visit.metAt) throw new Conflict('This request is closed already.')
  await trx.updateTable('visits').set({ metAt: now(), changedAt: now() }).where('id', '=', visit.id).execute()
  await record(trx, { kind: 'wish for a visit met', by: person, ...aboutVisit(visit) })
}
