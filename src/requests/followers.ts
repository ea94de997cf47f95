import type { Db } from '../database.js'
import { follower } from '../facts/followers.js'
import { lettersAfter } from '../mail/following.js'
import type { LetterSort } from '../mail/wishes.js'
import type { Brought } from '../room.js'
import { day } from '../words/words.js'
import { erasePupil } from './erasing/erasing.js'
import { keepErasures } from './erasing/journal.js'
import { lookThrough } from './looking/looking.js'
import { kindInWords, numberOf } from './requests.js'
import type { DataRequest } from './tables.js'

export const requestLetters: LetterSort[] = [
  {
    letter: 'requests',
    name: 'A request about personal data waits for me',
    holds: 'When a case is opened at your school or in your network, and when you are asked to confirm an erasure.',
    of: 'Requests about data',
  },
]

/** Whoever answers for the data hears that a case is there. It names neither whom it is about nor what it says. */
const tellOfRequest = lettersAfter({
  name: 'letters about requests',
  letter: 'requests',
  follows: ['data request opened'],
  async write({ db, baseUrl }, { aboutId, personId }) {
    const request = await requestById(db, aboutId)
    if (!request || request.closedAt) return []
    const what = `${kindInWords(request)} ${numberOf(request)}`
    const text = `${what} has been opened. Its day is ${day(request.dueOn)}.\n\nWhom it is about and what it says stands in the case, and in no letter:\n${baseUrl}/networks/${request.networkId}/requests/${request.id}\n`
    const people = await peopleFor(db, request, request.kind === 'complaint' || request.kind === 'breach')
    return people
      .filter(one => one.id !== personId)
      .map(({ email }) => ({ to: email, subject: `${what}: to be dealt with by ${day(request.dueOn)}`, text }))
  },
})

/** Those who can be the second person. */
const askSecond = lettersAfter({
  name: 'letters that ask to confirm an erasure',
  letter: 'requests',
  follows: ['erasure of a pupil asked'],
  async write({ db, baseUrl }, { aboutId }) {
    const request = await requestById(db, aboutId)
    if (!request?.erasureAskedAt || request.erasureConfirmedAt) return []
    const text = `In the case ${numberOf(request)} a colleague asks that a pupil is erased. A second person reads what would be erased, and confirms it or not:\n${baseUrl}/networks/${request.networkId}/requests/${request.id}/erasure\n`
    const people = await peopleFor(db, request, true)
    return people
      .filter(one => one.id !== request.erasureAskedBy)
      .map(({ email }) => ({ to: email, subject: 'A second person is needed for an erasure', text }))
  },
})

const look = ({ texts }: Pick<Brought, 'texts'>) =>
  follower({
    name: 'look through for a request',
    follows: ['data request looked for'],
    async run(house, { aboutId }) {
      if (aboutId !== null) await lookThrough(house, texts, aboutId)
    },
  })

const erase = ({ erases, searchables }: Pick<Brought, 'erases' | 'searchables'>) =>
  follower({
    name: 'erase a pupil',
    follows: ['erasure of a pupil confirmed'],
    async run(house, { aboutId }) {
      if (aboutId !== null) await erasePupil(house, { erases, searchables }, aboutId)
    },
  })

export const requestFollowers = [tellOfRequest, askSecond, look, erase, keepErasures]

async function requestById(db: Db, id: string | null): Promise<DataRequest | undefined> {
  return id === null ? undefined : db.selectFrom('dataRequests').selectAll().where('id', '=', id).executeTakeFirst()
}

/** The head and the data leads of the school; the network's leaders too, or where it is nobody's school. */
function peopleFor(db: Db, { networkId, schoolId }: DataRequest, leadersToo: boolean) {
  return db
    .selectFrom('networkRoles')
    .innerJoin('people', 'people.id', 'networkRoles.personId')
    .select(['people.id', 'people.email'])
    .distinct()
    .where('networkRoles.networkId', '=', networkId)
    .where('networkRoles.endedAt', 'is', null)
    .where('people.disabledAt', 'is', null)
    .where(eb =>
      eb.or([
        eb.and([
          eb('networkRoles.role', 'in', ['headteacher', 'data lead']),
          eb('networkRoles.schoolId', '=', schoolId ?? ''),
        ]),
        ...(leadersToo || schoolId === null ? [eb('networkRoles.role', '=', 'network leader')] : []),
      ]),
    )
    .execute()
}
