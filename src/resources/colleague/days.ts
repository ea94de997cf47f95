import type { Db, Trx } from '../../database.js'
import { Conflict, NotFound } from '../../errors.js'
import { record } from '../../facts/facts.js'
import type { Person } from '../../people/person.js'
import { newId } from '../../web/new-id.js'
import { now } from '../../web/now.js'
import { day } from '../../words/words.js'
import { totalOf } from '../money.js'
import { mayReadDaysOf } from '../permissions.js'
import type { ColleagueDay, OutsideColleague } from '../tables.js'

/** With fewer schools than this, what was used in all would tell what one of them used. */
const fewestSchools = 3

export interface DayShown extends ColleagueDay {
  school: string | null
}

/** Days that were used or are booked, as far as somebody may read them; the newest first. */
export async function daysFor(db: Db, person: Person, colleague: OutsideColleague): Promise<DayShown[]> {
  const rows = await db
    .selectFrom('colleagueDays')
    .leftJoin('schools', 'schools.id', 'colleagueDays.schoolId')
    .selectAll('colleagueDays')
    .select('schools.name as school')
    .where('colleagueId', '=', colleague.id)
    .where('removedAt', 'is', null)
    .orderBy('onDay', 'desc')
    .orderBy('colleagueDays.id')
    .execute()
  return rows.filter(row => mayReadDaysOf(person, colleague, row.schoolId))
}

export interface Pool {
  halfDays: number
  /** Null where it would tell what one school used. */
  used: number | null
}

/** What is held in common and what was used of it, for those who may know; no school is told apart. */
export async function poolOf(db: Db, colleague: OutsideColleague, seesAll: boolean): Promise<Pool> {
  const rows = await db
    .selectFrom('colleagueDays')
    .select(['schoolId', ({ fn }) => fn.sum<number>('halfDays').as('halfDays')])
    .where('colleagueId', '=', colleague.id)
    .where('removedAt', 'is', null)
    .groupBy('schoolId')
    .execute()
  const schools = rows.filter(row => row.schoolId !== null).length
  const told = seesAll || schools === 0 || schools >= fewestSchools
  return { halfDays: colleague.halfDays, used: told ? totalOf(rows.map(row => Number(row.halfDays))) : null }
}

export interface ShareOf {
  school: { id: string; name: string }
  base: number
  gave: number
  received: number
  used: number
  left: number
}

/** The share of each of these schools: its base, what it gave and was given, what it used. */
export async function sharesOf(
  db: Db,
  colleague: OutsideColleague,
  schools: { id: string; name: string }[],
): Promise<ShareOf[]> {
  const used = await db
    .selectFrom('colleagueDays')
    .select(['schoolId', ({ fn }) => fn.sum<number>('halfDays').as('halfDays')])
    .where('colleagueId', '=', colleague.id)
    .where('removedAt', 'is', null)
    .groupBy('schoolId')
    .execute()
  const gifts = await db
    .selectFrom('colleagueGifts')
    .innerJoin('colleagueWishes', 'colleagueWishes.id', 'colleagueGifts.wishId')
    .select(['colleagueGifts.fromSchoolId', 'colleagueWishes.schoolId as toSchoolId', 'colleagueGifts.halfDays'])
    .where('colleagueGifts.colleagueId', '=', colleague.id)
    .execute()
  return schools.map(({ id, name }) => {
    const gave = totalOf(gifts.filter(one => one.fromSchoolId === id).map(one => one.halfDays))
    const received = totalOf(gifts.filter(one => one.toSchoolId === id).map(one => one.halfDays))
    const usedHere = Number(used.find(one => one.schoolId === id)?.halfDays ?? 0)
    const base = colleague.baseHalfDays
    return { school: { id, name }, base, gave, received, used: usedHere, left: base - gave + received - usedHere }
  })
}

const halfDaysInADay = 2

/** Whether so many half days more would be more than a day holds. */
export async function isFull(
  db: Db,
  colleague: Pick<OutsideColleague, 'id'>,
  { onDay, halfDays }: Pick<ColleagueDay, 'onDay' | 'halfDays'>,
): Promise<boolean> {
  const rows = await db
    .selectFrom('colleagueDays')
    .select('halfDays')
    .where('colleagueId', '=', colleague.id)
    .where('onDay', '=', onDay)
    .where('removedAt', 'is', null)
    .execute()
  return totalOf(rows.map(row => row.halfDays)) + halfDays > halfDaysInADay
}

/** Used, or booked where the day is still to come. @throws Conflict where the day is full */
export async function enterDay(
  trx: Trx,
  colleague: OutsideColleague,
  by: Person,
  words: Pick<ColleagueDay, 'schoolId' | 'onDay' | 'halfDays' | 'forWhat'>,
): Promise<void> {
  if (await isFull(trx, colleague, words))
    throw new Conflict(
      `${colleague.name} has no more than one day on ${day(words.onDay)}. Look at what is entered already.`,
    )
  const id = newId()
  await trx
    .insertInto('colleagueDays')
    .values({ id, colleagueId: colleague.id, ...words, enteredAt: now(), enteredBy: by.id, removedAt: null })
    .execute()
  await record(trx, { kind: 'colleague day entered', by, ...aboutColleague(colleague) })
}

export async function takeOutDay(trx: Trx, colleague: OutsideColleague, by: Person, id: string): Promise<void> {
  const done = await trx
    .updateTable('colleagueDays')
    .set({ removedAt: now() })
    .where('id', '=', id)
    .where('colleagueId', '=', colleague.id)
    .executeTakeFirst()
  if (done.numUpdatedRows === 0n) throw new NotFound('day')
  await record(trx, { kind: 'colleague day taken out', by, ...aboutColleague(colleague) })
}

/** What is kept of the deed leads to the colleague, and to no school. */
function aboutColleague({ networkId, id }: OutsideColleague) {
  return { networkId, aboutKind: 'outside colleague', aboutId: id }
}
