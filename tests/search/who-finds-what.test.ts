import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { inOne } from '../../src/database.js'
import { findEnquiry } from '../../src/enquiries/enquiry.js'
import { unshareStage } from '../../src/enquiries/stages/sharing-stages.js'
import { recordConsent, withdrawConsent } from '../../src/evidence/consent/consent.js'
import { choosePseudonym } from '../../src/pseudonyms/choosing.js'
import { findEvidence, findGap } from '../../src/evidence/evidence.js'
import { narrow, shareOutside, shareWithNetwork } from '../../src/evidence/sharing/sharing.js'
import { readWaiting } from '../../src/evidence/files/reading-files.js'
import { eraseGap, removeDraft, withdrawEvidence } from '../../src/evidence/withdrawing/withdrawing.js'
import { written } from '../../src/names/written.js'
import { migrate } from '../../src/migrate.js'
import { bringUpToDate } from '../../src/search/keeping.js'
import { prepareSearch } from '../../src/search/preparing.js'
import { brought } from '../../src/rooms.js'
import { codeWords, putCode, putWords } from '../coding/coding-world.js'
import { log } from '../evidence/real-files.js'
import { renewAll } from '../reach/kept.js'
import { newWorld } from '../world.js'
import { sqliteOf, testOfSqlite } from '../sqlite-of.js'

const { searchables } = brought

const world = newWorld()
const { db, house } = world
const at = '2026-10-01T09:00:00.000Z'
const everybody = ['sadia', 'sam', 'zofia', 'nia', 'tomasz', 'imran', 'joanna', 'fiona', 'dilys', 'ruth', 'alex']
const ids = { draft: '', group: '', network: '', outside: '' }

/** Whoever of these finds a word. */
async function whoFinds(q: string): Promise<string[]> {
  const found: string[] = []
  for (const person of everybody) {
    const page = await world.as(person).get(`/search?${new URLSearchParams({ q }).toString()}`)
    expect(page.status).toBe(200)
    if (page.text.includes('class="hit"')) found.push(person)
    else expect(page.text).not.toContain(' found.')
  }
  return found
}

const agreed = { who: 'no one', audience: 'public', givenBy: '', givenOn: '2026-11-20', wording: '' } as const

