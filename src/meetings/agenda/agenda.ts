import type { Db, Trx } from '../../database.js'
import { Conflict, NotFound } from '../../errors.js'
import { record } from '../../facts/facts.js'
import type { Person } from '../../people/person.js'
import { newId } from '../../web/new-id.js'
import { now } from '../../web/now.js'
import { aboutMeeting } from '../planning/planning.js'
import type { AgendaItem, Meeting } from '../tables.js'

export interface ItemWords {
  title: string
  why: string
  minutes: number
  broughtBy: string | null
  confidential: boolean
}

/** Everything that stands on or was proposed for the agenda of a meeting, in its order. */
export function itemsOf(db: Db, meeting: Pick<Meeting, 'id'>): Promise<AgendaItem[]> {
  return db
    .selectFrom('agendaItems')
    .selectAll()
    .where('meetingId', '=', meeting.id)
    .orderBy('position')
    .orderBy('proposedAt')
    .execute()
}

/** @throws NotFound for an item of another meeting */
export async function findItem(db: Db, meeting: Pick<Meeting, 'id'>, id: string): Promise<AgendaItem> {
  const item = await db
    .selectFrom('agendaItems')
    .selectAll()
    .where('id', '=', id)
    .where('meetingId', '=', meeting.id)
    .executeTakeFirst()
  if (!item) throw new NotFound('item of the agenda')
  return item
}

/**
 * Proposes an item for the agenda of a meeting. Whoever conducts the meeting settles whether it is taken; later rooms bring
 * items of their own this way.
 * @param accepted set where whoever proposes it may put it on the agenda at once
 */
export async function proposeItem(
  trx: Trx,
  meeting: Pick<Meeting, 'id' | 'networkId' | 'groupId'>,
  person: Person,
  words: { title: string } & Partial<ItemWords>,
  { accepted = false }: { accepted?: boolean } = {},
): Promise<string> {
  const id = newId()
  const { title, why = '', minutes = 10, broughtBy = person.id, confidential = false } = words
  await trx
    .insertInto('agendaItems')
    .values({
      ...{ id, meetingId: meeting.id, kind: 'item', position: await nextPosition(trx, meeting), title, why, minutes },
      ...{ broughtBy, proposedAt: now(), proposedBy: person.id, fromItemId: null },
      ...{ state: accepted ? 'accepted' : 'proposed', settledAt: accepted ? now() : null },
      ...{ settledBy: accepted ? person.id : null },
      ...{ confidentialAt: confidential ? now() : null, confidentialBy: confidential ? person.id : null },
    })
    .execute()
  const about = { ...aboutMeeting(meeting), aboutKind: 'agenda item', aboutId: id }
  await record(trx, { kind: 'agenda item proposed', by: person, meetingId: meeting.id, ...about })
  return id
}

export async function changeItem(
  trx: Trx,
  meeting: Meeting,
  item: AgendaItem,
  person: Person,
  { confidential, ...words }: ItemWords,
): Promise<void> {
  await trx
    .updateTable('agendaItems')
    .set({
      ...words,
      confidentialAt: confidential ? (item.confidentialAt ?? now()) : null,
      confidentialBy: confidential ? (item.confidentialBy ?? person.id) : null,
    })
    .where('id', '=', item.id)
    .execute()
  await changed(trx, meeting, item, person)
}

/** Takes an item, puts it off until a later meeting, or says no to it, with a reason. */
export async function settleItem(
  trx: Trx,
  meeting: Meeting,
  item: AgendaItem,
  person: Person,
  state: 'accepted' | 'later' | 'not',
  because: string,
): Promise<void> {
  if (item.kind === 'last time') throw new Conflict('What was agreed last time stands on every agenda.')
  await trx
    .updateTable('agendaItems')
    .set({ state, settledAt: now(), settledBy: person.id, because })
    .where('id', '=', item.id)
    .execute()
  await changed(trx, meeting, item, person)
}

/** Moves an item up or down among those that are taken. */
export async function moveItem(
  trx: Trx,
  meeting: Meeting,
  item: AgendaItem,
  person: Person,
  to: 'up' | 'down',
): Promise<void> {
  const taken = (await itemsOf(trx, meeting)).filter(one => one.kind === 'item' && one.state === 'accepted')
  const at = taken.findIndex(one => one.id === item.id)
  const other = at + (to === 'up' ? -1 : 1)
  if (at < 0 || other < 0 || other >= taken.length) return
  const order = [...taken]
  order.splice(other, 0, ...order.splice(at, 1))
  for (const [place, one] of order.entries())
    await trx
      .updateTable('agendaItems')
      .set({ position: place + 1 })
      .where('id', '=', one.id)
      .execute()
  await changed(trx, meeting, item, person)
}

/** The circle has agreed the agenda as it stands. */
export async function agreeAgenda(trx: Trx, meeting: Meeting, person: Person): Promise<void> {
  await trx
    .updateTable('meetings')
    .set({ agendaAgreedAt: now(), agendaAgreedBy: person.id })
    .where('id', '=', meeting.id)
    .execute()
  await record(trx, { kind: 'agenda agreed', by: person, ...aboutMeeting(meeting) })
}

/** How long what is on the agenda takes, held against the length of the meeting. */
export function minutesOf(items: Pick<AgendaItem, 'minutes'>[], meeting: Pick<Meeting, 'startsAt' | 'endsAt'>) {
  const planned = items.reduce((sum, one) => sum + one.minutes, 0)
  const length =
    meeting.startsAt && meeting.endsAt
      ? Math.round((Date.parse(meeting.endsAt) - Date.parse(meeting.startsAt)) / 60_000)
      : null
  return { planned, length, over: length === null ? 0 : Math.max(0, planned - length) }
}

async function nextPosition(trx: Trx, meeting: Pick<Meeting, 'id'>): Promise<number> {
  const { last } = await trx
    .selectFrom('agendaItems')
    .select(eb => eb.fn.max('position').as('last'))
    .where('meetingId', '=', meeting.id)
    .executeTakeFirstOrThrow()
  return Number(last ?? 0) + 1
}

async function changed(trx: Trx, meeting: Meeting, item: AgendaItem, person: Person): Promise<void> {
  const about = { ...aboutMeeting(meeting), aboutKind: 'agenda item', aboutId: item.id }
  await record(trx, { kind: 'agenda item changed', by: person, meetingId: meeting.id, ...about })
}
