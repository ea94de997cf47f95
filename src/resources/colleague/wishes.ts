import type { Db, Trx } from '../../database.js'
import { Conflict, NotFound } from '../../errors.js'
import { record } from '../../facts/facts.js'
import type { Person } from '../../people/person.js'
import { newId } from '../../web/new-id.js'
import { now } from '../../web/now.js'
import { totalOf } from '../money.js'
import { mayReadWish } from '../permissions.js'
import type { ColleagueWish, OutsideColleague } from '../tables.js'

export interface WishShown extends ColleagueWish {
  school: string
}

/** The wishes for more that somebody may read: a head those of the own school, leaders all of them. */
export async function wishesFor(db: Db, person: Person, colleague: OutsideColleague): Promise<WishShown[]> {
  const rows = await db
    .selectFrom('colleagueWishes')
    .innerJoin('schools', 'schools.id', 'colleagueWishes.schoolId')
    .selectAll('colleagueWishes')
    .select('schools.name as school')
    .where('colleagueId', '=', colleague.id)
    .orderBy('askedAt', 'desc')
    .execute()
  return rows.filter(row => mayReadWish(person, colleague, row))
}

/** @throws NotFound */
export async function findWish(db: Db, person: Person, colleague: OutsideColleague, id: string): Promise<WishShown> {
  const found = (await wishesFor(db, person, colleague)).find(one => one.id === id)
  if (!found) throw new NotFound('wish')
  return found
}

export async function wishForMore(
  trx: Trx,
  colleague: OutsideColleague,
  by: Person,
  words: Pick<ColleagueWish, 'schoolId' | 'halfDays' | 'reason'>,
): Promise<string> {
  const id = newId()
  const open = { answeredAt: null, answeredBy: null, agreedHalfDays: null }
  await trx
    .insertInto('colleagueWishes')
    .values({ id, colleagueId: colleague.id, ...words, askedAt: now(), askedBy: by.id, ...open })
    .execute()
  await record(trx, { kind: 'wish for more days', by, networkId: colleague.networkId, ...aboutWish(id) })
  return id
}

/**
 * Enters what the circle agreed, with its word; and from whose shares it comes. What no school gives comes from what is
 * held in common.
 * @throws Conflict where it was answered meanwhile
 */
export async function answerWish(
  trx: Trx,
  colleague: OutsideColleague,
  wish: ColleagueWish,
  by: Person,
  answer: { agreedHalfDays: number; word: string; from: { schoolId: string; halfDays: number }[] },
): Promise<void> {
  const at = now()
  const { agreedHalfDays, word, from } = answer
  const done = await trx
    .updateTable('colleagueWishes')
    .set({ answeredAt: at, answeredBy: by.id, agreedHalfDays, answerWord: word })
    .where('id', '=', wish.id)
    .where('answeredAt', 'is', null)
    .executeTakeFirst()
  if (done.numUpdatedRows === 0n) throw new Conflict('Somebody else has answered this wish already.')
  const common = agreedHalfDays - totalOf(from.map(one => one.halfDays))
  const gifts = [
    ...from.map(one => ({ fromSchoolId: one.schoolId as string | null, halfDays: one.halfDays })),
    ...(common > 0 ? [{ fromSchoolId: null, halfDays: common }] : []),
  ]
  for (const gift of gifts)
    await trx
      .insertInto('colleagueGifts')
      .values({ id: newId(), colleagueId: colleague.id, wishId: wish.id, ...gift, givenAt: at, givenBy: by.id })
      .execute()
  await record(trx, { kind: 'wish for days answered', by, networkId: colleague.networkId, ...aboutWish(wish.id) })
}

const aboutWish = (id: string) => ({ aboutKind: 'wish for days', aboutId: id })

export interface Thanks {
  at: string
  schools: { name: string; halfDays: number }[]
}

/** What schools gave from their shares, and when; never to whom. */
export async function thanksOf(db: Db, colleague: Pick<OutsideColleague, 'id'>): Promise<Thanks[]> {
  const rows = await db
    .selectFrom('colleagueGifts')
    .innerJoin('schools', 'schools.id', 'colleagueGifts.fromSchoolId')
    .select(['colleagueGifts.givenAt', 'colleagueGifts.halfDays', 'schools.name'])
    .where('colleagueId', '=', colleague.id)
    .orderBy('givenAt', 'desc')
    .orderBy('schools.name')
    .execute()
  const byMoment = new Map<string, Thanks>()
  for (const { givenAt, name, halfDays } of rows) {
    const one = byMoment.get(givenAt) ?? { at: givenAt, schools: [] }
    one.schools.push({ name, halfDays })
    byMoment.set(givenAt, one)
  }
  return [...byMoment.values()]
}
