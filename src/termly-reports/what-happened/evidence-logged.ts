import type { Db } from '../../database.js'
import { notShared } from '../../reach/reaches.js'
import { groupsInScope, type Scope } from './scope.js'
import type { Window } from './window.js'

/** Evidence that was logged in the time and is shared with the group, without gaps. */
function evidenceOf(db: Db, scope: Scope, { from, until }: Window) {
  return db
    .selectFrom('evidence')
    .innerJoin('groups', 'groups.id', 'evidence.groupId')
    .where(...groupsInScope(scope))
    .where('evidence.reach', 'not in', notShared)
    .where('evidence.loggedAt', '>=', from)
    .where('evidence.loggedAt', '<', until)
}

export async function evidenceIn(db: Db, scope: Scope, window: Window): Promise<{ pieces: number; schools: number }> {
  const row = await evidenceOf(db, scope, window)
    .leftJoin('evidenceSchools', 'evidenceSchools.evidenceId', 'evidence.id')
    .select(eb => [
      eb.fn.count<number>('evidence.id').distinct().as('pieces'),
      eb.fn.count<number>('evidenceSchools.schoolId').distinct().as('schools'),
    ])
    .executeTakeFirstOrThrow()
  return { pieces: Number(row.pieces), schools: Number(row.schools) }
}

/** How many pieces of each kind were logged. */
export async function evidenceByKindIn(db: Db, scope: Scope, window: Window): Promise<Map<string, number>> {
  const rows = await evidenceOf(db, scope, window)
    .select(eb => ['evidence.kind', eb.fn.count<number>('evidence.id').as('pieces')])
    .groupBy('evidence.kind')
    .execute()
  return new Map(rows.map(row => [row.kind, Number(row.pieces)]))
}

/** How many pieces were logged from each school, by the school's id. */
export async function evidenceBySchoolIn(db: Db, scope: Scope, window: Window): Promise<Map<string, number>> {
  const rows = await evidenceOf(db, scope, window)
    .innerJoin('evidenceSchools', 'evidenceSchools.evidenceId', 'evidence.id')
    .select(eb => ['evidenceSchools.schoolId', eb.fn.count<number>('evidence.id').as('pieces')])
    .groupBy('evidenceSchools.schoolId')
    .execute()
  return new Map(rows.map(row => [row.schoolId, Number(row.pieces)]))
}
