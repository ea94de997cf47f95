import type { Db } from '../../database.js'
import type { FormState } from '../../web/read.js'
import type { OpenVisit } from '../finding.js'
import { peopleToInvite } from '../links.js'
import type { VisitPeoplePage } from '../pages.js'

/** Who hosts it and who is asked, and who could be. */
export async function peoplePage(
  db: Db,
  { found, head, listAddress, address }: OpenVisit,
  form: FormState,
): Promise<VisitPeoplePage> {
  const { visit } = found
  const rows = await db
    .selectFrom('visitPeople')
    .innerJoin('people', 'people.id', 'visitPeople.personId')
    .select(['people.id', 'people.name', 'visitPeople.standing'])
    .where('visitPeople.visitId', '=', visit.id)
    .where('visitPeople.removedAt', 'is', null)
    .orderBy('people.name')
    .execute()
  const planner = await db
    .selectFrom('people')
    .select(['id', 'name'])
    .where('id', '=', visit.offeredBy)
    .executeTakeFirstOrThrow()
  const hosts = rows.filter(row => row.standing === 'host')
  return {
    title: 'Who hosts it, and who is asked',
    head,
    listAddress,
    address,
    visit,
    hosts: [{ ...planner, removable: false }, ...hosts.map(({ id, name }) => ({ id, name, removable: true }))],
    invited: rows.filter(row => row.standing === 'invited').map(({ id, name }) => ({ id, name })),
    people: await peopleToInvite(db, visit.networkId, [visit.offeredBy, ...rows.map(row => row.id)]),
    form,
  }
}
