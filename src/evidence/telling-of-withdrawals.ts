import type { House } from '../house.js'
import type { Person } from '../people/person.js'
import type { Piece } from './evidence.js'

/** A notice to whoever leads the group, without anything of the piece: only that there is a list to go through. */
export async function tellLeads(
  { db, mail, baseUrl }: Pick<House, 'db' | 'mail' | 'baseUrl'>,
  piece: Pick<Piece, 'groupId'>,
  person: Pick<Person, 'id'>,
  list: string,
): Promise<void> {
  const leads = await db
    .selectFrom('groupPeople')
    .innerJoin('people', 'people.id', 'groupPeople.personId')
    .select(['people.id', 'people.email'])
    .where('groupPeople.groupId', '=', piece.groupId)
    .where('groupPeople.role', '=', 'lead learner')
    .where('groupPeople.leftAt', 'is', null)
    .where('people.disabledAt', 'is', null)
    .execute()
  const text = `A piece of evidence of your group was withdrawn, and nobody sees it any more. You need not do anything at once.\n\nWhat leaned on it is listed here:\n${baseUrl}/withdrawals/${list}\n`
  for (const lead of leads)
    if (lead.id !== person.id) await mail.send({ to: lead.email, subject: 'A piece of evidence was withdrawn', text })
}
