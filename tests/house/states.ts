import { renewAll } from '../reach/kept.js'
import type { Db } from '../../src/database.js'
import type { KeyStore } from '../../src/keys/store.js'
import { enterVisits } from '../visits/states.js'
import type { World } from '../world.js'
import { enterMeetings } from './meeting-states.js'

const at = '2026-10-01T09:00:00.000Z'
export const secret = (name: string) => `Secret words of ${name}`

const piece = (id: string, number: number, more: object) => ({
  id,
  groupId: 'reading',
  enquiryId: 'reading-1',
  number,
  capture: null,
  title: secret(id),
  whatWeSaw: secret(id),
  kind: 'observation' as const,
  stage: 'evidence' as const,
  gatheredOn: '2026-09-20',
  loggedAt: at,
  loggedBy: 'huw',
  revisedAt: null,
  sharedWithGroupAt: null,
  sharedWithNetworkAt: null,
  sharedOutsideAt: null,
  namesPupilAt: null,
  withdrawnAt: null,
  withdrawnBy: null,
  withdrawnBecause: null,
  ...more,
})
const claim = (id: string, number: number, sharedAt: string | null) => ({
  id,
  groupId: 'reading',
  enquiryId: 'reading-1',
  number,
  claim: secret(id),
  strength: 'fairly sure' as const,
  madeAt: at,
  madeBy: 'sadia',
  sharedAt,
  sharedBy: sharedAt && 'sadia',
  retiredAt: null,
  retiredBy: null,
  retiredBecause: null,
  carriedFrom: null,
})
const action = (id: string, number: number, sharedAt: string | null) => ({
  id,
  groupId: 'reading',
  enquiryId: 'reading-1',
  number,
  action: secret(id),
  expectedEffect: 'More choosing',
  startsOn: null,
  endsOn: null,
  agreedAt: at,
  agreedBy: 'sadia',
  sharedAt,
  sharedBy: sharedAt && 'sadia',
  completedAt: null,
  completedBy: null,
  removedAt: null,
  removedBy: null,
})
const recommendation = (id: string, number: number, releasedOutsideAt: string | null) => ({
  id,
  groupId: 'reading',
  enquiryId: 'reading-1',
  number,
  recommendation: secret(id),
  releaseDays: null,
  draftedAt: at,
  draftedBy: 'sadia',
  releasedOutsideAt,
  withdrawnAt: null,
  withdrawnBy: null,
  withdrawnBecause: null,
})
const response = (id: string, recommendationId: string, publicAt: string | null) => ({
  id,
  recommendationId,
  schoolId: 'weir',
  sentAt: at,
  sentBy: 'sadia',
  answer: 'accept' as const,
  reason: secret(id),
  reviewOn: '2027-01-01',
  answeredAt: at,
  answeredBy: 'imran',
  whatCanBeSeen: '',
  adoption: 'considering' as const,
  inPlaceAt: null,
  inPlaceOn: null,
  inPlaceBy: null,
  publicAt,
  publicBy: publicAt && 'imran',
})

const reference = (id: string, sharedAt: string | null) => ({
  id,
  groupId: 'reading',
  key: id,
  work: JSON.stringify({ type: 'book', title: secret(id) }),
  title: secret(id),
  doi: null,
  version: 1,
  addedAt: at,
  addedBy: 'sadia',
  revisedAt: null,
  revisedBy: null,
  sharedAt,
  sharedBy: sharedAt && 'sadia',
  removedAt: null,
  removedBy: null,
  removedBecause: null,
})

/** The shared claim leans on some words of each shared piece; those of one carry a code. */
async function enterWordsOnClaim(db: Db): Promise<void> {
  const made = { madeAt: at, madeBy: 'sadia' }
  for (const id of ['with-group', 'with-group-outside', 'with-network', 'with-network-outside']) {
    const words = secret(`words ${id}`)
    const place = { evidenceId: id, startsAt: 0, endsAt: words.length }
    await db
      .insertInto('readableTexts')
      .values({
        id: `text-${id}`,
        evidenceId: id,
        fileId: null,
        source: 'words',
        version: 1,
        words,
        timings: null,
        ...made,
        replacedAt: null,
      })
      .execute()
    await db
      .insertInto('passages')
      .values({
        id: `words-${id}`,
        readableTextId: `text-${id}`,
        ...place,
        words,
        ...made,
        lostAt: null,
        removedAt: null,
      })
      .execute()
    await db
      .insertInto('passageNumbers')
      .values({ passageId: `words-${id}`, evidenceId: id, number: 1 })
      .execute()
    await db
      .insertInto('claimPassages')
      .values({
        claimId: 'claim-shared',
        passageId: `words-${id}`,
        evidenceId: id,
        bearing: 'for',
        linkedAt: at,
        linkedBy: 'sadia',
      })
      .execute()
  }
  await db
    .insertInto('codings')
    .values({
      id: 'coded',
      groupId: 'reading',
      codeId: 'code',
      passageId: 'words-with-network',
      evidenceId: 'with-network',
      readingId: null,
      reader: null,
      ...made,
      removedAt: null,
    })
    .execute()
}

