import type { Db } from '../database.js'
import { remember } from '../groups/history.js'
import { noteInAudit } from '../people/audit.js'
import type { Person } from '../people/person.js'
import { now } from '../web/now.js'
import type { FoundAction } from './actions.js'
import { about } from './remembering.js'
import type { Action } from './tables.js'

/** The action has been tried as far as it was meant to be. Its effects can be judged before and after. */
export async function completeAction(db: Db, action: FoundAction, person: Person): Promise<void> {
  if (action.completedAt) return
  const label = `completed action A${action.number}`
  await settle(db, action, person, { completedAt: now(), completedBy: person.id }, label)
}

export async function takeUpActionAgain(db: Db, action: FoundAction, person: Person): Promise<void> {
  if (!action.completedAt) return
  await settle(db, action, person, { completedAt: null, completedBy: null }, `took up action A${action.number} again`)
}

/** Shows the action and its effects to the network's leaders and the heads of the group's schools. */
export async function shareAction(db: Db, action: FoundAction, person: Person): Promise<void> {
  if (action.sharedAt) return
  const label = `shared action A${action.number}`
  await settle(db, action, person, { sharedAt: now(), sharedBy: person.id }, label, 'shared an action')
}

export async function takeBackAction(db: Db, action: FoundAction, person: Person): Promise<void> {
  if (!action.sharedAt) return
  const label = `took action A${action.number} back into the group`
  await settle(db, action, person, { sharedAt: null, sharedBy: null }, label, 'took back an action')
}

/** Takes an action off every page: it was never tried, or was agreed by mistake. It can be brought back. */
export async function removeAction(db: Db, action: FoundAction, person: Person): Promise<void> {
  if (action.removedAt) return
  await settle(db, action, person, { removedAt: now(), removedBy: person.id }, `removed action A${action.number}`)
}

export async function bringBackAction(db: Db, action: FoundAction, person: Person): Promise<void> {
  if (!action.removedAt) return
  await settle(db, action, person, { removedAt: null, removedBy: null }, `brought back action A${action.number}`)
}

async function settle(
  db: Db,
  action: FoundAction,
  person: Person,
  facts: Partial<Action>,
  did: string,
  audited?: string,
): Promise<void> {
  await db.transaction().execute(async trx => {
    await trx.updateTable('actions').set(facts).where('id', '=', action.id).execute()
    await remember(trx, about(action), person, did)
    if (!audited) return
    const { networkId } = action.enquiry
    await noteInAudit(trx, { personId: person.id, did: audited, aboutKind: 'action', aboutId: action.id, networkId })
  })
}
