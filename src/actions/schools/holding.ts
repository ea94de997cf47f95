import type { Db } from '../../database.js'
import { written } from '../../names/written.js'

/** The schools of which something was recorded on an action, by their ids: they stay on it. */
export type HoldsSchools = (db: Db, actionId: string) => Promise<string[]>

/** All that the rooms know to hold. */
export async function schoolsHeld(all: HoldsSchools[], db: Db, actionId: string): Promise<Set<string>> {
  const held = new Set<string>()
  for (const holds of all) for (const id of await holds(db, actionId)) held.add(id)
  return held
}

export const schoolsThatWrote: HoldsSchools = async (db, actionId) => {
  const cards = await db
    .selectFrom('actionSchools')
    .select('schoolId')
    .where('actionId', '=', actionId)
    .where(eb => eb.or([eb('adaptation', '!=', written('')), eb('whatHappened', '!=', written(''))]))
    .execute()
  return cards.map(one => one.schoolId)
}

export const schoolsMeasured: HoldsSchools = async (db, actionId) => {
  const readings = await db
    .selectFrom('readings')
    .select('schoolId')
    .distinct()
    .where('actionId', '=', actionId)
    .where('comparisonId', 'is', null)
    .execute()
  return readings.map(one => one.schoolId)
}
