import type { Network } from '../networks/tables.js'
import type { Person } from '../people/person.js'
import type { Project, ProjectHome, ProjectIssue, ProjectMember } from './tables.js'

/** A project with those who are or were in it: whatever a right is asked of. */
export interface WithMembers {
  project: Project
  members: Pick<ProjectMember, 'as' | 'schoolId' | 'personId' | 'joinedAt' | 'leftAt'>[]
}

/** Those who work in the network read its projects; whoever was invited reads those that they were invited to. */
export function mayReadProject(person: Person, { project, members }: WithMembers): boolean {
  return person.works(project.networkId) || (person.belongsTo(project.networkId) && isGuest(person, members))
}

/** Was invited, and has not said no or left since. */
export function isGuest(person: Person, members: WithMembers['members']): boolean {
  return members.some(one => one.as === 'guest' && one.personId === person.id && one.leftAt === null)
}

/** In it: its contact, a colleague who joined, everybody who works in a school that joined, and those who were invited. */
export function isInProject(person: Person, { project, members }: WithMembers): boolean {
  if (!person.belongsTo(project.networkId)) return false
  if (project.contactId === person.id) return true
  return members.some(one => one.leftAt === null && stands(person, project, one))
}

function stands(person: Person, project: Project, member: WithMembers['members'][number]): boolean {
  if (member.as === 'school') return person.schoolsIn(project.networkId).includes(member.schoolId!)
  return member.personId === person.id
}

export function mayProposeProjects(person: Person, network: Pick<Network, 'id'>): boolean {
  return person.works(network.id)
}

/** Its contact, and a network leader: describe it, begin it, open and close it, invite, end it. */
export function mayLookAfter(person: Person, { project }: WithMembers): boolean {
  return (project.contactId === person.id && person.works(project.networkId)) || leads(person, project)
}

function leads(person: Person, project: Project): boolean {
  return person.isNetworkLeaderOf(project.networkId)
}

export function isOpenToJoin({ project }: WithMembers): boolean {
  return project.endedAt === null && project.joining === 'open'
}

/** A colleague joins themselves, from a school of theirs. */
export function mayJoinAsColleague(person: Person, found: WithMembers): boolean {
  const { project, members } = found
  const already = members.some(one => one.as === 'colleague' && one.personId === person.id && one.leftAt === null)
  return isOpenToJoin(found) && !already && person.schoolsIn(project.networkId).length > 0
}

/** A head joins the school. */
export function mayJoinSchool(person: Person, found: WithMembers, schoolId: string): boolean {
  return isOpenToJoin(found) && person.answersFor(schoolId) && !hasJoined(found, schoolId)
}

/** A network leader notes that a school joins, with its word: also where the door is closed to others. */
export function mayNoteSchool(person: Person, { project }: WithMembers): boolean {
  return project.endedAt === null && leads(person, project)
}

export function hasJoined({ members }: WithMembers, schoolId: string): boolean {
  return members.some(one => one.as === 'school' && one.schoolId === schoolId && one.leftAt === null)
}

/** Whoever joined, the head of the school that did, and a network leader for a school. */
export function mayLeave(person: Person, { project }: WithMembers, member: ProjectMember): boolean {
  if (member.leftAt !== null || project.endedAt !== null) return false
  if (member.as !== 'school') return member.personId === person.id
  return person.answersFor(member.schoolId!) || leads(person, project)
}

export function mayNoteSteps(person: Person, found: WithMembers): boolean {
  return found.project.endedAt === null && (isInProject(person, found) || mayLookAfter(person, found))
}

/** Those who work in a school that was in it, as a school or through a colleague, say what came of it there. */
export function maySayOutcome(person: Person, { project, members }: WithMembers, schoolId: string): boolean {
  const took = members.some(one => one.as !== 'guest' && one.schoolId === schoolId && one.joinedAt !== null)
  return took && project.begunAt !== null && person.schoolsIn(project.networkId).includes(schoolId)
}

/** What is drafted together is for those in it, until it is agreed. */
export function mayReadDrafts(person: Person, found: WithMembers): boolean {
  return isInProject(person, found)
}

export function mayBeginText(person: Person, found: WithMembers): boolean {
  return found.project.endedAt === null && isInProject(person, found)
}

export function mayChooseWriters(person: Person, found: WithMembers, writers: string[]): boolean {
  return found.project.endedAt === null && (mayLookAfter(person, found) || mayWriteText(person, found, writers))
}

export function mayWriteText(person: Person, found: WithMembers, writers: string[]): boolean {
  return found.project.endedAt === null && isInProject(person, found) && writers.includes(person.id)
}

/** An issue that was agreed is for everybody who may read the project; what was only kept is for those in it. */
export function mayReadIssue(person: Person, found: WithMembers, issue: Pick<ProjectIssue, 'agreedOn'>): boolean {
  return mayReadDrafts(person, found) || (issue.agreedOn !== null && mayReadProject(person, found))
}

/** The schools for which somebody may take a text home: those that they work in. */
export function schoolsToTakeHomeTo(person: Person, { project }: WithMembers): string[] {
  return person.schoolsIn(project.networkId)
}

export function mayWriteHome(person: Person, home: Pick<ProjectHome, 'schoolId'>): boolean {
  return person.worksAt(home.schoolId)
}

/** The school’s own people; once it is shared, whoever may read the project. */
export function mayReadHome(person: Person, found: WithMembers, home: ProjectHome): boolean {
  return mayWriteHome(person, home) || (home.sharedAt !== null && mayReadProject(person, found))
}
