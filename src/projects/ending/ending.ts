import type { Trx } from '../../database.js'
import { Conflict } from '../../errors.js'
import { record } from '../../facts/facts.js'
import type { Person } from '../../people/person.js'
import { now } from '../../web/now.js'
import { aboutProject, set } from '../projects.js'
import type { Project } from '../tables.js'

/** Ends a project with a line on what came of it. @throws Conflict when it has ended already */
export async function endProject(trx: Trx, project: Project, person: Person, cameOfIt: string): Promise<void> {
  if (project.endedAt) throw new Conflict('This project has ended already.')
  await set(trx, project, { endedAt: now(), endedBy: person.id, cameOfIt })
  await record(trx, { kind: 'project ended', by: person, ...aboutProject(project) })
}

/** Gives it more time, or less. */
export async function extendProject(trx: Trx, project: Project, person: Person, endsOn: string): Promise<void> {
  if (project.endedAt) throw new Conflict('This project has ended. Reopen it first.')
  await set(trx, project, { endsOn })
  await record(trx, { kind: 'project extended', by: person, ...aboutProject(project) })
}

/** Takes it up again until a new last day; what was said of it stays until it is said anew. */
export async function reopenProject(trx: Trx, project: Project, person: Person, endsOn: string): Promise<void> {
  if (!project.endedAt) throw new Conflict('This project has not ended.')
  await set(trx, project, { endedAt: null, endedBy: null, endsOn })
  await record(trx, { kind: 'project reopened', by: person, ...aboutProject(project) })
}
