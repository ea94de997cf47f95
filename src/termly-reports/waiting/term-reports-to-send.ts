import { day } from '../../words/words.js'
import type { Around } from '../../enquiries/around.js'
import { isNearEnd, termNow } from '../../networks/terms/term-now.js'
import type { WaitingKind } from '../../web/waiting.js'

/** The short report of each group that somebody leads: from four weeks before the end of term, or once asked for. */
export const termReportsToSend: WaitingKind<Around> = async ({ db, person, enquiries, terms, today }) => {
  const led = enquiries.flatMap(enquiry => {
    const term = termNow({ terms, today }, enquiry.networkId)
    const atWork = term && enquiry.closedAt === null && !(enquiry.finishedAt && enquiry.finishedAt < term.startsOn)
    return person.leads(enquiry.groupId) && atWork ? [{ enquiry, term }] : []
  })
  if (led.length === 0) return []
  const termIds = led.map(one => one.term.id)
  const groupIds = led.map(one => one.enquiry.groupId)
  const sent = await db
    .selectFrom('shortReports')
    .select(['groupId', 'termId'])
    .where('termId', 'in', termIds)
    .where('groupId', 'in', groupIds)
    .where('sentAt', 'is not', null)
    .execute()
  const nudges = await db
    .selectFrom('nudges')
    .innerJoin('people', 'people.id', 'nudges.nudgedBy')
    .select(['nudges.groupId', 'nudges.termId', 'nudges.nudgedAt', 'people.name'])
    .where('nudges.termId', 'in', termIds)
    .where('nudges.groupId', 'in', groupIds)
    .orderBy('nudges.nudgedAt', 'desc')
    .execute()
  return led.flatMap(({ enquiry, term }) => {
    const own = (one: { groupId: string; termId: string }) => one.groupId === enquiry.groupId && one.termId === term.id
    const nudge = nudges.find(own)
    if (sent.some(own) || !(nudge || isNearEnd(term, today))) return []
    return {
      text: reportOwedInWords({ group: enquiry.groupName, term: term.name, nudge }),
      href: `/groups/${enquiry.groupId}/reports/${term.slug}`,
      action: 'Finish the report',
      due: term.endsOn,
      networkId: enquiry.networkId,
    }
  })
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
