import { inTheSameWords } from '../database/in-the-same-words.js'
import { tellsDates } from '../networks/year.js'
import { schoolsHeaded } from './waiting/schools-headed.js'

/** The day on which a head wanted to look at a recommendation again, for whoever answers for the school. */
export const daysToLookAgain = tellsDates({
  asks: inTheSameWords(
    ({ person, networkIds, from, until }) => ({ schools: schoolsHeaded(person), networks: networkIds, from, until }),
    (db, { schools, networks, from, until }) =>
      db
        .selectFrom('responses')
        .innerJoin('recommendations', 'recommendations.id', 'responses.recommendationId')
        .innerJoin('groups', 'groups.id', 'recommendations.groupId')
        .innerJoin('schools', 'schools.id', 'responses.schoolId')
        .select(['responses.id', 'responses.recommendationId', 'responses.schoolId', 'responses.reviewOn'])
        .select(['responses.version', 'responses.answeredAt', 'responses.sentAt', 'groups.networkId'])
        .select(['groups.name as group', 'schools.name as school'])
        .where('responses.schoolId', 'in', schools)
        .where('groups.networkId', 'in', networks)
        .where('responses.reviewOn', '>=', from)
        .where('responses.reviewOn', '<=', until)
        .where('recommendations.withdrawnAt', 'is', null),
  ),
  says: rows =>
    rows.map(row => ({
      ...{ uid: `look-again-${row.id}`, kind: 'look again', starts: row.reviewOn!, ends: null, where: '' },
      title: `Look again: what ${row.group} recommended to ${row.school}`,
      href: `/recommendations/${row.recommendationId}/responses/${row.schoolId}`,
      // What is recommended to a school is the school's own, and no date of the group's.
      ...{ networkId: row.networkId, groupId: null, mine: true, sequence: row.version },
      ...{ changedAt: row.answeredAt ?? row.sentAt, cancelledAt: null },
    })),
})
