import { inTheSameWords } from '../database/in-the-same-words.js'
import type { CalendarDate } from '../icalendar/calendar-date.js'
import { tellsDates } from '../networks/year.js'
import { dayOf } from '../web/now.js'

/** The last day of term, for whoever leads a group that is at work and has not sent its report. */
export const daysReportsAreDue = tellsDates({
  ofGroups: true,
  asks: inTheSameWords(
    ({ person, networkIds, from, until }) => ({
      led: person.membershipsWith('leads the group').map(one => one.groupId),
      networks: networkIds,
      from,
      until,
    }),
    (db, { led, networks, from, until }) =>
      db
        .selectFrom('groups')
        .innerJoin('terms', 'terms.networkId', 'groups.networkId')
        .leftJoin('shortReports', join =>
          join.onRef('shortReports.groupId', '=', 'groups.id').onRef('shortReports.termId', '=', 'terms.id'),
        )
        .select(['groups.id', 'groups.name', 'groups.networkId', 'groups.proposedAt'])
        .select(['terms.id as termId', 'terms.name as term', 'terms.slug', 'terms.endsOn'])
        .select(['terms.sequence', 'terms.changedAt'])
        .where('groups.id', 'in', led)
        .where('groups.networkId', 'in', networks)
        .where('groups.closedAt', 'is', null)
        .where('terms.endsOn', '>=', from)
        .where('terms.endsOn', '<=', until)
        .where('shortReports.sentAt', 'is', null),
  ),
  says: rows => rows.filter(row => dayOf(row.proposedAt) <= row.endsOn).map(dayReportIsDue),
})

/** The day on which the report of a group is due, for whoever leads it. */
export function dayReportIsDue(of: {
  id: string
  name: string
  networkId: string
  proposedAt: string
  termId: string
  term: string
  slug: string
  endsOn: string
  sequence: number
  changedAt: string | null
}): CalendarDate {
  return {
    ...{ uid: `report-due-${of.id}-${of.termId}`, kind: 'report due', starts: of.endsOn, ends: null, where: '' },
    title: `The report of ${of.name} is due, ${of.term}`,
    ...{ href: `/groups/${of.id}/reports/${of.slug}`, networkId: of.networkId, groupId: of.id, mine: true },
    ...{ sequence: of.sequence, changedAt: of.changedAt ?? of.proposedAt, cancelledAt: null },
  }
}