beforeAll(async () => {
  const sadia = await world.person('sadia')
  ids.draft = await log(world.as('sadia'), { whatWeSaw: 'Alphadraft, only mine' })
  ids.group = await log(world.as('sadia'), { whatWeSaw: 'Betagroup for the group', audience: 'group' })
  ids.network = await log(world.as('sadia'), { whatWeSaw: 'Gammanet for the network', audience: 'group' })
  ids.outside = await log(world.as('sadia'), { whatWeSaw: 'Deltaout for Fiona too', audience: 'group' })
  for (const id of [ids.network, ids.outside])
    await inOne(db, async trx => recordConsent(trx, await findEvidence(trx, sadia, id), sadia, agreed))
  await inOne(db, async trx => shareWithNetwork(trx, await findEvidence(trx, sadia, ids.network), sadia))
  await inOne(db, async trx => shareOutside(trx, await findEvidence(trx, sadia, ids.outside), sadia))

  const group = { groupId: 'reading', enquiryId: 'reading-1' }
  const claim = {
    ...group,
    strength: 'fairly sure' as const,
    madeAt: at,
    madeBy: 'sadia',
    retiredAt: null,
    retiredBy: null,
    retiredBecause: null,
    carriedFrom: null,
  }
  await db
    .insertInto('claims')
    .values([
      { ...claim, id: 'claim-in', number: 901, claim: 'Epsilonclaim inside', sharedAt: null, sharedBy: null },
      { ...claim, id: 'claim-out', number: 902, claim: 'Zetaclaim shared', sharedAt: at, sharedBy: 'sadia' },
    ])
    .execute()
  const action = {
    ...group,
    startsOn: null,
    endsOn: null,
    agreedAt: at,
    agreedBy: 'sadia',
    completedAt: null,
    completedBy: null,
    removedAt: null,
    removedBy: null,
  }
  await db
    .insertInto('actions')
    .values([
      {
        ...action,
        id: 'action-in',
        number: 901,
        action: 'Etaaction',
        expectedEffect: 'More',
        sharedAt: null,
        sharedBy: null,
      },
      {
        ...action,
        id: 'action-out',
        number: 902,
        action: 'Thetaaction',
        expectedEffect: 'More',
        sharedAt: at,
        sharedBy: 'sadia',
      },
    ])
    .execute()
  await db
    .insertInto('effects')
    .values({
      id: 'effect',
      actionId: 'action-out',
      schoolId: 'weir',
      judgement: 'made some difference',
      confidence: 'a hunch',
      whatHappened: 'Iotaeffect',
      judgedAt: at,
      judgedBy: 'sadia',
    })
    .execute()
  const recommendation = {
    ...group,
    releaseDays: null,
    draftedAt: at,
    draftedBy: 'sadia',
    withdrawnAt: null,
    withdrawnBy: null,
    withdrawnBecause: null,
  }
  await db
    .insertInto('recommendations')
    .values([
      { ...recommendation, id: 'rec-draft', number: 901, recommendation: 'Kapparec draft', releasedOutsideAt: null },
      { ...recommendation, id: 'rec-sent', number: 902, recommendation: 'Lambdarec sent', releasedOutsideAt: null },
      { ...recommendation, id: 'rec-open', number: 903, recommendation: 'Murec released', releasedOutsideAt: at },
    ])
    .execute()
  const response = {
    schoolId: 'weir',
    sentAt: at,
    sentBy: 'sadia',
    answer: 'accept' as const,
    reviewOn: '2027-01-01',
    answeredAt: at,
    answeredBy: 'imran',
    adoption: 'considering' as const,
    inPlaceAt: null,
    inPlaceOn: null,
    inPlaceBy: null,
    publicAt: null,
    publicBy: null,
  }
  await db
    .insertInto('responses')
    .values([
      { ...response, id: 'answer', recommendationId: 'rec-sent', reason: 'Nuanswer' },
      { ...response, id: 'answer-open', recommendationId: 'rec-open', reason: 'Xianswer' },
    ])
    .execute()
  const text = { version: 1, savedAt: at, savedBy: 'sadia' }
  await db
    .insertInto('texts')
    .values([
      { ...text, id: 't1', kind: 'stage', owner: 'reading-1', field: 'purpose.ethics', body: 'Omicronstage' },
      { ...text, id: 't2', kind: 'stage', owner: 'reading-1', field: 'context.startingPoint', body: 'Pistage' },
      {
        ...text,
        id: 't3',
        kind: 'termly-report',
        owner: 'hafren-autumn-2026',
        field: 'introduction',
        body: 'Rhoreport',
      },
      {
        ...text,
        id: 't4',
        kind: 'short-report',
        owner: 'reading~hafren-autumn-2026',
        field: 'learned',
        body: 'Sigmashort',
      },
    ])
    .execute()
  await db
    .insertInto('sharedStages')
    .values({ enquiryId: 'reading-1', stage: 'context', sharedAt: at, sharedBy: 'sadia' })
    .execute()
  const comment = {
    groupId: 'reading',
    kind: 'comment' as const,
    madeBy: 'sam',
    madeAt: at,
    answer: null,
    answeredBy: null,
    answeredAt: null,
    carriedFrom: null,
    removedAt: null,
    removedBy: null,
  }
  await db
    .insertInto('comments')
    .values([
      { ...comment, id: 'c1', aboutKind: 'claim', aboutId: 'claim-in', body: 'Taucomment' },
      { ...comment, id: 'c2', aboutKind: 'stage', aboutId: 'reading-1.context', body: 'Upsiloncomment' },
    ])
    .execute()
  await db
    .insertInto('publishedReferences')
    .values({
      ...{ id: 'work', groupId: 'reading', key: 'phi2019', work: '{}', title: 'Phisource 2019', doi: null, version: 1 },
      ...{ addedAt: at, addedBy: 'sadia', revisedAt: null, revisedBy: null, sharedAt: null, sharedBy: null },
      ...{ removedAt: null, removedBy: null, removedBecause: null },
    })
    .execute()
  await db
    .insertInto('referenceStances')
    .values({
      ...{ id: 'k', referenceId: 'work', enquiryId: 'reading-1', stance: 'challenges', sentence: 'Not so' },
      ...{ version: 1, saidAt: at, saidBy: 'sadia' },
    })
    .execute()

  const coded = await putWords(world, 'Chipassage stands in here.', { by: 'sadia' })
  const code = await putCode(world, 'Psicode', { description: 'When to use it' })
  await codeWords(world, coded, 'Chipassage stands', [code])
  await world.as('sadia').post(`/evidence/${coded.id}/codings`, { text: coded.textId, from: 0, memo: 'Omegamemo' })
  await world.as('sadia').post(`/codes/${code.id}/memos`, { words: 'Betamemo on the code' })
  await log(world.as('sadia'), { whatWeSaw: 'With a file', audience: 'group' }, [
    { name: 'interview.txt', bytes: Buffer.from('Alphatext is said in a document.') },
  ])
  await readWaiting(house)
  await db
    .insertInto('writeUps')
    .values({
      ...{ ...group, id: 'wu', slug: 'what-we-learned', title: 'What we learned', begunAt: at, begunBy: 'sadia' },
      ...{ listsAllAt: null, listsAllBy: null },
    })
    .execute()
  await db
    .insertInto('writeUpParts')
    .values({
      ...{ id: 'wp', writeUpId: 'wu', part: 'summary', heading: 'Summary', position: 0 },
      ...{ composed: '', composedAt: at, leftOutAt: null },
    })
    .execute()
  await db
    .insertInto('texts')
    .values({ ...text, id: 't5', kind: 'write-up-part', owner: 'wp', field: 'text', body: 'Gammawriteup' })
    .execute()
  await renewAll(db)
})

