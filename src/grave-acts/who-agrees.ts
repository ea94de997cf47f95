import type { Db } from '../database.js'
import { now } from '../web/now.js'
import { byName } from '../words/words.js'
import type { Asked, GraveRules } from './kinds.js'
import type { GraveAct } from './tables.js'

/** Somebody who may be the second person to a grave act. */
export interface Agreeing {
  id: string
  name: string
  email: string
}

/** An account that was made for the purpose is no second person: whoever agrees has been here for a week. */
const daysStood = 7

/** The moment before which whoever agrees has come. */
export function aWeekAgo(): string {
  return new Date(Date.parse(now()) - daysStood * 86_400_000).toISOString()
}

/** Those who may be the second person now, by name: never whoever asked, nor an account that is closed or younger than a week. */
export async function secondPeople(db: Db, kind: GraveRules, asked: Asked): Promise<Agreeing[]> {
  const ids = await kind.whoAgrees(db, asked)
  if (ids.length === 0) return []
  const people = await db
    .selectFrom('people')
    .select(['id', 'name', 'email'])
    .where('id', 'in', ids)
    .where('id', '<>', asked.askedBy)
    .where('disabledAt', 'is', null)
    .where('createdAt', '<', aWeekAgo())
    .execute()
  return people.sort(byName)
}

/** Whether it waits for a second person, and this is one. */
export async function isSecondPerson(
  db: Db,
  kind: GraveRules,
  act: GraveAct,
  person: { id: string },
): Promise<boolean> {
  return act.agreedAt === null && (await secondPeople(db, kind, act)).some(one => one.id === person.id)
}
