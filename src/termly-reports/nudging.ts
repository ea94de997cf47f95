import type { Db } from '../database.js'
import type { House } from '../house.js'
import type { Network, Term } from '../networks/tables.js'
import type { Person } from '../people/person.js'
import { newId } from '../web/new-id.js'
import { now } from '../web/now.js'
import type { GroupInTerm } from './short-reports.js'

/** Reminds a group's lead learner of its report: a line in their day, and a letter where letters leave the house. */
export async function nudge(
  { db, mail, baseUrl }: Pick<House, 'db' | 'mail' | 'baseUrl'>,
  network: Network,
  term: Term,
  group: GroupInTerm,
  person: Person,
): Promise<void> {
  await recordNudge(db, term, group.id, person)
  const text = `${person.name} asks for the short report of “${group.name}” for ${term.name}.\n\nIt is begun already, from what your group logged:\n${baseUrl}/groups/${group.id}/reports/${term.slug}\n`
  for (const lead of group.leads)
    await mail.send({ to: lead.email, subject: `${network.name}: your group’s report for ${term.name}`, text })
}

export async function recordNudge(db: Db, term: Term, groupId: string, person: Person): Promise<void> {
  await db
    .insertInto('nudges')
    .values({ id: newId(), groupId, termId: term.id, nudgedAt: now(), nudgedBy: person.id })
    .execute()
}
