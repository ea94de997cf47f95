import { inTheSameWords } from '../database/in-the-same-words.js'
import { inOwnGroups, tellsDates } from '../networks/year.js'

/**
 * The first and the last day of each action, for those in the group. Its words are the group's own and stay on its page:
 * a calendar is read by whoever has its address.
 */
export const datesOfActions = tellsDates({
  ofGroups: true,
  asks: inTheSameWords(inOwnGroups, (db, { own, networks, from, until }) =>
    db
      .selectFrom('actions')
      .innerJoin('groups', 'groups.id', 'actions.groupId')
      .select(['actions.id', 'actions.number', 'actions.startsOn', 'actions.endsOn', 'actions.version'])
      .select(['actions.groupId', 'actions.agreedAt', 'groups.name', 'groups.networkId'])
      .select(eb =>
        eb
          .selectFrom('facts')
          .select(e => e.fn.max('facts.at').as('at'))
          .where('facts.aboutKind', '=', 'action')
          .whereRef('facts.aboutId', '=', 'actions.id')
          .where('facts.kind', '=', 'action revised')
          .as('revisedAt'),
      )
      .where('actions.groupId', 'in', own)
      .where('groups.networkId', 'in', networks)
      .where('groups.closedAt', 'is', null)
      .where('actions.removedAt', 'is', null)
      .where(eb =>
        eb.or([
          eb.and([eb('actions.startsOn', '>=', from), eb('actions.startsOn', '<=', until)]),
          eb.and([eb('actions.endsOn', '>=', from), eb('actions.endsOn', '<=', until)]),
        ]),
      ),
  ),
  says: (actions, { from, until }) =>
    actions.flatMap(({ startsOn, endsOn, groupId, networkId, ...action }) => {
      const both = {
        ...{ kind: 'action', ends: null, where: '', href: `/actions/${action.id}`, networkId, groupId, mine: true },
        ...{ sequence: action.version, changedAt: action.revisedAt ?? action.agreedAt, cancelledAt: null },
      }
      const said = `Action A${action.number} of ${action.name}`
      const begins = { ...both, uid: `action-begins-${action.id}`, title: `${said} begins`, starts: startsOn ?? '' }
      const ends = { ...both, uid: `action-ends-${action.id}`, title: `${said} ends`, starts: endsOn ?? '' }
      return [begins, ends].filter(({ starts }) => starts >= from && starts <= until)
    }),
})
