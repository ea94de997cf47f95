import type { ExpressionBuilder } from 'kysely'
import type { Db, Tables } from '../../database.js'
import { rolesThat } from '../../people/roles/roles.js'

/** The name of the head of the school of a response, the longest in office; null where it has none here. */
export function headHere(eb: ExpressionBuilder<Tables, 'responses'>) {
  return eb
    .selectFrom('networkRoles as headships')
    .innerJoin('people as heads', 'heads.id', 'headships.personId')
    .select('heads.name')
    .whereRef('headships.schoolId', '=', 'responses.schoolId')
    .where('headships.role', 'in', rolesThat('answers for the school'))
    .where('headships.endedAt', 'is', null)
    .where('heads.disabledAt', 'is', null)
    .orderBy('headships.beganAt')
    .orderBy('headships.id')
    .limit(1)
}

/** Those of these schools that have a head here, who can answer. */
export async function schoolsWithHead(db: Db, schoolIds: string[]): Promise<Set<string>> {
  const rows = await db
    .selectFrom('networkRoles')
    .innerJoin('people', 'people.id', 'networkRoles.personId')
    .select('networkRoles.schoolId')
    .distinct()
    .where('networkRoles.schoolId', 'in', [...schoolIds, ''])
    .where('networkRoles.role', 'in', rolesThat('answers for the school'))
    .where('networkRoles.endedAt', 'is', null)
    .where('people.disabledAt', 'is', null)
    .execute()
  return new Set(rows.flatMap(row => row.schoolId ?? []))
}
