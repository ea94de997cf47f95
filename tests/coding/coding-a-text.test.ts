import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { runsOf } from '../../src/coding/passages/marking-up.js'
import { sentencesOf } from '../../src/coding/passages/sentences.js'
import { newWorld } from '../world.js'
import { codeWords, putCode, putWords, takeStep } from './coding-world.js'

const world = newWorld()
const words = 'They do not choose. They take the one that is facing out. I timed it once.'

test('on a plain form, sentences get a code, a new code and a memo in one step, and one step takes all back', async () => {
  const piece = await putWords(world, words)
  const known = await putCode(world, 'choice')
  const sent = await world.as('sam').post(`/evidence/${piece.id}/codings`, {
    ...{ text: piece.textId, from: 0, to: 1, codes: known.id, newCode: 'eleven seconds', memo: 'Ask the others' },
  })
  expect(sent.get('location')).toBe(`/evidence/${piece.id}/coding#text-${piece.textId}`)
  const page = await world.as('huw').get(`/evidence/${piece.id}/coding`)
  expect(page.text).toContain('“They do not choose. They take the one that is facing out.”')
  expect(page.text).toContain('eleven seconds')
  expect(page.text).toContain('Ask the others')
  await takeStep(world, 'sam')
  const after = await world.as('huw').get(`/evidence/${piece.id}/coding`)
  expect(after.text).not.toContain('Ask the others')
  expect(after.text).not.toContain('eleven seconds')
})

test('what was typed comes back with a sentence when the words or the code are missing', async () => {
  const piece = await putWords(world, words)
  const none = await world.as('sam').post(`/evidence/${piece.id}/codings`, { text: piece.textId, memo: 'My thought' })
  expect(none.status).toBe(422)
  expect(none.text).toContain('Choose the words first')
  expect(none.text).toContain('My thought')
  const bare = await world.as('sam').post(`/evidence/${piece.id}/codings`, { text: piece.textId, from: 0 })
  expect(bare.status).toBe(409)
  expect(bare.text).toContain('Choose a code, name a new one, or write a memo')
  const old = await world.as('sam').post(`/evidence/${piece.id}/codings`, { text: 'gone', from: 0, newCode: 'late' })
  expect(old.status).toBe(409)
  expect(old.text).toContain('This text has changed since you opened it')
})

test('two people see each other’s work without loading the page, and hear nothing while nothing happens', async () => {
  const piece = await putWords(world, words)
  const code = await putCode(world, 'time')
  const first = await world.as('huw').get(`/evidence/${piece.id}/coding/now`)
  expect(first.text).toContain('None yet')
  await world.as('sam').get(`/evidence/${piece.id}/coding/now`)
  const withSam = await world.as('huw').get(`/evidence/${piece.id}/coding/now`)
  expect(withSam.text).toContain(`Here too: ${(await world.person('sam')).name}`)
  const same = await world.as('huw').get(`/evidence/${piece.id}/coding/now`).set('If-None-Match', withSam.get('ETag')!)
  expect(same.status).toBe(304)
  await codeWords(world, piece, 'I timed it once', [code], 'sam')
  const news = await world.as('huw').get(`/evidence/${piece.id}/coding/now`).set('If-None-Match', withSam.get('ETag')!)
  expect(news.status).toBe(200)
  expect(news.text).toContain('“I timed it once”')
  await codeWords(world, piece, 'I timed it once', [code], 'huw')
  const codings = await world.db.selectFrom('codings').selectAll().where('evidenceId', '=', piece.id).execute()
  expect(codings).toHaveLength(1)
})