/** Something of each kind in the group `reading` and its network, in each state, with words that tell when it is read. */
export async function enterStates({ db, house }: World): Promise<void> {
  await enterVisits(db)
  await db
    .insertInto('evidence')
    .values([
      piece('draft', 901, {}),
      piece('with-group', 902, { sharedWithGroupAt: at }),
      piece('with-group-outside', 903, { sharedWithGroupAt: at, sharedOutsideAt: at }),
      piece('with-network', 904, { sharedWithGroupAt: at, sharedWithNetworkAt: at }),
      piece('with-network-outside', 905, { sharedWithGroupAt: at, sharedWithNetworkAt: at, sharedOutsideAt: at }),
    ])
    .execute()
  const shared = ['with-group', 'with-group-outside', 'with-network', 'with-network-outside']
  await db
    .insertInto('consents')
    .values(
      shared.map(id => ({
        id: `c-${id}`,
        evidenceId: id,
        who: 'no one',
        audience: 'public',
        givenOn: '2026-09-20',
        recordedBy: 'huw',
        recordedAt: at,
        withdrawnAt: null,
        withdrawnBy: null,
        withdrawnBecause: null,
      })),
    )
    .execute()
  await enterKeys(db, house.keys)
  await db
    .insertInto('claims')
    .values([claim('claim-inside', 901, null), claim('claim-shared', 902, at)])
    .execute()
  await db
    .insertInto('codes')
    .values({
      id: 'code',
      groupId: 'reading',
      parentId: null,
      position: 0,
      mark: 'SC',
      name: secret('code'),
      colour: 'sea',
      madeAt: at,
      madeBy: 'sadia',
      retiredAt: null,
      mergedInto: null,
      removedAt: null,
    })
    .execute()
  await enterWordsOnClaim(db)
  await db
    .insertInto('actions')
    .values([action('action-inside', 901, null), action('action-shared', 902, at)])
    .execute()
  await db
    .insertInto('recommendations')
    .values([
      recommendation('sent', 901, null),
      recommendation('released', 902, at),
      recommendation('placed', 903, null),
    ])
    .execute()
  await db
    .insertInto('responses')
    .values([
      response('answer', 'sent', null),
      response('answer-open', 'released', at),
      {
        ...response('answer-placed', 'placed', null),
        ...{ adoption: 'in place', inPlaceAt: at, inPlaceOn: at.slice(0, 10), inPlaceBy: 'imran' },
        whatCanBeSeen: secret('seen-there'),
      },
    ])
    .execute()
  await db
    .insertInto('publishedReferences')
    .values([reference('reference-own', null), reference('reference-shared', at)])
    .execute()
  await db
    .insertInto('texts')
    .values([
      {
        id: 't1',
        kind: 'stage',
        owner: 'reading-1',
        field: 'purpose.ethics',
        body: secret('stage'),
        version: 1,
        savedAt: at,
        savedBy: 'sadia',
      },
      {
        id: 't2',
        kind: 'stage',
        owner: 'reading-1',
        field: 'context.startingPoint',
        body: secret('shared stage'),
        version: 1,
        savedAt: at,
        savedBy: 'sadia',
      },
      {
        id: 't3',
        kind: 'termly-report',
        owner: 'hafren-autumn-2026',
        field: 'introduction',
        body: secret('report'),
        version: 1,
        savedAt: at,
        savedBy: 'nia',
      },
    ])
    .execute()
  await db
    .insertInto('conferences')
    .values({
      ...{ id: 'secret', networkId: 'hafren', title: 'Summer conference', heldOn: '2027-07-02', place: 'Weir Lane' },
      ...{ welcome: '', madeAt: at, madeBy: 'nia' },
    })
    .execute()
  await db
    .insertInto('commonDays')
    .values({
      ...{ id: 'common', networkId: 'hafren', kind: 'closure day', title: 'Closed together', follows: null },
      ...{ startsOn: '2027-01-04', endsOn: '2027-01-04', setAt: at, setBy: 'nia', changedAt: at },
      ...{ cancelledAt: null, cancelledBy: null },
    })
    .execute()
  const answered = { answer: 'kept', note: secret('kept day'), answeredAt: at, answeredBy: 'imran' } as const
  await db
    .insertInto('commonDayAnswers')
    .values({ commonDayId: 'common', schoolId: 'weir', ...answered })
    .execute()
  await db
    .insertInto('conferenceSessions')
    .values({
      ...{ id: 'session', conferenceId: 'secret', starts: '09:30', ends: '10:15', room: 'Hall', groupId: null },
      ...{ title: secret('session'), people: '', addedAt: at, addedBy: 'nia', removedAt: null },
    })
    .execute()
  await db
    .insertInto('forumPosts')
    .values({
      ...{ id: 'secret-post', networkId: 'hafren', kind: 'done here' as const, sentence: secret('post') },
      ...{ schoolId: 'weir', postedAt: at, postedBy: 'huw', changedAt: null, evidenceId: null, workKind: null },
      ...{ workId: null, onDay: null, places: null, dateChangedAt: null, dateCancelledAt: null, asksWelcomeAt: null },
      ...{ mayTellAt: null, openSince: null, askedAgainAfter: null, metAt: null, metByAnswer: null, metSaidBy: null },
      ...{ takenDownAt: null, takenDownBy: null, foldedAwayAt: null, foldedAwayBy: null, goneAt: null, talkedAt: null },
    })
    .execute()
  await db
    .insertInto('forumReaders')
    .values(
      ['fiona', 'menna'].map(personId => ({
        ...{ id: `guest-${personId}`, networkId: 'hafren', personId, fromDay: '2026-01-01', untilDay: '2099-12-31' },
        ...{ invitedAt: at, invitedBy: 'nia', endedAt: null, endedBy: null },
      })),
    )
    .execute()
  await db
    .updateTable('themes')
    .set({ focus: secret('theme') })
    .where('id', '=', 'language')
    .execute()
  await db
    .insertInto('texts')
    .values(
      [
        {
          id: 't4',
          kind: 'theme-term',
          owner: 'language~hafren-autumn-2026',
          field: 'note',
          body: secret('theme note'),
        },
        { id: 't5', kind: 'theme-own', owner: 'language~tomasz', field: 'school', body: secret('own note') },
      ].map(text => ({ ...text, version: 1, savedAt: at, savedBy: 'tomasz' })),
    )
    .execute()
  await enterReviews(db)
  const own = { groupId: 'reading', enquiryId: 'reading-1', questions: '[]' }
  await db
    .insertInto('instruments')
    .values({
      ...{ ...own, id: 'instrument', kind: 'interview', name: secret('instrument') },
      ...{ madeAt: at, madeBy: 'sadia', changedAt: at, changedBy: 'sadia' },
      ...{ sharedAt: null, sharedBy: null, retiredAt: null, retiredBy: null },
    })
    .execute()
  await db
    .insertInto('instrumentVersions')
    .values({
      ...{ instrumentId: 'instrument', version: 1, name: secret('filling'), questions: '[]' },
      ...{ savedAt: at, savedBy: 'sadia' },
    })
    .execute()
  await db
    .insertInto('fillings')
    .values({
      ...{ id: 'filling', instrumentId: 'instrument', version: 1, personId: 'huw', answers: '{}' },
      ...{ begunAt: at, savedAt: at, finishedAt: null, evidenceId: null },
    })
    .execute()
  await db
    .insertInto('questionnaires')
    .values({
      ...{ ...own, id: 'questionnaire', instrumentId: 'instrument', name: secret('questionnaire') },
      ...{ openedAt: at, openedBy: 'sadia', endsOn: '2026-10-02', closedAt: at, closedBy: 'sadia', evidenceId: null },
    })
    .execute()
  const measures = ['measure-inside', 'measure-shared']
  for (const id of measures) {
    const measure = { groupId: 'reading', enquiryId: 'reading-1', baselineUntil: null, madeAt: at, madeBy: 'sadia' }
    await db
      .insertInto('measures')
      .values({ id, name: secret(id), folded: id, ...measure })
      .execute()
    const reading = { measureId: id, schoolId: 'weir', measuredOn: '2026-09-20', value: 12, pupils: 20 }
    const more = { actionId: null, importId: null, addedAt: at, addedBy: 'sadia' }
    await db
      .insertInto('readings')
      .values({ id: `${id}-1`, ...reading, ...more })
      .execute()
  }
  const sharing = { measureId: 'measure-shared', schoolId: 'weir', sharedAt: at, sharedBy: 'zofia' }
  await db.insertInto('measureShares').values(sharing).execute()
  await db
    .insertInto('sharedStages')
    .values({ enquiryId: 'reading-1', stage: 'context', sharedAt: at, sharedBy: 'sadia' })
    .execute()
}

