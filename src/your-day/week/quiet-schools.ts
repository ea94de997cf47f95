import type { Db } from '../../database.js'
import type { Network } from '../../networks/tables.js'
import { beginningOf, daysAfter, today } from '../../web/now.js'
import { byName } from '../../words/words.js'

/** About a term: three months. */
const quietDays = 90

/**
 * Schools of which nobody logged evidence or joined a group for a term, in the alphabet. Only the leader is told, so that a
 * kind word can be said in time.
 */
export async function quietSchools(db: Db, network: Pick<Network, 'id'>): Promise<{ id: string; name: string }[]> {
  const since = beginningOf(daysAfter(today(), -quietDays))
  const schools = await db
    .selectFrom('schools')
    .select(['id', 'name'])
    .where('networkId', '=', network.id)
    .where('leftAt', 'is', null)
    .where('joinedAt', '<', since)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('evidenceSchools')
            .innerJoin('evidence', 'evidence.id', 'evidenceSchools.evidenceId')
            .select('evidence.id')
            .whereRef('evidenceSchools.schoolId', '=', 'schools.id')
            .where('evidence.loggedAt', '>=', since),
        ),
      ),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('groupPeople')
            .select('groupPeople.id')
            .whereRef('groupPeople.schoolId', '=', 'schools.id')
            .where('groupPeople.joinedAt', '>=', since),
        ),
      ),
    )
    .execute()
  return schools.sort(byName)
}
