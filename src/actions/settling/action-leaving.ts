import type { Db, Trx } from '../../database.js'
import { unread } from '../../names/names.js'
import { type Instead, withInstead } from '../../texts/instead.js'
import type { WayOut } from '../../texts/ways-out.js'
import { findAction, type FoundAction } from '../actions.js'
import { mayShareActions } from '../permissions.js'

/** An action with what each school made of it, about to be shared beyond the group. */
export const actionLeaves: WayOut = {
  at: '/actions/:action/sharing',
  async leaving(db, person, { action: id }) {
    const action = await findAction(db, person, id!)
    if (!mayShareActions(action.enquiry)) return undefined
    const own = [action.action, action.expectedEffect, action.steps]
    const words = [...own, ...(await atSchools(db, action)).flatMap(one => [one.adaptation, one.whatHappened])]
    const { groupId, networkId } = action.enquiry
    return {
      groupId,
      networkId,
      texts: words.map(text => ({ words: text, place: `/actions/${action.id}` })),
      page: `/actions/${action.id}`,
      reword: (trx, changesIn) => rewordAction(trx, action, changesIn),
    }
  },
}

async function atSchools(db: Db, { id }: Pick<FoundAction, 'id'>) {
  return unread(await db.selectFrom('actionSchools').selectAll().where('actionId', '=', id).execute())
}

async function rewordAction(trx: Trx, action: FoundAction, changesIn: (words: string) => Instead[]): Promise<void> {
  const anew = (words: string) => withInstead(words, changesIn(words))
  await trx
    .updateTable('actions')
    .set({ action: anew(action.action), expectedEffect: anew(action.expectedEffect), steps: anew(action.steps) })
    .where('id', '=', action.id)
    .execute()
  for (const one of await atSchools(trx, action))
    await trx
      .updateTable('actionSchools')
      .set({ adaptation: anew(one.adaptation), whatHappened: anew(one.whatHappened) })
      .where('id', '=', one.id)
      .execute()
}
