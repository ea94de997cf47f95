/** Whose term it is: a group's, or that of every group in a network. The same records tell both. */
export type Scope = { groupId: string } | { networkId: string }

/** The groups whose term it is, as a condition of a question. */
export function groupsInScope(scope: Scope): ['groups.id' | 'groups.networkId', '=', string] {
  return 'groupId' in scope ? ['groups.id', '=', scope.groupId] : ['groups.networkId', '=', scope.networkId]
}
