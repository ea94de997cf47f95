import type { Db } from '../../database.js'
import { inTheSameWords } from '../../database/in-the-same-words.js'
import { day } from '../../words/words.js'
import type { Around } from '../../enquiries/around.js'
import { isNearEnd, termNow } from '../../networks/terms/term-now.js'
import { waits } from '../../web/waiting.js'
import { groupsWithoutReport } from './groups-without-report.js'

/** The short report of each group that somebody leads: from four weeks before the end of term, or once asked for. */
export const termReportsToSend = waits({
  asks: inTheSameWords(
    (around: Around) => {
      const led = groupsInTerm(around)
      return {
        groups: led.map(one => one.enquiry.groupId),
        terms: led.map(one => one.term.id),
        near: led.filter(one => isNearEnd(one.term, around.today)).map(one => one.enquiry.groupId),
      }
    },
    (db, { groups, terms, near }) =>
      groupsWithoutReport(db, groups, terms).where(({ or, eb, exists, selectFrom }) =>
        or([
          eb('groups.id', 'in', near),
          exists(
            selectFrom('nudges')
              .select('nudges.groupId')
              .whereRef('nudges.groupId', '=', 'groups.id')
              .where('nudges.termId', 'in', terms),
          ),
        ]),
      ),
  ),
  async says(rows, around) {
    const owing = groupsInTerm(around).filter(one => rows.some(row => row.id === one.enquiry.groupId))
    const nudges = await nudgesOf(around.db, owing)
    return owing.map(({ enquiry, term }) => ({
      text: reportOwedInWords({
        group: enquiry.groupName,
        term: term.name,
        nudge: nudges.find(one => one.groupId === enquiry.groupId && one.termId === term.id),
      }),
      href: `/groups/${enquiry.groupId}/reports/${term.slug}`,
      action: 'Finish the report',
      due: term.endsOn,
      networkId: enquiry.networkId,
      groupId: enquiry.groupId,
    }))
  },
})

/** The groups that somebody leads and that are at work in the term that runs. */
function groupsInTerm({ person, enquiries, terms, today }: Around) {
  return enquiries.flatMap(enquiry => {
    const term = termNow({ terms, today }, enquiry.networkId)
    const atWork = term && enquiry.closedAt === null && !(enquiry.finishedAt && enquiry.finishedAt < term.startsOn)
    return person.leads(enquiry.groupId) && atWork ? [{ enquiry, term }] : []
  })
}

/** Who asked for these reports, the last first. */
function nudgesOf(db: Db, owing: ReturnType<typeof groupsInTerm>) {
  const ids = (of: (one: (typeof owing)[number]) => string) => owing.map(of)
  return db
    .selectFrom('nudges')
    .innerJoin('people', 'people.id', 'nudges.nudgedBy')
    .select(['nudges.groupId', 'nudges.termId', 'nudges.nudgedAt', 'people.name'])
    .where(
      'nudges.termId',
      'in',
      ids(one => one.term.id),
    )
    .where(
      'nudges.groupId',
      'in',
      ids(one => one.enquiry.groupId),
    )
    .orderBy('nudges.nudgedAt', 'desc')
    .execute()
}

export function reportOwedInWords(one: {
  group: string
  term: string
  nudge?: { name: string; nudgedAt: string } | undefined
}): string {
  const asked = one.nudge ? ` ${one.nudge.name} asked for it on ${day(one.nudge.nudgedAt)}.` : ''
  return `The report of ${one.group} for the ${lowered(one.term)} is begun from what you logged.${asked}`
}

function lowered(term: string): string {
  return term.charAt(0).toLowerCase() + term.slice(1)
}
