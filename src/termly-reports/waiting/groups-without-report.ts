import type { Db } from '../../database.js'
import type { ListOrSlot } from '../../database/in-the-same-words.js'

/** Those of these groups that have sent no short report for any of these terms. */
export function groupsWithoutReport(db: Db, groups: ListOrSlot, terms: ListOrSlot) {
  return db
    .selectFrom('groups')
    .select('groups.id')
    .where('groups.id', 'in', groups)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('shortReports')
            .select('shortReports.groupId')
            .whereRef('shortReports.groupId', '=', 'groups.id')
            .where('shortReports.termId', 'in', terms)
            .where('shortReports.sentAt', 'is not', null),
        ),
      ),
    )
}