const group = ['sadia', 'sam', 'zofia']
const inside = [...group, 'tomasz', 'fiona']
const sentTo = [...group, 'nia', 'tomasz', 'imran', 'fiona']
const standing = [...sentTo, 'joanna']

test.each<[string, string[]]>([
  ['alphadraft', ['sadia']],
  ['betagroup', group],
  ['gammanet', [...group, 'nia', 'tomasz', 'imran', 'joanna']],
  ['deltaout', [...group, 'fiona']],
  ['epsilonclaim', inside],
  ['zetaclaim', standing],
  ['etaaction', inside],
  ['thetaaction', standing],
  ['iotaeffect', standing],
  ['kapparec', group],
  ['lambdarec', sentTo],
  ['murec', [...sentTo, 'dilys']],
  ['nuanswer', [...group, 'nia', 'tomasz', 'imran']],
  ['omicronstage', group],
  ['pistage', standing],
  ['rhoreport', ['nia']],
  ['sigmashort', group],
  ['taucomment', inside],
  ['upsiloncomment', standing],
  ['phisource', group],
  ['chipassage', group],
  ['psicode', group],
  ['omegamemo', group],
  ['betamemo', group],
  ['alphatext', group],
  ['gammawriteup', group],
])('%s is found by those who may read it, and by nobody else', async (word, people) => {
  const found = await whoFinds(word)
  expect(found.sort()).toEqual([...people].sort())
  expect((await world.stranger.get(`/search?q=${word}`)).status).toBe(303)
})

test('while a piece is read blind, its second reader comes upon no passage and no memo of others on it', async () => {
  const { evidenceId } = await db
    .selectFrom('memos')
    .innerJoin('memoWords', 'memoWords.id', 'memos.wordsId')
    .select('evidenceId')
    .where('memoWords.words', '=', 'Omegamemo')
    .executeTakeFirstOrThrow()
  const [code] = await db.selectFrom('codes').select('id').where('name', '=', 'Psicode').execute()
  await world
    .as('sadia')
    .post('/groups/reading/readings', { secondReader: 'sam', pieces: evidenceId!, codes: code!.id, why: '' })
  expect(await whoFinds('omegamemo')).toEqual(['sadia', 'zofia'])
  const passages = (await world.as('sam').get('/search?q=chipassage+in:passages')).text
  expect(passages).not.toContain('class="hit"')
})

