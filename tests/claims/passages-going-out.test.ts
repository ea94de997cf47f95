import { expect, test } from 'vitest'
import { inOne } from '../../src/database.js'
import { findAction } from '../../src/actions/actions.js'
import { agreeAction } from '../../src/actions/agreeing/agreeing.js'
import { claimsOf } from '../../src/claims/claims.js'
import { linkPassage } from '../../src/claims/linking/linking-passages.js'
import { chosenBy } from '../../src/names/names.js'
import { passagesToQuote } from '../../src/claims/linking/passages-to-quote.js'
import { findEnquiry } from '../../src/enquiries/enquiry.js'
import { judgeEffect } from '../../src/evaluation/judging.js'
import { findEvidence } from '../../src/evidence/evidence.js'
import { keepText, readableTextsOf } from '../../src/evidence/readable-texts/readable-texts.js'
import { claimsGoAlong } from '../../src/claims/carrying-forward.js'
import { renewAll } from '../reach/kept.js'
import { newWorld } from '../world.js'
import { putClaim, putPiece } from './claim-world.js'

const world = newWorld()

async function leanOn(seen: string, words: string, shared: 'group' | 'network' = 'network') {
  const piece = await putPiece(world, { title: 'At the gate', shared })
  const sadia = await world.person('sadia')
  await world.db
    .transaction()
    .execute(trx => keepText(trx, { evidenceId: piece.id, source: 'words' }, seen, { id: 'sadia' }))
  await world.db.updateTable('evidence').set({ whatWeSaw: seen }).where('id', '=', piece.id).execute()
  const found = await findEvidence(world.db, sadia, piece.id)
  const [text] = await readableTextsOf(world.db, found)
  const claim = await putClaim(world, `What Marged Bowen says of E${piece.number}`)
  const startsAt = seen.indexOf(words)
  const place = { startsAt, endsAt: startsAt + words.length }
  const passage = await inOne(world.db, trx =>
    linkPassage(trx, claim, found, text!, place, sadia, {
      bearing: 'for',
      note: 'Marged again',
    }),
  )
  return { piece, claim, passage }
}

async function callMarged(): Promise<void> {
  await world.db
    .insertInto('pseudonyms')
    .values({
      id: `p-${Math.random()}`,
      ...{ groupId: 'reading', kind: 'person', schoolId: null, name: 'Marged Bowen', also: '', pseudonym: 'Dr Green' },
      ...{ chosenAt: '2026-03-01T00:00:00.000Z', chosenBy: 'sadia', removedAt: null, removedBy: null },
    })
    .execute()
}

test('outside the group a claim and its words stand under pseudonyms, and half a name never stays', async () => {
  await callMarged()
  const { claim } = await leanOn(
    'It was late. Then Marged Bowen told them to read. Nobody did.',
    'Bowen told them to read.',
  )
  await world.as('sadia').post(`/claims/${claim.id}/sharing`)
  const inside = (await world.as('sam').get(`/claims/${claim.id}`)).text
  expect(inside).toContain('Marged Bowen says')
  expect(inside).toContain('<mark class="quoted-words">Bowen told them to read.</mark>')
  for (const page of [
    `/claims/${claim.id}`,
    '/groups/reading/claims',
    '/groups/reading/claims/map',
    '/groups/reading/claims.csv',
  ]) {
    const outside = (await world.as('nia').get(page)).text
    expect(outside).toContain('Dr Green says')
    expect(outside).not.toContain('Bowen')
  }
  expect((await world.as('nia').get(`/claims/${claim.id}`)).text).toContain('Then Dr Green told them to read.')
})

