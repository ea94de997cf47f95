import { today } from '../web/now.js'
import type { PageOf } from '../web/page-of.js'
import { day } from '../words/words.js'
import { dueOn } from './clocks.js'
import type { RequestInList, RequestsPage } from './pages.js'
import { mayOpenFor, schoolsKeptBy } from './permissions.js'
import { kindInWords, numberOf, type RequestsOfNetwork } from './requests.js'
import type { DataRequest } from './tables.js'

type InList = DataRequest & { school: string | null }

/** The list of cases, each with its clock; nobody whom they are about is named. */
export function requestsPage(
  { person, network, head, listAddress }: RequestsOfNetwork,
  page: PageOf<InList>,
): RequestsPage {
  return {
    ...{ title: 'Requests about data', head, listAddress },
    requests: { ...page, rows: page.rows.map(row => inList(row, listAddress)) },
    complaint: `/complaints/${network.id}`,
    may: {
      open:
        schoolsKeptBy(person, network.id).length > 0 || mayOpenFor(person, { networkId: network.id, schoolId: null }),
    },
  }
}

function inList(request: InList, listAddress: string): RequestInList {
  return {
    href: `${listAddress}/${request.id}`,
    number: numberOf(request),
    kind: kindInWords(request),
    school: request.school ?? 'The network',
    due: request.closedAt ? '' : clockInWords(request),
    ...stateOf(request),
  }
}

function stateOf(request: DataRequest): Pick<RequestInList, 'state' | 'tone'> {
  if (request.closedAt) return { state: `Closed ${day(request.closedAt)}`, tone: 'done' }
  if (isLate(request)) return { state: 'Late', tone: 'waiting' }
  if (request.erasureAskedAt && !request.erasureConfirmedAt)
    return { state: 'Waits for a second person', tone: 'waiting' }
  return { state: 'Open', tone: null }
}

/** By when what is next is due. */
export function clockInWords(request: DataRequest): string {
  if (request.kind === 'complaint')
    return request.acknowledgedAt
      ? 'Acknowledged. To be answered without undue delay.'
      : `To be acknowledged by ${day(request.dueOn)}`
  if (request.kind === 'breach') return `The Commissioner is told by ${day(request.dueOn)}, where that is needed`
  return `To be answered by ${day(request.dueOn)}`
}

export function isLate(request: DataRequest): boolean {
  const isDone = request.closedAt !== null || (request.kind === 'complaint' && request.acknowledgedAt !== null)
  return !isDone && request.dueOn < today()
}

/** The day until which it can be extended: within the first month alone. */
export function lastDayToExtend(request: DataRequest): string {
  return dueOn(request.kind, request.receivedAt)
}
