import { sql } from 'kysely'
import type { Db, Trx } from '../database.js'
import { inOne } from '../database.js'
import type { House } from '../house.js'
import { doorOf, offAddress } from '../mail/doors.js'
import { personById } from '../people/people.js'
import { rolesThat } from '../people/roles/roles.js'
import { beginningOf, daysAfter, now, today } from '../web/now.js'
import { time } from '../words/words.js'
import { lastDue, usualWeekday, weekdays } from './weekdays.js'
import { type BroughtToLetters, isWorthALetter, weekOf, weeklyLetter } from './writing.js'

const atOnce = 25
const mostAPass = 500
/** Nobody's telephone hums at night. */
const notBefore = '06:00'
/** A workbench that stood still writes a day or two later; after that the letter waits for the next week. */
const latestDays = 2

/**
 * Writes to everybody whose letter is due now and has not been looked at, some at a time. Whose turn it is, is put down before
 * the letter goes out, so that nobody gets two of a week, however often the workbench is stopped in between.
 * @returns how many letters went out
 */
export async function sendWeeklyLetters(house: House, brought: BroughtToLetters): Promise<number> {
  if (!house.mail.leaves || time(now()) < notBefore) return 0
  let sent = 0
  let after = ''
  for (let looked = 0; looked < mostAPass; looked += atOnce) {
    const people = await peopleDue(house.db, after, atOnce)
    for (const id of people) if (await writeTo(house, brought, id)) sent += 1
    if (people.length < atOnce) break
    after = people.at(-1)!
  }
  return sent
}

/** Weekdays whose letters can still go out, each with its day. */
function daysDue(): { weekday: number; dueOn: string }[] {
  const day = today()
  return weekdays
    .map((_, place) => ({ weekday: place + 1, dueOn: lastDue(place + 1, day) }))
    .filter(one => one.dueOn >= daysAfter(day, -latestDays))
}

async function peopleDue(db: Db, after: string, most: number): Promise<string[]> {
  const rows = await db
    .selectFrom('people')
    .leftJoin('weeklyLetters', 'weeklyLetters.personId', 'people.id')
    .select('people.id')
    .where('people.id', '>', after)
    .where('people.disabledAt', 'is', null)
    .where('people.passwordHash', 'is not', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('lettersNotWanted')
            .select('letter')
            .whereRef('lettersNotWanted.personId', '=', 'people.id')
            .where('letter', '=', 'weekly'),
        ),
      ),
    )
    .where(({ or, exists, selectFrom }) =>
      or([
        exists(
          selectFrom('networkRoles')
            .select('networkRoles.id')
            .whereRef('networkRoles.personId', '=', 'people.id')
            .where('networkRoles.role', 'in', rolesThat('belongs'))
            .where('networkRoles.endedAt', 'is', null),
        ),
        exists(
          selectFrom('groupPeople')
            .select('groupPeople.id')
            .whereRef('groupPeople.personId', '=', 'people.id')
            .where('groupPeople.leftAt', 'is', null),
        ),
      ]),
    )
    .where(({ eb, or, and }) =>
      or(
        daysDue().map(({ weekday, dueOn }) =>
          and([
            eb(sql<number>`coalesce(weekly_letters.weekday, ${usualWeekday})`, '=', weekday),
            // Whoever came on that day or since hears in the week after.
            eb('people.createdAt', '<', beginningOf(dueOn)),
            or([eb('weeklyLetters.dueOn', 'is', null), eb('weeklyLetters.dueOn', '<=', daysAfter(dueOn, -7))]),
          ]),
        ),
      ),
    )
    .orderBy('people.id')
    .limit(most)
    .execute()
  return rows.map(row => row.id)
}

async function writeTo({ db, mail, baseUrl, log }: House, brought: BroughtToLetters, id: string): Promise<boolean> {
  const taken = await inOne(db, trx => takeTurn(trx, id))
  if (!taken) return false
  const person = await personById(db, id)
  if (!person) return false
  const until = now()
  const week = await weekOf(db, person, brought, taken.since)
  if (!isWorthALetter(week)) {
    await toldUntil(db, id, { lookedAt: until })
    return false
  }
  const off = offAddress(baseUrl, await doorOf(db, person), 'weekly')
  const went = await mail.send(weeklyLetter(person, week, baseUrl, off))
  // What did not go out stands in the letter of the next week.
  if (went) await toldUntil(db, id, { lookedAt: until, sentAt: until })
  else log.warn({ person: id }, 'a weekly letter could not be sent')
  return went
}

/** @returns from when on it is told to them; undefined where somebody else has looked meanwhile */
async function takeTurn(trx: Trx, id: string): Promise<{ since: string } | undefined> {
  const before = await trx.selectFrom('weeklyLetters').selectAll().where('personId', '=', id).executeTakeFirst()
  const weekday = before?.weekday ?? usualWeekday
  const dueOn = lastDue(weekday, today())
  const took = await trx
    .insertInto('weeklyLetters')
    .values({ personId: id, weekday, dueOn, lookedAt: null, sentAt: null })
    .onConflict(conflict =>
      conflict
        .column('personId')
        .doUpdateSet({ dueOn })
        .where(({ or, eb }) =>
          or([eb('weeklyLetters.dueOn', 'is', null), eb('weeklyLetters.dueOn', '<=', daysAfter(dueOn, -7))]),
        ),
    )
    .executeTakeFirst()
  return took.numInsertedOrUpdatedRows ? { since: sinceWhen(before?.lookedAt ?? null) } : undefined
}

/** From the last letter on; the last week for a first one, and a month at most. */
export function sinceWhen(lookedAt: string | null): string {
  const furthest = beginningOf(daysAfter(today(), lookedAt ? -31 : -7))
  return lookedAt && lookedAt > furthest ? lookedAt : furthest
}

async function toldUntil(db: Db, id: string, moments: { lookedAt: string; sentAt?: string }): Promise<void> {
  await db.updateTable('weeklyLetters').set(moments).where('personId', '=', id).execute()
}
