import type { Db, Trx } from '../database.js'
import { Conflict, NotFound } from '../errors.js'
import { record } from '../facts/facts.js'
import type { Network } from '../networks/tables.js'
import type { Person } from '../people/person.js'
import { newId } from '../web/new-id.js'
import { now } from '../web/now.js'
import { folded } from '../words/folded.js'
import { mayReadProject } from './permissions.js'
import type { Joining, Project, ProjectMember } from './tables.js'

export type ProjectWords = Pick<
  Project,
  'title' | 'whatFor' | 'whoFor' | 'startsOn' | 'endsOn' | 'themeId' | 'link' | 'contactId'
>

/** A member by the names of the school and the person. */
export interface NamedMember extends ProjectMember {
  school: string | null
  person: string | null
}

export interface FoundProject {
  project: Project
  members: NamedMember[]
}

/** A project with everybody who is or was in it. @throws NotFound for those who may not read it */
export async function findProject(db: Db, person: Person, networkId: string, id: string): Promise<FoundProject> {
  const [found] = await projectsByIds(db, person, [id])
  if (found?.project.networkId !== networkId) throw new NotFound('project')
  return found
}

/** Those of these projects that the person may read. */
export async function projectsByIds(db: Db, person: Person, ids: string[]): Promise<FoundProject[]> {
  return (await projectsWithIds(db, ids)).filter(found => mayReadProject(person, found))
}

/** The same without asking who is asking. */
export async function projectsWithIds(db: Db, ids: string[]): Promise<FoundProject[]> {
  if (ids.length === 0) return []
  const projects = await db.selectFrom('projects').selectAll().where('id', 'in', ids).execute()
  return withMembers(db, projects)
}

/** Puts to each project those who are or were in it, in one question. */
export async function withMembers(db: Db, projects: Project[]): Promise<FoundProject[]> {
  if (projects.length === 0) return []
  const members = await db
    .selectFrom('projectMembers')
    .leftJoin('schools', 'schools.id', 'projectMembers.schoolId')
    .leftJoin('people', 'people.id', 'projectMembers.personId')
    .selectAll('projectMembers')
    .select(['schools.name as school', 'people.name as person'])
    .where(
      'projectId',
      'in',
      projects.map(one => one.id),
    )
    .execute()
  return projects.map(project => ({ project, members: members.filter(one => one.projectId === project.id) }))
}

/** How a fact knows a project. */
export function aboutProject({ id, networkId }: Pick<Project, 'id' | 'networkId'>) {
  return { networkId, aboutKind: 'project', aboutId: id }
}

/** Proposes a project, with its proposer as the one to ask; whoever proposes for a school joins it as they like afterwards. */
export async function proposeProject(
  trx: Trx,
  network: Pick<Network, 'id'>,
  person: Person,
  words: Omit<ProjectWords, 'contactId'>,
): Promise<Project> {
  const project: Project = {
    id: newId(),
    networkId: network.id,
    contactId: person.id,
    ...words,
    joining: 'open',
    ...{ proposedAt: now(), proposedBy: person.id, begunAt: null, begunBy: null, endedAt: null, endedBy: null },
    ...{ cameOfIt: '', folded: foldedWords(words), sequence: 0, changedAt: now() },
  }
  await trx.insertInto('projects').values(project).execute()
  await record(trx, { kind: 'project proposed', by: person, ...aboutProject(project) })
  return project
}

export async function changeProject(trx: Trx, project: Project, person: Person, words: ProjectWords): Promise<void> {
  await set(trx, project, { ...words, folded: foldedWords(words) })
  await record(trx, { kind: 'project changed', by: person, ...aboutProject(project) })
}

/** @throws Conflict when it has begun already */
export async function beginProject(trx: Trx, project: Project, person: Person): Promise<void> {
  if (project.begunAt || project.endedAt) throw new Conflict('This project has begun already.')
  await set(trx, project, { begunAt: now(), begunBy: person.id })
  await record(trx, { kind: 'project begun', by: person, ...aboutProject(project) })
}

export async function setJoining(trx: Trx, project: Project, person: Person, joining: Joining): Promise<void> {
  if (project.endedAt) throw new Conflict('This project has ended. Reopen it first.')
  await set(trx, project, { joining })
  await record(trx, { kind: 'joining of a project set', by: person, ...aboutProject(project) })
}

/** Changes the row, so that calendars elsewhere notice it too. */
export async function set(trx: Trx, project: Project, changes: Partial<Project>): Promise<void> {
  await trx
    .updateTable('projects')
    .set({ ...changes, sequence: project.sequence + 1, changedAt: now() })
    .where('id', '=', project.id)
    .execute()
}

function foldedWords({ title, whatFor, whoFor }: Pick<Project, 'title' | 'whatFor' | 'whoFor'>): string {
  return folded(`${title} ${whatFor} ${whoFor}`)
}
