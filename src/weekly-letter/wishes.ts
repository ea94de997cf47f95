import type { Db, Trx } from '../database.js'
import { type LetterSort, wantLetters } from '../mail/wishes.js'
import type { Person } from '../people/person.js'
import { usualWeekday } from './weekdays.js'

/** What is known of somebody's weekly letter; as usual where they have never said anything and none was due. */
export async function weeklyLetterOf(db: Db, person: Pick<Person, 'id'>) {
  const row = await db.selectFrom('weeklyLetters').selectAll().where('personId', '=', person.id).executeTakeFirst()
  return row ?? { personId: person.id, weekday: usualWeekday, dueOn: null, lookedAt: null, sentAt: null }
}

/** Which letters somebody wants, and the day of the weekly one. */
export async function chooseLetters(
  trx: Trx,
  person: Pick<Person, 'id'>,
  wanted: string[],
  weekday: number,
  sorts: LetterSort[],
): Promise<void> {
  await wantLetters(trx, person, wanted, sorts)
  await trx
    .insertInto('weeklyLetters')
    .values({ personId: person.id, weekday, dueOn: null, lookedAt: null, sentAt: null })
    .onConflict(conflict => conflict.column('personId').doUpdateSet({ weekday }))
    .execute()
}
