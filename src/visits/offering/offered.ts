import type { Offered } from '../../web/read.js'
import type { Db } from '../../database.js'
import type { Network } from '../../networks/tables.js'
import type { Person } from '../../people/person.js'
import type { VisitFormPage } from '../pages.js'

/** What can be chosen on the form of a visit; a group or theme that has closed meanwhile can stay. */
export async function offeredOn(
  db: Db,
  network: Pick<Network, 'id'>,
  { choices, answers }: Pick<VisitFormPage, 'choices' | 'answers'>,
): Promise<Record<string, Offered>> {
  const ofNetwork = (table: 'groups' | 'themes') =>
    db.selectFrom(table).select('id as value').where('networkId', '=', network.id).execute()
  const groups = await ofNetwork('groups')
  return {
    group: { among: groups, otherwise: 'Choose a group of this network' },
    groups: { among: groups, otherwise: 'Choose groups of this network' },
    theme: { among: await ofNetwork('themes'), otherwise: 'Choose a theme of this network' },
    recommendation: {
      among: choices.recommendations,
      otherwise: 'Choose a recommendation that is in place in your school, or none',
    },
    answers: {
      among: answers ? [{ value: answers.id }] : [],
      otherwise: 'The request that you answer is not there any more. You can offer the visit all the same',
    },
  }
}

/** Whether somebody can show this school; nothing where they can, or why they cannot. */
export async function whyNotFrom(
  db: Db,
  person: Person,
  network: Pick<Network, 'id'>,
  school: string,
): Promise<string | undefined> {
  const found = await db
    .selectFrom('schools')
    .select(['name', 'leftAt'])
    .where('id', '=', school)
    .where('networkId', '=', network.id)
    .executeTakeFirst()
  if (!found || !person.schoolsIn(network.id).includes(school)) return 'Choose a school that you work in'
  return found.leftAt ? `${found.name} does not belong to the network any more` : undefined
}

/** Whether the school that is asked belongs to the network now. */
export async function isSchoolOf(db: Db, network: Pick<Network, 'id'>, school: string): Promise<boolean> {
  const row = await db
    .selectFrom('schools')
    .select('id')
    .where('id', '=', school)
    .where('networkId', '=', network.id)
    .where('leftAt', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}
