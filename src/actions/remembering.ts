import type { FoundAction } from './actions.js'

/** How the group's history knows an action. */
export function about(action: FoundAction) {
  const { networkId, groupId } = action.enquiry
  return { networkId, groupId, aboutKind: 'action', aboutId: action.id }
}