async function enterKeys(db: Db, keys: KeyStore): Promise<void> {
  const key = { id: 'key', groupId: 'reading', schoolId: 'weir', ownerId: 'sam', madeAt: at }
  await db.insertInto('pupilKeys').values(key).execute()
  await keys.make('key')
  await keys.put('key', { code: 'P01', name: secret('pupil'), also: '', year: '', notes: '' })
  const now = new Date().toISOString()
  const opening = { id: 'o', keyId: 'key', personId: 'sam', because: secret('opening'), closedAt: null }
  await db
    .insertInto('keyOpenings')
    .values({ ...opening, openedAt: now, lastSeenAt: now })
    .execute()
  const refusal = {
    id: 'refusal',
    schoolId: 'weir',
    content: 'voices',
    audience: 'group',
    because: secret('refusal'),
  } as const
  await db
    .insertInto('schoolRefusals')
    .values({ ...refusal, recordedAt: at, recordedBy: 'zofia' })
    .execute()
  const pseudonym = {
    id: 'p',
    groupId: 'reading',
    kind: 'person' as const,
    schoolId: null,
    name: secret('pseudonym'),
    also: '',
  }
  await db
    .insertInto('pseudonyms')
    .values({ ...pseudonym, pseudonym: 'Colleague A', chosenAt: at, chosenBy: 'sadia' })
    .execute()
  const list = { id: 'list', evidenceId: 'with-group', what: 'evidence' as const, recordedAt: at, recordedBy: 'huw' }
  await db.insertInto('withdrawals').values(list).execute()
  const touch = { withdrawalId: 'list', position: 0, kind: 'claim', name: secret('touched'), now: '', href: '' }
  await db.insertInto('withdrawalTouches').values(touch).execute()
  await enterMeetings(db, secret)
  await renewAll(db)
}

