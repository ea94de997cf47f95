import type { Db } from '../../database.js'
import type { Person } from '../../people/person.js'
import { rolesWaitingFor } from '../../people/roles/confirming-roles.js'
import { formOf, type FormState } from '../../web/read.js'
import { listed } from '../../words/words.js'
import { networkHead } from '../head.js'
import type { DataLeadsPage } from '../pages.js'
import type { Network, School } from '../tables.js'
import { dataLeadsOf, type InSchool, possibleDataLeads } from './data-leads.js'

/** The school whose data leads are asked for, and what the reader may do about them. */
export interface DataLeadsAsked {
  network: Network
  school: School
  heads: InSchool[]
  mayName: boolean
  mayEnd: boolean
  address: string
}

/** What the page of a school's data leads is given. */
export async function dataLeadsPage(
  db: Db,
  person: Person,
  { network, school, heads, mayName, mayEnd, address }: DataLeadsAsked,
  form: FormState = formOf(),
): Promise<DataLeadsPage & { breadcrumbs: { href: string; text: string }[] }> {
  const possible = mayName ? await possibleDataLeads(db, school.id, person) : []
  const asked = (await rolesWaitingFor(db, person)).filter(
    one => one.role === 'data lead' && one.schoolId === school.id,
  )
  return {
    title: `Data lead of ${school.name}`,
    breadcrumbs: [{ href: `/networks/${network.id}/schools`, text: 'Schools' }],
    head: networkHead(network, person, 'schools'),
    school: school.name,
    address,
    leads: (await dataLeadsOf(db, school.id)).map(({ name, roleId }) => ({
      name,
      end: mayEnd ? `${address}/${roleId}/ending` : null,
    })),
    asked: asked.map(({ id, name, asker }) => ({ name, asker, href: `/confirmations/${id}` })),
    possible: possible.map(one => ({ value: one.personId, text: one.name })),
    who:
      heads.length > 0
        ? `${listed(heads.map(one => one.name))}, head of the school, names the data lead. Nobody else does, whatever they lead; a head who is to be data lead is named by a network leader.`
        : 'The school has no head on the workbench, so a network leader names its data lead.',
    form,
    may: { name: mayEnd || possible.length > 0 },
  }
}
