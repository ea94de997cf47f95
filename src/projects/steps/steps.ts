import type { Db, Trx } from '../../database.js'
import { NotFound } from '../../errors.js'
import { record } from '../../facts/facts.js'
import type { Person } from '../../people/person.js'
import { newId } from '../../web/new-id.js'
import { now } from '../../web/now.js'
import { aboutProject } from '../projects.js'
import type { Project, ProjectStep } from '../tables.js'

export type StepWords = Pick<ProjectStep, 'onDay' | 'words' | 'place'>

export interface NamedStep extends ProjectStep {
  by: string
}

/** What happened and what is to come, in the order of days. */
export function stepsOf(db: Db, project: Pick<Project, 'id'>): Promise<NamedStep[]> {
  return db
    .selectFrom('projectSteps')
    .innerJoin('people', 'people.id', 'projectSteps.addedBy')
    .selectAll('projectSteps')
    .select('people.name as by')
    .where('projectId', '=', project.id)
    .where('removedAt', 'is', null)
    .orderBy('onDay')
    .orderBy('addedAt')
    .execute()
}

/** @throws NotFound */
export async function findStep(db: Db, project: Project, id: string): Promise<NamedStep> {
  const step = (await stepsOf(db, project)).find(one => one.id === id)
  if (!step) throw new NotFound('step')
  return step
}

export async function noteStep(trx: Trx, project: Project, person: Person, words: StepWords): Promise<void> {
  const step = { id: newId(), projectId: project.id, ...words, sequence: 0, addedAt: now(), addedBy: person.id }
  await trx
    .insertInto('projectSteps')
    .values({ ...step, changedAt: now(), removedAt: null })
    .execute()
  await record(trx, { kind: 'step of a project noted', by: person, ...aboutProject(project) })
}

export async function changeStep(
  trx: Trx,
  project: Project,
  person: Person,
  step: ProjectStep,
  words: StepWords,
): Promise<void> {
  await trx
    .updateTable('projectSteps')
    .set({ ...words, sequence: step.sequence + 1, changedAt: now() })
    .where('id', '=', step.id)
    .execute()
  await record(trx, { kind: 'step of a project noted', by: person, ...aboutProject(project) })
}

export async function removeStep(trx: Trx, project: Project, person: Person, step: ProjectStep): Promise<void> {
  await trx
    .updateTable('projectSteps')
    .set({ removedAt: now(), sequence: step.sequence + 1, changedAt: now() })
    .where('id', '=', step.id)
    .execute()
  await record(trx, { kind: 'step of a project taken out', by: person, ...aboutProject(project) })
}
