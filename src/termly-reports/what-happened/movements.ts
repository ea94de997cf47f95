import type { Db } from '../../database.js'
import { type Moved, whatMoved } from '../../enquiries/history/what-moved.js'
import { groupsInScope, type Scope } from './scope.js'
import type { Window } from './window.js'

/** What moved a group, with the group's name. */
export type GroupMoved = Moved & { group: string }

/** What the groups are called, by their ids. */
export async function namesOfGroups(db: Db, scope: Scope): Promise<Map<string, string>> {
  const groups = await db
    .selectFrom('groups')
    .select(['groups.id', 'groups.name'])
    .where(...groupsInScope(scope))
    .execute()
  return new Map(groups.map(group => [group.id, group.name]))
}

/** Everything that moved these groups in the time, in its order. */
export async function movedIn(db: Db, names: Map<string, string>, window: Window): Promise<GroupMoved[]> {
  const moved = await whatMoved(db, [...names.keys()], window)
  return moved.map(one => ({ ...one, group: names.get(one.groupId)! }))
}

/** Groups that were proposed, by name. */
export function groupsBegun(moved: GroupMoved[]): string[] {
  return groupsThat(moved, 'group proposed')
}

/** Groups that finished a cycle, by name; a group that finished two stands twice. */
export function cyclesFinished(moved: GroupMoved[]): string[] {
  return groupsThat(moved, 'cycle finished')
}

function groupsThat(moved: GroupMoved[], kind: Moved['kind']): string[] {
  return moved
    .filter(one => one.kind === kind)
    .map(one => one.group)
    .sort((one, other) => one.localeCompare(other))
}

export interface StageMove {
  group: string
  from: string
  to: string
  /** What the group said as it moved. */
  sentence: string
}

/** Every move from one stage to another, in the order of time. */
export function stageMoves(moved: GroupMoved[]): StageMove[] {
  return moved.flatMap(one =>
    one.kind === 'stage moved'
      ? [{ group: one.group, from: one.details.from, to: one.details.to, sentence: one.because ?? '' }]
      : [],
  )
}
