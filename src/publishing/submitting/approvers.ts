import type { Db } from '../../database.js'
import type { Enquiry } from '../../enquiries/enquiry.js'

/** The co-leader of the theme and the network's leaders, by name. */
export async function approversOf(db: Db, enquiry: Pick<Enquiry, 'networkId' | 'themeId'>): Promise<string[]> {
  const rows = await db
    .selectFrom('networkRoles')
    .innerJoin('people', 'people.id', 'networkRoles.personId')
    .select('people.name')
    .distinct()
    .where('networkRoles.networkId', '=', enquiry.networkId)
    .where('networkRoles.endedAt', 'is', null)
    .where('people.disabledAt', 'is', null)
    .where(eb =>
      eb.or([
        eb('networkRoles.role', '=', 'network leader'),
        eb.and([eb('networkRoles.role', '=', 'co-leader'), eb('networkRoles.themeId', '=', enquiry.themeId ?? '')]),
      ]),
    )
    .orderBy('people.name')
    .execute()
  return rows.map(row => row.name)
}
