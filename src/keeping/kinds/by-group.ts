import type { Db } from '../../database.js'
import { breathe } from '../../web/limits/breathing.js'
import type { DueThing, WhatIsDue } from './kind.js'

/**
 * What is due of a network with many pieces, one group after the other: each question walks a stretch of one group, and everybody
 * else is answered in between. @param one what is due of a group after a thing, in the order of the things’ ids
 */
export async function dueByGroup(
  db: Db,
  asked: WhatIsDue,
  closedBefore: string | null,
  one: (groupId: string, after: string, most: number) => Promise<DueThing[]>,
): Promise<DueThing[]> {
  const groups = await db
    .selectFrom('groups')
    .select('id')
    .where('networkId', '=', asked.networkId)
    .$if(closedBefore !== null, query => query.where('closedAt', '<', closedBefore))
    .execute()
  const found: DueThing[] = []
  const last = asked.after
  for (const id of groups.map(row => row.id).sort()) {
    if (last && id < last.groupId!) continue
    found.push(...(await one(id, last?.groupId === id ? last.thing : '', asked.most - found.length)))
    if (found.length >= asked.most) break
    await breathe()
  }
  return found
}