test('a page that asks by itself keeps nobody signed in, and ends with the session or the membership', async () => {
  const piece = await putWords(world, words)
  const browser = world.as('bilal')
  const long = new Date(Date.now() - 120_000).toISOString()
  await world.db.updateTable('sessions').set({ lastSeenAt: long }).where('personId', '=', 'bilal').execute()
  expect((await browser.get(`/evidence/${piece.id}/coding/now`).set('X-By-Itself', 'yes')).status).toBe(200)
  const { lastSeenAt } = await world.db
    .selectFrom('sessions')
    .select('lastSeenAt')
    .where('personId', '=', 'bilal')
    .executeTakeFirstOrThrow()
  expect(lastSeenAt).toBe(long)
  await world.db
    .updateTable('groupPeople')
    .set({ leftAt: new Date().toISOString() })
    .where('personId', '=', 'bilal')
    .where('groupId', '=', 'reading')
    .execute()
  expect((await browser.get(`/evidence/${piece.id}/coding/now`)).status).toBe(404)
  expect((await world.stranger.get(`/evidence/${piece.id}/coding/now`).set('Accept', 'application/json')).status).toBe(
    401,
  )
})

test('a draft is coded by its author alone', async () => {
  const draft = await putWords(world, 'Only I know this yet.', { by: 'sam', audience: 'author' })
  const code = await putCode(world, 'hidden')
  await codeWords(world, draft, 'Only I know', [code], 'sam')
  expect((await world.as('sam').get(`/codes/${code.id}`)).text).toContain('Only I know')
  expect((await world.as('huw').get(`/codes/${code.id}`)).text).not.toContain('Only I know')
  expect((await world.as('huw').get(`/evidence/${draft.id}/coding`)).status).toBe(404)
  expect((await world.as('huw').get('/groups/reading/coding/history')).text).not.toContain(`E${draft.number} `)
  const erased = await world.as('sam').post(`/evidence/${draft.id}/removal`)
  expect(erased.status).toBe(303)
  expect(await world.db.selectFrom('codings').select('id').where('evidenceId', '=', draft.id).execute()).toEqual([])
})

test('a withdrawn piece takes its passages out of every page and count', async () => {
  const code = await putCode(world, 'withdrawing')
  const piece = await putWords(world, 'A sentence about one family.', { by: 'sam' })
  await codeWords(world, piece, 'one family', [code], 'sam')
  await world.as('sam').post(`/evidence/${piece.id}/withdrawal`, { reason: 'A parent asked.' })
  for (const address of [`/codes/${code.id}`, `/codes/${code.id}/passages.csv`, '/groups/reading/codes'])
    expect((await world.as('sam').get(address)).text).not.toContain('one family')
  expect((await world.as('sam').get(`/codes/${code.id}`)).text).toContain('0 passages')
})

test('a memo is changed by whoever opened it last, and earlier words come back with undo', async () => {
  const piece = await putWords(world, words)
  await world.as('sam').post(`/evidence/${piece.id}/codings`, { text: piece.textId, from: 2, memo: 'First thought' })
  const memo = await world.db
    .selectFrom('memos')
    .selectAll()
    .where('evidenceId', '=', piece.id)
    .executeTakeFirstOrThrow()
  await world.as('huw').post(`/memos/${memo.id}`, { words: 'Second thought', version: memo.version })
  const late = await world.as('sam').post(`/memos/${memo.id}`, { words: 'Third thought', version: memo.version })
  expect(late.status).toBe(409)
  expect(late.text).toContain('Second thought')
  expect(late.text).toContain('Third thought')
  await takeStep(world, 'huw')
  expect((await world.as('sadia').get(`/evidence/${piece.id}/coding`)).text).toContain('First thought')
  expect((await world.as('nia').get(`/memos/${memo.id}`)).status).toBe(404)
})

test('when the words are changed, codings move along, and those whose words are gone are said', async () => {
  const code = await putCode(world, 'moving along')
  const piece = await putWords(world, words)
  await codeWords(world, piece, 'I timed it once', [code])
  await codeWords(world, piece, 'They do not choose', [code])
  const change = { title: 'x', kind: 'observation', stage: 'evidence', gatheredOn: '2026-03-05', schools: 'st-davids' }
  const saved = await world
    .as('sadia')
    .post(`/evidence/${piece.id}/edit`, { ...change, version: 1, whatWeSaw: 'New beginning. I timed it once.' })
  expect(saved.status).toBe(303)
  const page = await world.as('sam').get(`/evidence/${piece.id}/coding`)
  expect(page.text).toContain('“I timed it once”')
  expect(page.text).toContain('The words of one coding are no longer in this text')
})

