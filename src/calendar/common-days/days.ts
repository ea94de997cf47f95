import type { Db, Trx } from '../../database.js'
import { NotFound } from '../../errors.js'
import { record } from '../../facts/facts.js'
import type { Network } from '../../networks/tables.js'
import type { Person } from '../../people/person.js'
import { newId } from '../../web/new-id.js'
import { daysAfter, now } from '../../web/now.js'
import type { CommonDay } from '../tables.js'

export type CommonDayWords = Pick<
  CommonDay,
  'kind' | 'title' | 'about' | 'place' | 'startsOn' | 'endsOn' | 'begins' | 'finishes'
>

/** The days of a network of which the last is within a span, in their order. */
export function commonDaysOf(db: Db, networkId: string, span: { from: string; until: string }): Promise<CommonDay[]> {
  return db
    .selectFrom('commonDays')
    .selectAll()
    .where('networkId', '=', networkId)
    .where('endsOn', '>=', span.from)
    .where('startsOn', '<=', span.until)
    .orderBy('startsOn')
    .orderBy('begins')
    .orderBy('id')
    .execute()
}

/** @throws NotFound */
export function findCommonDay(db: Db, network: Pick<Network, 'id'>, id: string): Promise<CommonDay> {
  return db
    .selectFrom('commonDays')
    .selectAll()
    .where('networkId', '=', network.id)
    .where('id', '=', id)
    .executeTakeFirstOrThrow(() => new NotFound('day in common'))
}

export async function setCommonDay(trx: Trx, network: Network, person: Person, words: CommonDayWords): Promise<string> {
  const id = await insertDay(trx, network, person, words, null)
  await record(trx, { kind: 'common day set', by: person, ...about({ id, networkId: network.id }) })
  return id
}

/** New words or new dates. What moved is told to the schools that keep it. */
export async function changeCommonDay(trx: Trx, day: CommonDay, person: Person, words: CommonDayWords): Promise<void> {
  const dates = ['startsOn', 'endsOn', 'begins', 'finishes', 'place'] as const
  const moved = dates.some(one => words[one] !== day[one])
  await trx
    .updateTable('commonDays')
    .set(eb => ({ ...words, sequence: eb('sequence', '+', 1), changedAt: now() }))
    .where('id', '=', day.id)
    .execute()
  await record(trx, { kind: 'common day changed', by: person, ...about(day), moved })
}

/** It is not held. It stays in the calendars as cancelled, for as long as it lies ahead. One cancelled already stays so. */
export async function cancelCommonDay(trx: Trx, day: CommonDay, person: Person, because: string): Promise<void> {
  if (day.cancelledAt) return
  const at = now()
  await trx
    .updateTable('commonDays')
    .set(eb => ({ cancelledAt: at, cancelledBy: person.id, sequence: eb('sequence', '+', 1), changedAt: at }))
    .set({ cancelledBecause: because })
    .where('id', '=', day.id)
    .execute()
  await record(trx, { kind: 'common day cancelled', by: person, ...about(day) })
}

/** Days of a year ago that nobody has taken over into this one yet. */
export async function daysToCopy(db: Db, networkId: string, span: { from: string; until: string }) {
  const days = await commonDaysOf(db, networkId, span)
  const held = days.filter(day => day.cancelledAt === null)
  const ids = held.map(day => day.id)
  const taken = await db
    .selectFrom('commonDays')
    .select('follows')
    .where('follows', 'in', [...ids, ''])
    .execute()
  return held.filter(day => !taken.some(one => one.follows === day.id)).map(day => ({ day, next: aYearOn(day) }))
}

/** The same day of the week, 52 weeks on: the schools’ year moves by weeks. */
export function aYearOn({ startsOn, endsOn }: Pick<CommonDay, 'startsOn' | 'endsOn'>) {
  return { startsOn: daysAfter(startsOn, 364), endsOn: daysAfter(endsOn, 364) }
}

/** Sets the days again that were chosen from those of the year before; each can be moved afterwards. */
export async function copyDays(trx: Trx, network: Network, person: Person, days: CommonDay[]): Promise<void> {
  const made: string[] = []
  for (const { kind, title, about: words, place, begins, finishes, ...day } of days) {
    const next = { kind, title, about: words, place, begins, finishes, ...aYearOn(day) }
    made.push(await insertDay(trx, network, person, next, day.id))
  }
  const aboutNetwork = { networkId: network.id, aboutKind: 'network', aboutId: network.id }
  await record(trx, { kind: 'common days copied', by: person, ...aboutNetwork, days: made })
}

async function insertDay(
  trx: Trx,
  network: Network,
  person: Person,
  words: CommonDayWords,
  follows: string | null,
): Promise<string> {
  const [id, at] = [newId(), now()]
  await trx
    .insertInto('commonDays')
    .values({
      ...{ id, networkId: network.id, ...words, follows, setAt: at, setBy: person.id, changedAt: at },
      ...{ cancelledAt: null, cancelledBy: null },
    })
    .execute()
  return id
}

function about({ id, networkId }: Pick<CommonDay, 'id' | 'networkId'>) {
  return { networkId, aboutKind: 'common day', aboutId: id }
}
