import type { Db } from '../../database.js'
import { factOf, type FactOf } from '../../facts/facts.js'
import { unread } from '../../names/names.js'
import '../facts.js'
import { isReturn } from '../stages/moving-stage.js'

const kinds = ['group proposed', 'cycle begun', 'stage moved', 'cycle finished'] as const
type Moving = (typeof kinds)[number]

/** What moved a group: it was proposed, began another cycle, went on or back, or finished a cycle. */
export type Moved = {
  [Kind in Moving]: Pick<FactOf<Kind>, 'kind' | 'at' | 'aboutId' | 'because' | 'details'> & { groupId: string }
}[Moving]

/**
 * Everything that moved these groups, in the order of time, as its facts tell it. What was done before facts were is
 * known to the tables alone, and is told from them in the same way. Who may hear a reason is for whoever asks.
 * @param from the first moment; `until` is the first that does not count any more
 */
export async function whatMoved(
  db: Db,
  groupIds: string[],
  { from, until = '9999' }: { from: string; until?: string },
): Promise<Moved[]> {
  if (groupIds.length === 0) return []
  const rows = await db
    .selectFrom('facts')
    .selectAll()
    .where('groupId', 'in', groupIds)
    .where('kind', 'in', kinds)
    .where('at', '>=', from)
    .execute()
  const moved = rows.map(row => factOf(row) as Moved)
  const known = new Set(moved.map(keyOf))
  const before = [...(await movesBefore(db, groupIds, from)), ...(await cyclesBefore(db, groupIds, from))]
  return [...moved, ...before.filter(one => !known.has(keyOf(one)))]
    .filter(({ at }) => at >= from && at < until)
    .sort((one, other) => one.at.localeCompare(other.at))
}

function keyOf(one: Moved): string {
  return `${one.kind} ${one.kind === 'stage moved' ? one.details.move : one.aboutId}`
}

async function movesBefore(db: Db, groupIds: string[], from: string): Promise<Moved[]> {
  const rows = await db
    .selectFrom('stageMoves')
    .innerJoin('enquiries', 'enquiries.id', 'stageMoves.enquiryId')
    .selectAll('stageMoves')
    .select('enquiries.groupId')
    .where('enquiries.groupId', 'in', groupIds)
    .where('stageMoves.movedAt', '>=', from)
    .execute()
  return unread(rows).map(row => {
    const way = { from: row.fromStage, to: row.toStage }
    const details = { ...way, back: isReturn(way.from, way.to), move: row.id }
    return {
      kind: 'stage moved',
      groupId: row.groupId,
      at: row.movedAt,
      aboutId: way.to,
      because: row.sentence,
      details,
    }
  })
}

async function cyclesBefore(db: Db, groupIds: string[], from: string): Promise<Moved[]> {
  const rows = await db
    .selectFrom('enquiries')
    .innerJoin('groups', 'groups.id', 'enquiries.groupId')
    .selectAll('enquiries')
    .select('groups.proposedAt')
    .where('groupId', 'in', groupIds)
    .where(eb => eb.or([eb('beganAt', '>=', from), eb('proposedAt', '>=', from), eb('finishedAt', '>=', from)]))
    .execute()
  return unread(rows).flatMap(
    ({ id, groupId, cycle, question, beganAt, proposedAt, finishedAt, decision, decidedBecause }) => {
      const begun: Moved =
        cycle === 1
          ? { kind: 'group proposed', groupId, at: proposedAt, aboutId: groupId, because: null, details: { question } }
          : { kind: 'cycle begun', groupId, at: beganAt, aboutId: id, because: null, details: { cycle, question } }
      if (finishedAt === null) return [begun]
      const details = { cycle, decision: decision ?? '' }
      return [begun, { kind: 'cycle finished', groupId, at: finishedAt, aboutId: id, because: decidedBecause, details }]
    },
  )
}
