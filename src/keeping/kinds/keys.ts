import { record } from '../../facts/facts.js'
import { now } from '../../web/now.js'
import { aboutKey } from '../../keys/keys.js'
import { endedBefore, overOn } from './days.js'
import type { KeptKind } from './kind.js'

/** The names behind pupils’ codes, which nobody needs once the group has closed and its claims are checked. */
export const keysKept: KeptKind = {
  kind: 'keys',
  name: 'Keys to pupils’ names',
  holds: 'Which pupil stands behind a code such as P07, in a sealed file that two people of the school can open.',
  from: 'after the group is closed',
  because:
    'Without the key nobody can tell any more who a code stands for; it is needed only while a school still follows its pupils up.',
  offered: [1, 3, 6, 12],
  usual: 3,
  words: ['key to pupils’ names', 'keys to pupils’ names'],
  erased: 'The key is erased with every name in it. The codes stay in the texts.',
  async due(db, asked) {
    const rows = await db
      .selectFrom('pupilKeys')
      .innerJoin('groups', 'groups.id', 'pupilKeys.groupId')
      .select(['pupilKeys.id', 'pupilKeys.groupId', 'groups.closedAt'])
      .where('groups.networkId', '=', asked.networkId)
      .where('groups.closedAt', '<', endedBefore(asked))
      .where('pupilKeys.erasedAt', 'is', null)
      .$if(asked.only !== undefined, query => query.where('pupilKeys.id', 'in', asked.only!))
      .where('pupilKeys.id', '>', asked.after?.thing ?? '')
      .orderBy('pupilKeys.id')
      .limit(asked.most)
      .execute()
    return rows.map(({ id, groupId, closedAt }) => ({
      thing: id,
      groupId,
      label: '',
      dueOn: overOn(closedAt!, asked.months),
    }))
  },
  async erase(trx, things) {
    const rows = await trx
      .selectFrom('pupilKeys')
      .innerJoin('groups', 'groups.id', 'pupilKeys.groupId')
      .select(['pupilKeys.id', 'groups.networkId'])
      .where('pupilKeys.id', 'in', things)
      .execute()
    for (const key of rows) {
      await trx.updateTable('pupilKeys').set({ erasedAt: now() }).where('id', '=', key.id).execute()
      await record(trx, { kind: 'key erased', by: null, ...aboutKey(key) })
    }
  },
}
