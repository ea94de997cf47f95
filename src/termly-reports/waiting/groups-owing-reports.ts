import { inTheSameWords } from '../../database/in-the-same-words.js'
import type { Around } from '../../enquiries/around.js'
import { isNearEnd, termNow } from '../../networks/terms/term-now.js'
import { waits } from '../../web/waiting.js'
import { groupsWithoutReport } from './groups-without-report.js'

/** Near the end of term: how many groups have not sent their report, for the leaders and the co-leader of a theme. */
export const groupsOwingReports = waits({
  asks: inTheSameWords(
    (around: Around) => {
      const ending = networksNearEnd(around)
      return {
        groups: ending.flatMap(one => one.owing.map(group => group.groupId)),
        terms: ending.map(one => one.term.id),
      }
    },
    (db, { groups, terms }) => groupsWithoutReport(db, groups, terms),
  ),
  says: (rows, around) =>
    networksNearEnd(around).flatMap(({ networkId, term, owing, leads }) => {
      const missing = owing.filter(one => rows.some(row => row.id === one.groupId))
      // Their own group's report stands on their day already.
      if (missing.every(one => one.standing.lead)) return []
      return {
        text: owingInWords({ missing: missing.map(one => one.groupName), all: owing.length, term: term.name, leads }),
        href: `/networks/${networkId}/reports/${term.slug}#part-groups`,
        action: 'See which',
        due: term.endsOn,
        networkId,
      }
    }),
})

/** The networks whose term ends soon, with the groups there that are at work and that somebody looks after. */
function networksNearEnd({ enquiries, terms, today }: Around) {
  const looked = enquiries.filter(one => one.standing.networkLeader || one.standing.coLeader)
  return [...new Set(looked.map(one => one.networkId))].flatMap(networkId => {
    const term = termNow({ terms, today }, networkId)
    if (!term || !isNearEnd(term, today)) return []
    const own = looked.filter(one => one.networkId === networkId)
    const owing = own.filter(one => isAtWork(one, term.startsOn))
    return [{ networkId, term, owing, leads: own.some(one => one.standing.networkLeader) }]
  })
}

function isAtWork({ closedAt, finishedAt }: Around['enquiries'][number], startsOn: string): boolean {
  return closedAt === null && !(finishedAt && finishedAt < startsOn)
}

export function owingInWords(one: { missing: string[]; all: number; term: string; leads: boolean }): string {
  const [only] = one.missing
  if (one.missing.length === 1) return `${only} has not sent its report for ${one.term} yet.`
  const where = one.leads ? '' : ' in your themes'
  return `${one.missing.length} of the ${one.all} groups at work${where} have not sent their report for ${one.term} yet.`
}
