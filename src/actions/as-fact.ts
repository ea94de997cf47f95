import type { FoundAction } from './found-action.js'

/** How a fact knows an action. */
export function aboutAction(action: FoundAction) {
  const { networkId, groupId } = action.enquiry
  return { networkId, groupId, aboutKind: 'action', aboutId: action.id, number: action.number }
}
