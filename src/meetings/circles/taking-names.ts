import { inOne } from '../../database.js'
import { follower } from '../../facts/followers.js'
import { record } from '../../facts/facts.js'
import { aboutCircle } from './making.js'

/** A group's own circle is called as the group is, also once the group is called something else. */
export const groupCirclesTakeNames = follower({
  name: 'circles of groups take their names',
  follows: ['group renamed'],
  isPrompt: true,
  async run({ db }, { groupId }) {
    await inOne(db, async trx => {
      const circle = await trx
        .selectFrom('circles')
        .innerJoin('groups', 'groups.id', 'circles.groupId')
        .selectAll('circles')
        .select('groups.name as called')
        .where('circles.groupId', '=', groupId)
        .executeTakeFirst()
      if (!circle || circle.name === circle.called) return
      await trx.updateTable('circles').set({ name: circle.called }).where('id', '=', circle.id).execute()
      await record(trx, { kind: 'circle changed', by: null, ...aboutCircle(circle) })
    })
  },
})