test('actions and their effects outside the group stand under its pseudonyms too', async () => {
  const sadia = await world.person('sadia')
  const enquiry = await findEnquiry(world.db, sadia, 'reading')
  const words = {
    action: 'Ask Marged Bowen to read aloud',
    expectedEffect: 'Marged Bowen is heard',
    steps: '',
    who: '',
  }
  const agreed = { ...words, startsOn: null, endsOn: null, schools: ['st-davids'] }
  const { id } = await inOne(world.db, trx => agreeAction(trx, enquiry, sadia, agreed))
  const found = await findAction(world.db, sadia, id)
  const judged = {
    judgement: 'made some difference',
    confidence: 'a hunch',
    whatHappened: 'Marged Bowen came',
  } as const
  await inOne(world.db, trx => judgeEffect(trx, found, 'st-davids', sadia, judged))
  await world.as('sadia').post(`/actions/${id}/sharing`)
  const action = `/actions/${id}`
  for (const page of [action, '/groups/reading/actions', '/groups/reading/evaluation', `${action}/effects/st-davids`]) {
    expect((await world.as('nia').get(page)).text).toContain('Dr Green')
    expect((await world.as('nia').get(page)).text).not.toContain('Bowen')
    expect((await world.as('sam').get(page)).text).toContain('Marged Bowen')
  }
})

test('a write-up quotes the words by their number, whole names and all, while they stand', async () => {
  const { piece, passage } = await leanOn('Marged Bowen smiled. She read on.', 'Bowen smiled.')
  const quote = async () =>
    (await passagesToQuote(world.db, 'reading', await chosenBy(world.db, 'reading'))).find(
      one => one.passageId === passage.id,
    )
  expect(await quote()).toMatchObject({ number: 1, words: 'Marged Bowen smiled.' })
  await world.db
    .transaction()
    .execute(trx => keepText(trx, { evidenceId: piece.id, source: 'words' }, 'She read on.', { id: 'sadia' }))
  expect(await quote()).toBeUndefined()
})

test('the write-up quotes what claims lean on, only where everybody in it agreed, and says what would change our mind', async () => {
  const said = await leanOn('Free to be told. It was loud.', 'It was loud.')
  const held = await leanOn('Held back here. It was quiet.', 'It was quiet.')
  for (const [{ piece }, audience] of [
    [said, 'public'],
    [held, 'group'],
  ] as const)
    await world.db
      .insertInto('consents')
      .values({
        id: `c-${piece.id}`,
        evidenceId: piece.id,
        ...{
          who: 'no one',
          audience,
          givenOn: '2026-03-05',
          recordedBy: 'sadia',
          recordedAt: '2026-03-05T10:00:00.000Z',
        },
        ...{ withdrawnAt: null, withdrawnBy: null, withdrawnBecause: null },
      })
      .execute()
  await renewAll(world.db)
  await world
    .as('sadia')
    .post(`/claims/${said.claim.id}/what-would-change-our-mind`, { whatWouldChange: 'A silent hall that reads' })
  await world.as('sadia').post('/groups/reading/write-up')
  const { text } = await world.as('sadia').get('/groups/reading/write-up')
  expect(text).toMatch(/<blockquote[^]*It was loud\./)
  expect(text).not.toContain('It was quiet.')
  expect(text).toContain('A silent hall that reads')
})

test('search finds a claim by the words it leans on, for those who may read them', async () => {
  const { claim } = await leanOn('A zebra crossing lady reads to them.', 'zebra crossing lady', 'group')
  await world.as('sadia').post(`/claims/${claim.id}/sharing`)
  expect((await world.as('sam').get('/search?q=zebra')).text).toContain(`/claims/${claim.id}`)
  expect((await world.as('nia').get('/search?q=zebra')).text).not.toContain(`/claims/${claim.id}`)
})

test('the words go along into the next cycle', async () => {
  const { claim, passage } = await leanOn('Still so in spring.', 'Still so')
  const sadia = await world.person('sadia')
  const enquiry = await findEnquiry(world.db, sadia, 'reading')
  await world.db.transaction().execute(trx => claimsGoAlong.take!(trx, enquiry, enquiry, sadia))
  const carried = await world.db
    .selectFrom('claims')
    .select('id')
    .where('carriedFrom', '=', claim.id)
    .executeTakeFirstOrThrow()
  const inView = (await claimsOf(world.db, sadia, enquiry)).find(one => one.id === carried.id)!
  expect(inView.for[0]!.quotations).toMatchObject([{ passageId: passage.id, words: 'Still so', number: 1 }])
})
