import type { Db, Trx } from '../../database.js'
import { record } from '../../facts/facts.js'
import type { Person } from '../../people/person.js'
import { newId } from '../../web/new-id.js'
import { now } from '../../web/now.js'
import { byName } from '../../words/words.js'
import { aboutProject, type FoundProject } from '../projects.js'
import type { Project, ProjectOutcome } from '../tables.js'

export interface NamedOutcome extends ProjectOutcome {
  name: string
  by: string
}

/** What came of projects in each school, by the name of the school. */
export async function outcomesOf(db: Db, projects: Pick<Project, 'id'>[]): Promise<NamedOutcome[]> {
  if (projects.length === 0) return []
  const rows = await db
    .selectFrom('projectOutcomes')
    .innerJoin('schools', 'schools.id', 'projectOutcomes.schoolId')
    .innerJoin('people', 'people.id', 'projectOutcomes.saidBy')
    .selectAll('projectOutcomes')
    .select(['schools.name', 'people.name as by'])
    .where(
      'projectId',
      'in',
      projects.map(one => one.id),
    )
    .execute()
  return rows.sort(byName)
}

/** The schools that were in it, as schools or through a colleague, by name; also those that have left. */
export function schoolsThatTookPart({ members }: Pick<FoundProject, 'members'>): { id: string; name: string }[] {
  const schools = members.flatMap(({ as, schoolId, school, joinedAt }) =>
    as !== 'guest' && schoolId && school && joinedAt ? [[schoolId, school] as const] : [],
  )
  return [...new Map(schools)].map(([id, name]) => ({ id, name })).sort(byName)
}

/** A school says what came of it there; said again, the newer words stand. */
export async function sayOutcome(
  trx: Trx,
  project: Project,
  person: Person,
  schoolId: string,
  words: string,
): Promise<void> {
  const said = { words, saidAt: now(), saidBy: person.id }
  await trx
    .insertInto('projectOutcomes')
    .values({ id: newId(), projectId: project.id, schoolId, ...said })
    .onConflict(at => at.columns(['projectId', 'schoolId']).doUpdateSet(said))
    .execute()
  await record(trx, { kind: 'outcome of a project said', by: person, ...aboutProject(project), school: schoolId })
}
