import type { Trx } from '../../database.js'
import { Conflict, NotFound } from '../../errors.js'
import { record } from '../../facts/facts.js'
import type { Person } from '../../people/person.js'
import { newId } from '../../web/new-id.js'
import { now } from '../../web/now.js'
import { hasJoined } from '../permissions.js'
import { aboutProject, type FoundProject, type NamedMember } from '../projects.js'
import type { ProjectMember } from '../tables.js'

const blank = {
  ...{ schoolId: null, personId: null, askedAt: null, askedBy: null, joinedAt: null, joinedBy: null },
  ...{ joiningWord: '', leftAt: null, leftBy: null, leavingWord: '' },
}

/** A school joins: by its head, or noted by a network leader with the school’s word. @throws Conflict when it is in it already */
export async function joinSchool(
  trx: Trx,
  found: FoundProject,
  person: Person,
  school: { id: string },
  joiningWord = '',
): Promise<void> {
  if (hasJoined(found, school.id)) throw new Conflict('This school is in the project already.')
  await join(trx, found, person, { as: 'school', schoolId: school.id, joiningWord })
}

/** A colleague joins themselves, from a school of theirs. */
export async function joinAsColleague(trx: Trx, found: FoundProject, person: Person, schoolId: string): Promise<void> {
  await join(trx, found, person, { as: 'colleague', schoolId, personId: person.id })
}

async function join(
  trx: Trx,
  { project }: FoundProject,
  person: Person,
  member: Pick<ProjectMember, 'as'> & Partial<ProjectMember>,
): Promise<void> {
  const id = newId()
  await trx
    .insertInto('projectMembers')
    .values({ ...blank, ...member, id, projectId: project.id, joinedAt: now(), joinedBy: person.id })
    .execute()
  await record(trx, { kind: 'project joined', by: person, ...aboutProject(project), member: id })
}

/** Invites somebody who belongs to the network: a governor, a partner, a colleague. @throws Conflict when they are asked or in it */
export async function inviteToProject(
  trx: Trx,
  { project, members }: FoundProject,
  person: Person,
  guestId: string,
): Promise<void> {
  if (members.some(one => one.personId === guestId && one.leftAt === null))
    throw new Conflict('They are invited, or in the project, already.')
  const id = newId()
  const asked = { askedAt: now(), askedBy: person.id }
  await trx
    .insertInto('projectMembers')
    .values({ ...blank, ...asked, id, projectId: project.id, as: 'guest', personId: guestId })
    .execute()
  await record(trx, { kind: 'asked to a project', by: person, ...aboutProject(project), member: id })
}

/** Says yes to an invitation; a no is leaving, with a word. */
export async function acceptInvitation(
  trx: Trx,
  { project }: FoundProject,
  person: Person,
  member: ProjectMember,
): Promise<void> {
  if (member.joinedAt) throw new Conflict('You have said yes already.')
  await trx
    .updateTable('projectMembers')
    .set({ joinedAt: now(), joinedBy: person.id })
    .where('id', '=', member.id)
    .execute()
  await record(trx, { kind: 'project joined', by: person, ...aboutProject(project), member: member.id })
}

export async function leaveProject(
  trx: Trx,
  { project }: FoundProject,
  person: Person,
  member: ProjectMember,
  leavingWord: string,
): Promise<void> {
  await trx
    .updateTable('projectMembers')
    .set({ leftAt: now(), leftBy: person.id, leavingWord })
    .where('id', '=', member.id)
    .execute()
  await record(trx, { kind: 'project left', by: person, ...aboutProject(project), member: member.id })
}

/** @throws NotFound */
export function findMember({ members }: FoundProject, id: string): NamedMember {
  const member = members.find(one => one.id === id)
  if (!member) throw new NotFound('member of the project')
  return member
}