test('what is sent, shared or narrowed is found anew at the next search', async () => {
  await db
    .insertInto('shortReports')
    .values({
      id: 's',
      groupId: 'reading',
      termId: 'hafren-autumn-2026',
      releaseDays: null,
      begunAt: at,
      begunBy: 'sadia',
      sentAt: at,
      sentBy: 'sadia',
    })
    .execute()
  await renewAll(db)
  expect(await whoFinds('sigmashort')).toEqual([...group, 'nia', 'tomasz'])
  const sadia = await world.person('sadia')
  const enquiry = await findEnquiry(db, sadia, 'reading')
  await inOne(db, trx => unshareStage(trx, enquiry, sadia, 'context'))
  expect(await whoFinds('pistage')).toEqual(group)
  await inOne(db, async trx => narrow(trx, await findEvidence(trx, sadia, ids.network), sadia, 'group'))
  expect(await whoFinds('gammanet')).toEqual(group)
})

test('a pseudonym hides the name from the search of those outside, and can be searched itself', async () => {
  await log(world.as('sadia'), { whatWeSaw: 'Petronella showed us her corner', audience: 'group' })
  const sadia = await world.person('sadia')
  const piece = (
    await db
      .selectFrom('evidence')
      .selectAll()
      .where('whatWeSaw', 'like', written('Petronella%'))
      .executeTakeFirstOrThrow()
  ).id
  await inOne(db, async trx => recordConsent(trx, await findEvidence(trx, sadia, piece), sadia, agreed))
  await inOne(db, async trx => shareWithNetwork(trx, await findEvidence(trx, sadia, piece), sadia))
  expect(await whoFinds('petronella')).toContain('nia')
  const enquiry = await findEnquiry(db, sadia, 'reading')
  const chosen = { kind: 'person', schoolId: null, name: 'Petronella', also: '', pseudonym: 'Quilltop' } as const
  await inOne(db, trx => choosePseudonym(trx, enquiry, sadia, chosen))
  expect(await whoFinds('petronella')).toEqual(group)
  expect(await whoFinds('quilltop')).toContain('nia')
  expect((await world.as('nia').get('/search?q=quilltop')).text).not.toContain('Petronella')
})

test('who leaves, whose invitation ends, finds nothing more', async () => {
  await db
    .updateTable('groupPeople')
    .set({ leftAt: at })
    .where('personId', '=', 'zofia')
    .where('groupId', '=', 'reading')
    .execute()
  expect(await whoFinds('betagroup')).toEqual(['sadia', 'sam'])
  await db.updateTable('groupPeople').set({ until: '2026-01-31' }).where('personId', '=', 'fiona').execute()
  expect(await whoFinds('deltaout')).toEqual(['sadia', 'sam'])
})

testOfSqlite(
  'what is withdrawn is out of the index before anybody searches, and what is erased out of the file',
  async () => {
    const sadia = await world.person('sadia')
    const words = 'Bartholomewsecretword'
    const id = await log(world.as('sadia'), { whatWeSaw: words, audience: 'group' })
    const draft = await log(world.as('sadia'), { whatWeSaw: `Mine: ${words}` })
    expect(await whoFinds(words.toLowerCase())).toEqual(['sadia', 'sam'])
    sqliteOf(house).pragma('wal_checkpoint(TRUNCATE)')
    expect(readFileSync(sqliteOf(house).name).includes(words.toLowerCase())).toBe(true)

    const piece = await findEvidence(db, sadia, id)
    await inOne(db, trx => withdrawEvidence(trx, piece, sadia, 'The wrong class'))
    await world.following.settled()
    expect(await db.selectFrom('searchEntries').selectAll().where('record', '=', id).execute()).toEqual([])
    expect(await whoFinds(words)).toEqual(['sadia'])

    const gap = await findGap(db, sadia, id)
    await inOne(db, trx => eraseGap(trx, gap, sadia, brought.erases))
    const unseen = await findEvidence(db, sadia, draft)
    await inOne(db, trx => removeDraft(trx, unseen, sadia, brought.erases))
    await world.following.settled()
    const history = readFileSync(sqliteOf(house).name)
    expect(history.includes(words.toLowerCase())).toBe(false)
  },
)

test('consent that is taken back takes the piece out for everybody', async () => {
  const sadia = await world.person('sadia')
  expect(await whoFinds('deltaout')).toContain('sam')
  await inOne(db, async trx => withdrawConsent(trx, await findEvidence(trx, sadia, ids.outside), sadia, 'She said no'))
  expect(await whoFinds('deltaout')).toEqual([])
})