describe('sentences', () => {
  test('a line broken at the edge of a page goes on, a new speaker begins anew', () => {
    const transcript =
      'A: They do not choose. They take the one that is facing out, or they take the one their\nfriend has just put back.\n\nT: All of them?\n'
    expect(sentencesOf(transcript).map(({ startsAt, endsAt }) => transcript.slice(startsAt, endsAt))).toEqual([
      'A: They do not choose.',
      'They take the one that is facing out, or they take the one their\nfriend has just put back.',
      'T: All of them?',
    ])
  })

  test('of a long text, which is taken in pieces, are those of the text as a whole', () => {
    const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' })
    const unit = fc.constantFrom('a', 'B', '. ', '.', ' ', '1', '(', ')', ',', '\u2028', '? ', '…', 'é', '\u0301', '🙂')
    fc.assert(
      fc.property(fc.string({ unit, minLength: 6000, maxLength: 7000, size: 'max' }), text => {
        const whole = [...segmenter.segment(text)]
          .map(one => one.segment.trim())
          .filter(one => /[\p{L}\p{N}]/u.test(one))
        const places = sentencesOf(text).map(place => text.slice(place.startsAt, place.endsAt))
        expect(places.length).toBe(whole.length)
        expect(places.every((place, at) => place.startsWith(whole[at]!))).toBe(true)
      }),
      { numRuns: 10, endOnFailure: true },
    )
  })

  test('never overlap, stand in order and hold every letter', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', 'B', '.', ' ', '\n', '?', 'é', '”'), maxLength: 200 }),
        text => {
          const places = sentencesOf(text)
          let at = 0
          for (const { startsAt, endsAt } of places) {
            expect(startsAt).toBeGreaterThanOrEqual(at)
            at = endsAt
          }
          const inside = places.map(place => text.slice(place.startsAt, place.endsAt)).join('')
          expect(inside.replace(/[^\p{L}]/gu, '')).toBe(text.replace(/[^\p{L}]/gu, ''))
        },
      ),
    )
  })
})

test('runs put together are the text, whatever overlaps, and each coding keeps one lane', () => {
  const place = fc.tuple(fc.nat(60), fc.nat(60)).map(([one, other]) => ({
    ...{ startsAt: Math.min(one, other), endsAt: Math.max(one, other) + 1, mark: 'A', colour: 'sea' },
  }))
  fc.assert(
    fc.property(fc.string({ minLength: 61, maxLength: 90 }), fc.array(place, { maxLength: 5 }), (text, places) => {
      const runs = runsOf(
        text,
        places.map((one, id) => ({ ...one, id: String(id) })),
      )
      expect(runs.map(run => run.words).join('')).toBe(text.replace(/[\r\0]/g, ' '))
      for (const run of runs) expect(new Set(run.lines.map(line => line.lane)).size).toBe(run.lines.length)
    }),
  )
})

test('when a shared piece is erased for good, what was thought about its words goes with them, in every version', async () => {
  const piece = await putWords(world, 'Something that should never have been written down.')
  await world
    .as('sam')
    .post(`/evidence/${piece.id}/codings`, { text: piece.textId, from: 0, memo: 'That one again, as ever' })
  const memo = await world.db
    .selectFrom('memos')
    .selectAll()
    .where('evidenceId', '=', piece.id)
    .executeTakeFirstOrThrow()
  await world.as('huw').post(`/memos/${memo.id}`, { words: 'That one once more', version: memo.version })
  const versions = () => world.db.selectFrom('memoWords').select('words').where('memoId', '=', memo.id).execute()
  expect((await versions()).map(one => one.words).sort()).toEqual(['That one again, as ever', 'That one once more'])
  await world.as('sadia').post(`/evidence/${piece.id}/withdrawal`, { reason: 'A name in it' })
  expect((await versions()).every(one => one.words !== '')).toBe(true)
  expect((await world.as('sadia').post(`/evidence/${piece.id}/erasure`)).status).toBe(303)
  expect((await versions()).map(one => one.words)).toEqual(['', ''])
})
