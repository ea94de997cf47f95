import type { Db } from '../database.js'
import { type HistoryLine, latestIn } from '../groups/history.js'
import type { Enquiry } from './enquiry.js'

/** The group's earlier cycles, the newest first: they stay to be read. */
export async function earlierCycles(db: Db, enquiry: Enquiry) {
  const rows = await db
    .selectFrom('enquiries')
    .select(['cycle', 'question', 'stage', 'finishedAt'])
    .where('groupId', '=', enquiry.groupId)
    .where('cycle', '<', enquiry.newestCycle)
    .orderBy('cycle', 'desc')
    .execute()
  return rows.map(row => ({
    ...row,
    finishedAt: row.finishedAt ?? '',
    href: `/groups/${enquiry.groupId}/cycles/${row.cycle}`,
  }))
}

export async function groupFacts(db: Db, groupId: string) {
  return db
    .selectFrom('groups')
    .leftJoin('themes', 'themes.id', 'groups.themeId')
    .select(['groups.why', 'groups.joinCode', 'themes.name as theme'])
    .where('groups.id', '=', groupId)
    .executeTakeFirstOrThrow()
}

export function latestOf(db: Db, enquiry: Enquiry): Promise<HistoryLine[]> {
  return latestIn(db, enquiry.groupId, 5)
}
