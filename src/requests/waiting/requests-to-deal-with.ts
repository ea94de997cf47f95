import type { Around } from '../../enquiries/around.js'
import type { Waiting, WaitingKind } from '../../web/waiting.js'
import { clockInWords } from '../list-page.js'
import { mayConfirmErasure, mayKnowOf, mayWorkOn } from '../permissions.js'
import { kindInWords, numberOf } from '../requests.js'
import type { DataRequest } from '../tables.js'

/** Cases about personal data that wait for somebody: by number and kind, never by whom they are about. */
export const requestsToDealWith: WaitingKind<Around> = async ({ db, person }) => {
  const networkIds = [
    ...person.rolesWith('leads the network'),
    ...person.rolesWith('answers for the school'),
    ...person.rolesWith('keeps the keys of the school'),
  ].map(role => role.networkId)
  if (networkIds.length === 0) return []
  const rows = await db
    .selectFrom('dataRequests')
    .selectAll()
    .where('networkId', 'in', [...new Set(networkIds)])
    .where('closedAt', 'is', null)
    .orderBy('dueOn')
    .limit(50)
    .execute()
  return rows.filter(row => mayKnowOf(person, row)).flatMap(row => waitingFor(person, row))
}

function waitingFor(person: Parameters<typeof mayWorkOn>[0], request: DataRequest): Waiting[] {
  const href = `/networks/${request.networkId}/requests/${request.id}`
  const { networkId, dueOn: due } = request
  const what = `${kindInWords(request)} ${numberOf(request)}`
  if (mayConfirmErasure(person, request))
    return [
      {
        text: `${what}: a colleague asks you to confirm that a pupil is erased.`,
        ...{ href: `${href}/erasure`, action: 'Read what would be erased', due, networkId },
      },
    ]
  if (!mayWorkOn(person, request) || request.erasureAskedAt !== null) return []
  return [
    { text: `${what}. ${clockInWords(request)}`.replace(/\.?$/, '.'), href, action: 'Open the case', due, networkId },
  ]
}
