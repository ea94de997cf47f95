import type { Trx } from '../../database.js'
import { record } from '../../facts/facts.js'
import type { Person } from '../../people/person.js'
import { now } from '../../web/now.js'
import type { FoundAction } from '../actions.js'
import { aboutAction } from '../as-fact.js'
import type { Action } from '../tables.js'

/** The action has been tried as far as it was meant to be. Its effects can be judged before and after. */
export async function completeAction(trx: Trx, action: FoundAction, person: Person): Promise<void> {
  if (action.completedAt) return
  await settle(trx, action, person, { completedAt: now(), completedBy: person.id }, 'action completed')
}

export async function takeUpActionAgain(trx: Trx, action: FoundAction, person: Person): Promise<void> {
  if (!action.completedAt) return
  await settle(trx, action, person, { completedAt: null, completedBy: null }, 'action taken up again')
}

/** Shows the action and its effects to the network's leaders and the heads of the group's schools. */
export async function shareAction(trx: Trx, action: FoundAction, person: Person): Promise<void> {
  if (action.sharedAt) return
  await settle(trx, action, person, { sharedAt: now(), sharedBy: person.id }, 'action shared')
}

export async function takeBackAction(trx: Trx, action: FoundAction, person: Person): Promise<void> {
  if (!action.sharedAt) return
  await settle(trx, action, person, { sharedAt: null, sharedBy: null }, 'action taken back')
}

/** Takes an action off every page: it was never tried, or was agreed by mistake. It can be brought back. */
export async function removeAction(trx: Trx, action: FoundAction, person: Person): Promise<void> {
  if (action.removedAt) return
  await settle(trx, action, person, { removedAt: now(), removedBy: person.id }, 'action removed')
}

export async function bringBackAction(trx: Trx, action: FoundAction, person: Person): Promise<void> {
  if (!action.removedAt) return
  await settle(trx, action, person, { removedAt: null, removedBy: null }, 'action brought back')
}

type Settling = `action ${'completed' | 'taken up again' | 'shared' | 'taken back' | 'removed' | 'brought back'}`

async function settle(
  trx: Trx,
  action: FoundAction,
  person: Person,
  set: Partial<Action>,
  kind: Settling,
): Promise<void> {
  await trx.updateTable('actions').set(set).where('id', '=', action.id).execute()
  await record(trx, { kind, by: person, ...aboutAction(action) })
}
