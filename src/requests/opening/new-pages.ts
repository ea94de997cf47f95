import type { Db } from '../../database.js'
import { today } from '../../web/now.js'
import type { FormState } from '../../web/read.js'
import type { NewBreachPage, NewRequestPage } from '../pages.js'
import { mayOpenFor, schoolsKeptBy } from '../permissions.js'
import type { RequestsOfNetwork } from '../requests.js'

/** The value that stands for the network itself. */
export const wholeNetwork = 'network'

/** Opening a case about a pupil or an adult. */
export async function newRequestPage(db: Db, there: RequestsOfNetwork, form: FormState): Promise<NewRequestPage> {
  const { network, head, listAddress } = there
  return {
    ...{ title: 'Open a case', head, listAddress, form, latest: today() },
    kinds: [
      { value: 'access', text: 'What we hold about them', hint: 'To be answered within a month.' },
      { value: 'erasure', text: 'That it is erased', hint: 'To be answered within a month. Two people erase.' },
    ],
    schools: await answerers(db, there),
    people: await peopleOf(db, network.id),
  }
}

export async function newBreachPage(db: Db, there: RequestsOfNetwork, form: FormState): Promise<NewBreachPage> {
  const { head, listAddress } = there
  const all = await answerers(db, there)
  return {
    ...{ title: 'Write down a breach', head, listAddress, form, latest: today() },
    schools: all.filter(one => one.value !== wholeNetwork),
    leads: all.some(one => one.value === wholeNetwork),
  }
}

/** The schools that this person answers for; the network itself, for its leaders. */
async function answerers(db: Db, { person, network }: RequestsOfNetwork): Promise<{ value: string; text: string }[]> {
  const own = schoolsKeptBy(person, network.id)
  const schools = await db
    .selectFrom('schools')
    .select(['id', 'name'])
    .where('id', 'in', [...own, ''])
    .orderBy('name')
    .execute()
  const leads = mayOpenFor(person, { networkId: network.id, schoolId: null })
  return [
    ...schools.map(({ id, name }) => ({ value: id, text: name })),
    ...(leads ? [{ value: wholeNetwork, text: 'The network, for somebody who works in none of its schools' }] : []),
  ]
}

async function peopleOf(db: Db, networkId: string): Promise<{ value: string; text: string }[]> {
  const rows = await db
    .selectFrom('people')
    .select(['id', 'name'])
    .where('id', 'in', eb => eb.selectFrom('networkRoles').select('personId').where('networkId', '=', networkId))
    .orderBy('name')
    .execute()
  return rows.map(({ id, name }) => ({ value: id, text: name }))
}