test('an index that is stale shows nothing that may not be seen', async () => {
  await db.deleteFrom('searchEntries').where('record', '=', ids.draft).execute()
  await db.updateTable('searchEntries').set({ record: ids.draft }).where('record', '=', ids.group).execute()
  expect(await whoFinds('betagroup')).toEqual([])
  await prepareSearch(db, searchables, { empty: false, changed: true })
  expect(await bringUpToDate(db, searchables)).toBe(true)
  expect(await whoFinds('betagroup')).toEqual(['sadia', 'sam'])
})

testOfSqlite('the triggers that noticed changes before facts were are gone after the next start', async () => {
  const sqlite = sqliteOf(house)
  sqlite.exec('create trigger search_watch_1_insert after insert on claims begin select 1; end')
  await migrate(house)
  const left = sqlite.prepare(`select name from sqlite_master where type = 'trigger' and name like 'search_watch%'`)
  expect(left.all()).toEqual([])
})

test('filters narrow, and what nobody knows is told in a sentence', async () => {
  const find = async (q: string) =>
    (await world.as('sadia').get(`/search?${new URLSearchParams({ q }).toString()}`)).text
  expect(await find('in:claims zetaclaim')).toContain('class="hit"')
  expect(await find('in:actions zetaclaim')).not.toContain('class="hit"')
  expect(await find('zetaclaim from:1/10/2026 to:2026-10-01')).toContain('class="hit"')
  expect(await find('zetaclaim from:2/10/2026')).not.toContain('class="hit"')
  expect(await find('zetaclaim group:reading by:sadia')).toContain('class="hit"')
  expect(await find('in:nonsense zeta')).toContain('There is no kind called “nonsense”')
  expect(await find('school:hogwarts')).toContain('No school that you know is called “hogwarts”')
  expect(await find('from:soon')).toContain('is no date')
  expect(await find('zetacl')).toContain('begin with “zetacl”')
})

test('a stage narrows what stands in it, by its name and by the choice beside the box', async () => {
  const find = async (query: Record<string, string>) =>
    (await world.as('sadia').get(`/search?${new URLSearchParams(query).toString()}`)).text
  expect(await find({ q: 'thetaaction stage:action' })).toContain('class="hit"')
  expect(await find({ q: 'thetaaction stage:context' })).not.toContain('class="hit"')
  expect(await find({ q: 'omicronstage', stage: 'purpose' })).toContain('class="hit"')
  expect(await find({ q: 'omicronstage', stage: 'evidence' })).not.toContain('class="hit"')
  expect(await find({ q: 'iotaeffect', stage: 'evaluation' })).toContain('class="hit"')
  expect(await find({ q: 'stage:lunch' })).toContain('No stage is called “lunch”')
})

test('no question is too strange, and none finds what is not for this person', async () => {
  const odd = [
    '-',
    '"',
    '""""',
    '*',
    '-*',
    'a'.repeat(10_000),
    '\u0000',
    'x\u0000y',
    '🙂',
    '‮abc',
    'AND OR NOT',
    'title: x',
    'NEAR(a b)',
    '{about} : r',
    '-betagroup',
    "'; drop table people",
    'kind:',
    'from:',
    '(((',
    '"a*" -"',
  ]
  for (const q of odd)
    expect([
      q.slice(0, 20),
      (await world.as('ruth').get(`/search?${new URLSearchParams({ q }).toString()}`)).status,
    ]).toEqual([q.slice(0, 20), 200])
  const word = fc.constantFrom(
    'betagroup',
    'alphadraft',
    'reading',
    '-zetaclaim',
    '"',
    '*',
    'in:claims',
    'kind:comment',
    'group:reading',
    ' ',
    'ze*',
    'by:sadia',
  )
  await fc.assert(
    fc.asyncProperty(fc.array(fc.oneof(word, fc.string({ maxLength: 8 })), { maxLength: 6 }), async parts => {
      const page = await world.as('ruth').get(`/search?${new URLSearchParams({ q: parts.join(' ') }).toString()}`)
      expect(page.status).toBe(200)
      const hits = page.text.slice(
        page.text.indexOf('class="hits"') < 0 ? page.text.length : page.text.indexOf('class="hits"'),
      )
      expect(hits).not.toMatch(/betagroup|alphadraft|zetaclaim|claim-in|claim-out|Reading by choice/i)
    }),
    { numRuns: 40 },
  )
}, 60_000)
