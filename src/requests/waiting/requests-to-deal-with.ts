import { inTheSameWords } from '../../database/in-the-same-words.js'
import type { Around } from '../../enquiries/around.js'
import { type Waiting, waits } from '../../web/waiting.js'
import { clockInWords } from '../list-page.js'
import { mayConfirmErasure, mayKnowOf, mayWorkOn } from '../permissions.js'
import { kindInWords, numberOf } from '../requests.js'
import type { DataRequest } from '../tables.js'

/** Cases about personal data that wait for somebody: by number and kind, never by whom they are about. */
export const requestsToDealWith = waits({
  asks: inTheSameWords(
    ({ person }: Around) => ({
      networks: [
        ...person.rolesWith('leads the network'),
        ...person.rolesWith('answers for the school'),
        ...person.rolesWith('keeps the keys of the school'),
      ].map(role => role.networkId),
    }),
    (db, { networks }) =>
      db
        .selectFrom('dataRequests')
        .selectAll()
        .where('networkId', 'in', networks)
        .where('closedAt', 'is', null)
        .orderBy('dueOn')
        .limit(50),
  ),
  says: (rows, { person }) => rows.filter(row => mayKnowOf(person, row)).flatMap(row => waitingFor(person, row)),
})

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
