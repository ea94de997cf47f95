import type { Db } from '../../database.js'
import { asksWith, type Slots } from '../../database/in-the-same-words.js'
import type { BesidePart } from '../../networks/year.js'
import { today } from '../../web/now.js'
import { listed } from '../list-page.js'
import { type VisitInList, visitsOnPage } from '../listing.js'

/** What can be seen in a school, on its page. */
export const visitsBesideSchool: BesidePart = {
  of: 'school',
  view: 'visits/_beside',
  async load(db, person, id) {
    const school = await db.selectFrom('schools').select(['id', 'networkId']).where('id', '=', id).executeTakeFirst()
    if (!school || !person.works(school.networkId)) return undefined
    const rows = await visitsOnPage(
      db,
      { networkId: school.networkId, showing: 'ahead', schools: [school.id] },
      { number: 1, perPage: 5 },
    )
    return asGiven(rows, school.networkId)
  },
}

/** Where a group can go and look: visits that are for it, or belong to its question. */
export const visitsBesideGroup: BesidePart = {
  of: 'group',
  view: 'visits/_beside',
  async load(db, person, id) {
    const group = await db.selectFrom('groups').select(['id', 'networkId']).where('id', '=', id).executeTakeFirst()
    if (!group || !person.works(group.networkId)) return undefined
    const only = await visitsOfGroup(db, id)
    if (only.length === 0) return undefined
    const rows = await visitsOnPage(
      db,
      { networkId: group.networkId, showing: 'ahead', only },
      { number: 1, perPage: 5 },
    )
    return asGiven(rows, group.networkId)
  },
}

async function visitsOfGroup(db: Db, groupId: string): Promise<string[]> {
  const rows = await visitsFrom(db, { groupId, day: today() })
  return rows.map(one => one.id)
}

const visitsFrom = asksWith((db, { groupId, day }: Slots<{ groupId: string; day: string }>) =>
  db
    .selectFrom('visitLinks')
    .innerJoin('visits', 'visits.id', 'visitLinks.visitId')
    .select('visits.id')
    .where('visitLinks.kind', '=', 'group')
    .where('visitLinks.target', '=', groupId)
    .where('visits.lastOn', '>=', day)
    .unionAll(
      db
        .selectFrom('visits')
        .select('visits.id')
        .where('visits.groupId', '=', groupId)
        .where('visits.lastOn', '>=', day),
    ),
)

function asGiven(rows: VisitInList[], networkId: string): Record<string, unknown> | undefined {
  if (rows.length === 0) return undefined
  const address = `/networks/${networkId}/visits`
  return { visits: rows.map(row => listed(row, address)), address }
}
