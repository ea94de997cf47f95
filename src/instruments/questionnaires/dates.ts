import { inTheSameWords } from '../../database/in-the-same-words.js'
import { inOwnGroups, tellsDates } from '../../networks/year.js'

/** The last day on which a questionnaire of the group's can be answered, for those in the group. */
export const lastDaysOfQuestionnaires = tellsDates({
  ofGroups: true,
  asks: inTheSameWords(inOwnGroups, (db, { own, networks, from, until }) =>
    db
      .selectFrom('questionnaires')
      .innerJoin('groups', 'groups.id', 'questionnaires.groupId')
      .select(['questionnaires.id', 'questionnaires.endsOn', 'questionnaires.openedAt', 'questionnaires.groupId'])
      .select(['groups.name', 'groups.networkId'])
      .where('questionnaires.groupId', 'in', own)
      .where('groups.networkId', 'in', networks)
      .where('questionnaires.closedAt', 'is', null)
      .where('questionnaires.endsOn', '>=', from)
      .where('questionnaires.endsOn', '<=', until),
  ),
  says: rows =>
    rows.map(({ id, endsOn, openedAt, groupId, name, networkId }) => ({
      ...{ uid: `questionnaire-${id}`, kind: 'questionnaire', starts: endsOn, ends: null, where: '' },
      ...{ title: `A questionnaire of ${name} ends`, href: `/questionnaires/${id}`, networkId, groupId, mine: true },
      ...{ sequence: 0, changedAt: openedAt, cancelledAt: null },
    })),
})