/** Reviews in which those of the table are asked, and one in which others are; five have answered in each that is closed. */
async function enterReviews(db: Db): Promise<void> {
  const item = { kind: 'statement', id: 'item', words: secret('review'), short: 'Secret' }
  const part = { id: 'part', heading: 'Part', about: '', items: [item], talk: [], helps: [] }
  const instrument = { id: 'own', name: 'Own', about: '', minutes: 3, steps: ['No', 'Yes'], matters: [], parts: [part] }
  const round = {
    ...{ networkId: 'hafren', instrumentId: 'own', instrument: JSON.stringify(instrument), company: '', why: '' },
    ...{ answerBy: '2099-12-11', begunAt: at, begunBy: 'nia', openedAt: at, openedBy: 'nia', changedAt: at },
  }
  const closed = { closedAt: at, closedBy: 'nia', outcome: '{"self":{"state":"shown","answers":5}}' }
  await db
    .insertInto('reviewRounds')
    .values([
      { id: 'review-of-others', title: 'Closed', ...round, ...closed },
      { id: 'review-of-theirs', title: 'Closed as well', ...round, ...closed },
      {
        id: 'review-open',
        title: 'Open',
        ...round,
        closedAt: null,
        closedBy: null,
        outcome: null,
        linkSecret: 'secret',
      },
    ])
    .execute()
  const ours = ['nia', 'tomasz', 'sadia', 'sam', 'imran', 'dilys'].map(personId => ({
    personId,
    stands: 'self' as const,
  }))
  const outside = ['fiona', 'menna'].map(personId => ({ personId, stands: 'facilitator' as const }))
  for (const roundId of ['review-of-theirs', 'review-open'])
    await db
      .insertInto('reviewAsked')
      .values([...ours, ...outside].map(one => ({ roundId, answered: null, ...one })))
      .execute()
  for (const roundId of ['review-of-others', 'review-of-theirs']) {
    const answers = Array.from({ length: 5 }, (_, n) => `${roundId}-${n}`)
    await db
      .insertInto('reviewAnswers')
      .values(answers.map(id => ({ id, roundId, stands: 'self' as const, answers: '{"item":"2"}' })))
      .execute()
    await db
      .insertInto('reviewChosen')
      .values({
        ...{ id: `point-${roundId}`, roundId, networkId: 'hafren', itemId: null, what: secret('review point') },
        ...{ into: null, ownerId: null, dueOn: null, address: null, chosenAt: at, chosenBy: 'nia', changedAt: at },
      })
      .execute()
  }
}
