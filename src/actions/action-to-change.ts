import type { Db } from '../database.js'
import { allow } from '../errors.js'
import type { Reader } from '../names/reader.js'
import { findAction, type FoundAction } from './actions.js'
import { mayChangeAction } from './permissions.js'

/** An action, for whoever may change it. @throws NotFound, NotAllowed */
export async function actionToChange(db: Db, person: Reader, id: string): Promise<FoundAction> {
  const action = await findAction(db, person, id)
  allow(mayChangeAction(action.enquiry, action))
  return action
}
