import { inTheSameWords } from '../../database/in-the-same-words.js'
import type { Around } from '../../enquiries/around.js'
import { quoted, type Waiting, waits } from '../../web/waiting.js'
import { addressOf } from '../listing.js'

/** Somebody was asked to come into a project, and has not answered. */
export const invitationsToProjects = waits({
  asks: inTheSameWords(
    ({ person }: Around) => ({ me: person.id }),
    (db, { me }) =>
      db
        .selectFrom('projectMembers')
        .innerJoin('projects', 'projects.id', 'projectMembers.projectId')
        .innerJoin('people', 'people.id', 'projectMembers.askedBy')
        .select(['projects.id', 'projects.networkId', 'projects.title', 'people.name as by'])
        .where('projectMembers.personId', '=', me)
        .where('projectMembers.leftAt', 'is', null)
        .where('projectMembers.as', '=', 'guest')
        .where('projectMembers.joinedAt', 'is', null)
        .where('projects.endedAt', 'is', null),
  ),
  says: (rows, { person }) =>
    rows
      .filter(row => person.belongsTo(row.networkId))
      .map((row): Waiting => ({
        text: invitedInWords(row),
        href: addressOf(row),
        action: 'Read and answer',
        networkId: row.networkId,
      })),
})

export function invitedInWords({ by, title }: { by: string; title: string }): string {
  return `${by} invites you to the project ${quoted(title)}`
}
