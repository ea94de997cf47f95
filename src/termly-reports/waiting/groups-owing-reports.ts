import { plural } from '../../words/words.js'
import type { Around } from '../../enquiries/around.js'
import { isNearEnd, termNow } from '../../networks/terms/term-now.js'
import type { WaitingKind } from '../../web/waiting.js'

/** Near the end of term: how many groups have not sent their report, for the leaders and the co-leader of a theme. */
export const groupsOwingReports: WaitingKind<Around> = async ({ db, enquiries, terms, today }) => {
  const looked = enquiries.filter(one => one.standing.networkLeader || one.standing.coLeader)
  const networks = [...new Set(looked.map(one => one.networkId))].flatMap(networkId => {
    const term = termNow({ terms, today }, networkId)
    return term && isNearEnd(term, today) ? [{ networkId, term }] : []
  })
  if (networks.length === 0) return []
  const sent = await db
    .selectFrom('shortReports')
    .select(['groupId', 'termId'])
    .where(
      'termId',
      'in',
      networks.map(one => one.term.id),
    )
    .where('sentAt', 'is not', null)
    .execute()
  return networks.flatMap(({ networkId, term }) => {
    const owing = looked.filter(one => one.networkId === networkId && isAtWork(one, term.startsOn))
    const missing = owing.filter(one => !sent.some(row => row.groupId === one.groupId && row.termId === term.id))
    // Their own group's report stands on their day already.
    if (missing.every(one => one.standing.lead)) return []
    const leads = looked.some(one => one.networkId === networkId && one.standing.networkLeader)
    return {
      text: owingInWords({ missing: missing.map(one => one.groupName), all: owing.length, term: term.name, leads }),
      href: `/networks/${networkId}/reports/${term.slug}#part-groups`,
      action: 'See which',
      due: term.endsOn,
      networkId,
    }
  })
}

function isAtWork({ closedAt, finishedAt }: Around['enquiries'][number], startsOn: string): boolean {
  return closedAt === null && !(finishedAt && finishedAt < startsOn)
}

export function owingInWords(one: { missing: string[]; all: number; term: string; leads: boolean }): string {
  const [only] = one.missing
  if (one.missing.length === 1) return `${only} has not sent its report for ${one.term} yet.`
  const groups = one.leads ? plural(one.all, 'group', 'groups') : `${plural(one.all, 'group', 'groups')} of your themes`
  return `${one.missing.length} of ${groups} have not sent their report for ${one.term} yet.`
}
