import { sql } from 'kysely'
import type { Db, Trx } from '../../database.js'
import { record } from '../../facts/facts.js'
import type { Person } from '../../people/person.js'
import { now } from '../../web/now.js'
import type { DataEvening, EveningAnswerTable } from '../tables.js'

export type Says = EveningAnswerTable['says']

/** What each has said, by person. */
export async function saidOf(db: Db, eveningIds: string[], person: Person): Promise<Map<string, Says>> {
  if (eveningIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('eveningAnswers')
    .select(['eveningId', 'says'])
    .where('personId', '=', person.id)
    .where('eveningId', 'in', eveningIds)
    .execute()
  return new Map(rows.map(row => [row.eveningId, row.says]))
}

/** Who is invited to an evening, by name, and what each has said. */
export function invitedTo(
  db: Db,
  evening: Pick<DataEvening, 'id' | 'networkId'>,
): Promise<{ id: string; name: string; email: string; says: Says | null }[]> {
  return db
    .selectFrom('networkRoles')
    .innerJoin('people', 'people.id', 'networkRoles.personId')
    .innerJoin('eveningSchools', 'eveningSchools.schoolId', 'networkRoles.schoolId')
    .leftJoin('eveningAnswers', join =>
      join.onRef('eveningAnswers.personId', '=', 'people.id').on('eveningAnswers.eveningId', '=', evening.id),
    )
    .select(['people.id', 'people.name', 'people.email', 'eveningAnswers.says'])
    .distinct()
    .where('networkRoles.networkId', '=', evening.networkId)
    .where('networkRoles.role', '=', 'governor')
    .where('networkRoles.endedAt', 'is', null)
    .where('people.disabledAt', 'is', null)
    .where('eveningSchools.eveningId', '=', evening.id)
    .orderBy(sql`people.name`)
    .execute()
}

/** Somebody says whether they come, and may think again until the evening is held. */
export async function sayWhetherComing(trx: Trx, evening: DataEvening, by: Person, says: Says): Promise<void> {
  const said = { says, saidAt: now() }
  await trx
    .insertInto('eveningAnswers')
    .values({ eveningId: evening.id, personId: by.id, ...said })
    .onConflict(already => already.columns(['eveningId', 'personId']).doUpdateSet(said))
    .execute()
  const about = { networkId: evening.networkId, aboutKind: 'data evening', aboutId: evening.id }
  await record(trx, { kind: 'data evening answered', by, ...about })
}
