import type { Db } from '../database.js'
import { record } from '../facts/facts.js'
import type { Person } from '../people/person.js'
import { now } from '../web/now.js'
import type { FoundAction } from './actions.js'
import { about } from './remembering.js'
import type { Action } from './tables.js'

/** The action has been tried as far as it was meant to be. Its effects can be judged before and after. */
export async function completeAction(db: Db, action: FoundAction, person: Person): Promise<void> {
  if (action.completedAt) return
  await settle(db, action, person, { completedAt: now(), completedBy: person.id }, 'action completed')
}

export async function takeUpActionAgain(db: Db, action: FoundAction, person: Person): Promise<void> {
  if (!action.completedAt) return
  await settle(db, action, person, { completedAt: null, completedBy: null }, 'action taken up again')
}

/** Shows the action and its effects to the network's leaders and the heads of the group's schools. */
export async function shareAction(db: Db, action: FoundAction, person: Person): Promise<void> {
  if (action.sharedAt) return
  await settle(db, action, person, { sharedAt: now(), sharedBy: person.id }, 'action shared')
}

export async function takeBackAction(db: Db, action: FoundAction, person: Person): Promise<void> {
  if (!action.sharedAt) return
  await settle(db, action, person, { sharedAt: null, sharedBy: null }, 'action taken back')
}

/** Takes an action off every page: it was never tried, or was agreed by mistake. It can be brought back. */
export async function removeAction(db: Db, action: FoundAction, person: Person): Promise<void> {
  if (action.removedAt) return
  await settle(db, action, person, { removedAt: now(), removedBy: person.id }, 'action removed')
}

export async function bringBackAction(db: Db, action: FoundAction, person: Person): Promise<void> {
  if (!action.removedAt) return
  await settle(db, action, person, { removedAt: null, removedBy: null }, 'action brought back')
}

type Settling = `action ${'completed' | 'taken up again' | 'shared' | 'taken back' | 'removed' | 'brought back'}`

async function settle(
  db: Db,
  action: FoundAction,
  person: Person,
  set: Partial<Action>,
  kind: Settling,
): Promise<void> {
  await db.transaction().execute(async trx => {
    await trx.updateTable('actions').set(set).where('id', '=', action.id).execute()
    await record(trx, { kind, by: person, ...about(action) })
  })
}
