import type { Db } from '../../database.js'
import { Conflict } from '../../errors.js'
import type { Person } from '../../people/person.js'

/** A second reader would find in the records what they must not know yet. @throws Conflict */
export async function notWhileReadingBlind(db: Db, person: Person, groupId: string): Promise<void> {
  const reading = await db
    .selectFrom('blindReadings')
    .select('number')
    .where('groupId', '=', groupId)
    .where('secondReader', '=', person.id)
    .where('comparedAt', 'is', null)
    .where('stoppedAt', 'is', null)
    .executeTakeFirst()
  if (reading)
    throw new Conflict(
      `You are the second reader of blind reading ${reading.number}. Take the whole group when both of you are done.`,
    )
}
