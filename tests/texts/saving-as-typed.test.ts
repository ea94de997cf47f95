import { expect, test } from 'vitest'
import { inOne } from '../../src/database.js'
import { saveText, textsOf } from '../../src/texts/texts.js'
import { newWorld } from '../world.js'

const world = newWorld()
const address = '/texts/stage/reading-1/purpose.ethics'
const place = { kind: 'stage', owner: 'reading-1', field: 'purpose.ethics' }

const type = (person: string, body: string, version: number) =>
  world.as(person).post(address, { body, version }).set('Accept', 'application/json')

test('words are saved as they are typed, each upon the version that was on the page', async () => {
  expect((await type('sadia', 'We ask every parent first.', 0)).body).toMatchObject({ version: 1, merged: false })
  expect((await type('sadia', 'We ask every parent first. In writing.', 1)).body).toMatchObject({ version: 2 })
  expect((await type('sadia', 'We ask every parent first. In writing.', 1)).body).toMatchObject({ version: 2 })
})

test('two people in different places of one text are both kept', async () => {
  const mine = await type('sam', 'We ask every parent and child first. In writing.', 2)
  expect(mine.body).toMatchObject({ version: 3 })
  const theirs = await type('huw', 'We ask every parent first. In writing, in both languages.', 2)
  expect(theirs.status).toBe(200)
  expect(theirs.body).toMatchObject({
    version: 4,
    merged: true,
    body: 'We ask every parent and child first. In writing, in both languages.',
  })
})

test('two people in the same words see both texts, and nothing is overwritten', async () => {
  await type('sam', 'We ask no parent and child first. In writing, in both languages.', 4)
  const late = await type('huw', 'We ask each parent and child first. In writing, in both languages.', 4)
  expect(late.status).toBe(409)
  expect(late.body).toMatchObject({
    version: 5,
    mine: 'We ask each parent and child first. In writing, in both languages.',
    by: 'Sam O’Neill',
  })
  expect((late.body as { theirs: string }).theirs).toContain('We ask no parent')

  const page = await world
    .as('huw')
    .post(address, { body: 'We ask each parent and child first. In writing, in both languages.', version: 4 })
  expect(page.status).toBe(409)
  expect(page.text).toContain('Two people changed the same words')
  expect(page.text).toContain('We ask each parent')
  expect(page.text).toContain('We ask no parent')
  await world.as('huw').post(address, { body: 'We ask each parent and child first.', version: 5 }).expect(303)
})

test('of two who begin an empty text at once both are kept, one after the other', async () => {
  const other = { ...place, field: 'purpose.intendedLearning' }
  const sam = await world.person('sam')
  const huw = await world.person('huw')
  expect((await inOne(world.db, trx => saveText(trx, other, { body: 'Sam begins', version: 0 }, sam))).outcome).toBe(
    'saved',
  )
  expect((await inOne(world.db, trx => saveText(trx, other, { body: 'Huw begins', version: 0 }, huw))).outcome).toBe(
    'merged',
  )
  expect((await textsOf(world.db, 'stage', 'reading-1'))[other.field]?.body).toBe('Huw begins\n\nSam begins')
})

test('a text too long is refused with a sentence, and one that is not theirs does not exist', async () => {
  const long = await type('sadia', 'a'.repeat(50_001), 6)
  expect(long.status).toBe(422)
  expect((long.body as { message: string }).message).toContain('longer than 50,000 characters')
  expect((await type('nia', 'x', 6)).status).toBe(404)
  expect((await type('ruth', 'x', 6)).status).toBe(404)
  expect(
    (await world.as('sadia').post('/texts/stage/reading-1/purpose.nothing', { body: 'x', version: 0 })).status,
  ).toBe(404)
  expect((await world.as('sadia').post('/texts/people/reading-1/name', { body: 'x', version: 0 })).status).toBe(404)
  expect((await world.stranger.post(address, { body: 'x', version: 0 }).set('Accept', 'application/json')).status).toBe(
    401,
  )
})

test('Welsh, Urdu and emoji come back as they were typed, with lines kept', async () => {
  const words = 'Tŷ ŵyn\nاردو میں\n🙂 a < b & "c"'
  const { version } = (await textsOf(world.db, 'stage', 'reading-1'))[place.field]!
  expect((await type('sadia', words.replaceAll('\n', '\r\n'), version)).body).toMatchObject({ body: words })
})
