import type { DatesOf } from '../networks/year.js'
import { dayOf } from '../web/now.js'

/** The last day of term, for whoever leads a group that is at work and has not sent its report. */
export const daysReportsAreDue: DatesOf = async (db, person, networkIds, { from, until }) => {
  const led = person.membershipsWith('leads the group').map(one => one.groupId)
  if (led.length === 0) return []
  const rows = await db
    .selectFrom('groups')
    .innerJoin('terms', 'terms.networkId', 'groups.networkId')
    .leftJoin('shortReports', join =>
      join.onRef('shortReports.groupId', '=', 'groups.id').onRef('shortReports.termId', '=', 'terms.id'),
    )
    .select(['groups.id', 'groups.name', 'groups.networkId', 'groups.proposedAt'])
    .select(['terms.id as termId', 'terms.name as term', 'terms.slug', 'terms.endsOn'])
    .select(['terms.sequence', 'terms.changedAt'])
    .where('groups.id', 'in', led)
    .where('groups.networkId', 'in', [...networkIds, ''])
    .where('groups.closedAt', 'is', null)
    .where('terms.endsOn', '>=', from)
    .where('terms.endsOn', '<=', until)
    .where('shortReports.sentAt', 'is', null)
    .execute()
  return rows
    .filter(row => dayOf(row.proposedAt) <= row.endsOn)
    .map(row => ({
      ...{ uid: `report-due-${row.id}-${row.termId}`, kind: 'report due', starts: row.endsOn, ends: null, where: '' },
      title: `The report of ${row.name} is due, ${row.term}`,
      ...{ href: `/groups/${row.id}/reports/${row.slug}`, networkId: row.networkId, groupId: row.id, mine: true },
      ...{ sequence: row.sequence, changedAt: row.changedAt ?? row.proposedAt, cancelledAt: null },
    }))
}
