import { describe, expect, test } from 'vitest'
import { datesOfAll } from '../../src/networks/year.js'
import { inOne } from '../../src/database.js'
import { findNetwork } from '../../src/networks/networks.js'
import { textOf } from '../../src/documents/to-text.js'
import { partsBeside } from '../../src/networks/year.js'
import { talkAtMeeting } from '../../src/reviews/rounds/doing.js'
import { documentOfSpread } from '../../src/reviews/spread/spread-document.js'
import { spreadsOf } from '../../src/reviews/spread/spread.js'
import { brought } from '../../src/rooms.js'
import { render } from '../../src/web/showing/views.js'
import { newWorld } from '../world.js'
import { all, answer, close, instrument, roundOf, rowOf, twelve } from './reviewing.js'

const world = newWorld()
const id = await roundOf(world, { people: twelve, title: 'How we lead' })
await answer(
  world,
  id,
  Object.fromEntries(twelve.map((one, at) => [one, { 's-after': at < 8 ? '1' : '3', 'p-why': '4' }])),
)
await close(world, id)
const at = `${all}/${id}`
const span = { from: '2020-01-01T00:00:00.000Z', until: '2100-01-01T00:00:00.000Z' }

describe('the spread', () => {
  test('offers what would help where few say that it is so, and nothing where most do', async () => {
    const { text } = await world.as('sam').get(`${at}/spread`)
    expect(text).toContain('Not yet: 8, Here and there: 0, Mostly: 4 and Right across: 0, of 12.')
    expect(text).toContain('Give each lead somebody beside them from today')
    expect(text).toContain('8 of 12 say “not yet” or “here and there” of “Somebody comes after”.')
    expect(text).not.toContain('Everybody writes the why on a card')
    expect(text).toContain('Who comes after each of us?')
  })

  test('goes onto paper, and into lists that hold back the same', async () => {
    expect((await world.as('sam').get(`${at}/spread.pdf`)).headers['content-type']).toContain('application/pdf')
    expect((await world.as('sam').get(`${at}/spread.docx`)).status).toBe(200)
    const csv = (await world.as('sam').get(`${at}/spread.csv`)).text
    expect(csv).toContain('"Not yet",8,12')
    expect(csv).toContain('"fewer than 5"')
    expect((await world.as('sam').get(`${all}.csv`)).text).toContain('"How we lead"')
  })

  test('says on paper each number once, beside the statement in full, in words that a colleague would use', async () => {
    const round = await rowOf(world, id)
    const network = await findNetwork(world.db, await world.person('nia'), 'hafren')
    const words = textOf(
      await documentOfSpread(network, round, await spreadsOf(world.db, round), [], 'http://localhost'),
    )
    expect(words).toMatch(/Somebody comes after: [^]*?Not yet 8 · Mostly 4/)
    expect(words).toContain('“Not yet” was given most often: 8 times out of 12.')
    expect(words.match(/Not yet 8/g)).toHaveLength(1)
    expect(words).not.toContain('by statement and answer')
  })

  test('tells by the phase what comes next, and where much is wanted and little there', async () => {
    const phase = await roundOf(world, { people: twelve, of: instrument('partnership') })
    await answer(world, phase, Object.fromEntries(twelve.map(one => [one, { 'a-phase': 'developing' }])))
    await close(world, phase)
    expect((await world.as('nia').get(`${all}/${phase}/spread`)).text).toContain('Choose two things to finish')
    const needs = await roundOf(world, { people: twelve, of: instrument('conditions') })
    const said = {
      'c-talk': '1',
      'c-talk.matters': '4',
      'b-time': '4',
      'b-time.matters': '4',
      'b-culture': '1',
      'b-culture.matters': '4',
    }
    await answer(world, needs, Object.fromEntries(twelve.map(one => [one, said])))
    await close(world, needs)
    const { text } = await world.as('nia').get(`${all}/${needs}/spread`)
    expect(text).toContain('there is too little of it: <a')
    expect(text).toMatch(/much in the way:[^]*item=b-time/)
    expect(text).not.toContain('item=b-culture')
  })
})

describe('what they choose', () => {
  test('is one thing or two, with one owner and a day, in their day until it is done', async () => {
    const point = (await world.as('nia').post(`${at}/chosen`, { what: 'Somebody beside each leader', item: 's-after' }))
      .headers.location!
    const unowned = await world
      .as('nia')
      .post(`${point}/action`, { doing: 'Ask each', owner: 'ruth', dueOn: '2099-01-29' })
    expect(unowned.status).toBe(422)
    await world.as('nia').post(`${point}/action`, { doing: 'Ask each', owner: 'sam', dueOn: '2099-01-29' }).expect(303)
    expect((await world.as('sam').get('/')).text).toContain('You took this on after a review')
    expect((await world.as('huw').post(`${point}/done`, { cameOfIt: 'x' })).status).toBe(403)
    expect((await world.as('sam').post(`${point}/done`, { cameOfIt: '' })).status).toBe(422)
    expect((await world.as('sam').led(`${point}/done`, { cameOfIt: 'Seven have somebody.' })).text).toContain(
      'Seven have somebody.',
    )
    expect((await world.as('sam').post(`${point}/done`, { cameOfIt: 'Again' })).status).toBe(409)
    expect((await world.as('sam').get('/')).text).not.toContain('You took this on')
    expect((await world.as('zofia').get('/search?q=somebody+beside+leader')).text).toContain(point)
    for (const person of ['ruth', 'fiona', 'dilys', 'alex'])
      expect((await world.as(person).get(point)).status).toBe(404)
  })

  test('can become the question of an enquiry, or be let go; a third is one too many', async () => {
    const point = (await world.as('nia').post(`${at}/chosen`, { what: 'What do governors need?', item: '' })).headers
      .location!
    expect((await world.as('nia').post(`${at}/chosen`, { what: 'A third', item: '' })).status).toBe(422)
    const page = await world.as('nia').led(`${point}/question`, { question: 'What would a governor need to see?' })
    const propose = /href="([^"]+groups\/new[^"]+)"/.exec(page.text)![1]!
    expect((await world.as('sam').get(propose)).text).toContain('What would a governor need to see?')
    await world.as('nia').post(`${point}/letting-go`, { cameOfIt: 'They told us themselves.' }).expect(303)
    await world.as('nia').post(`${at}/chosen`, { what: 'A third', item: '' }).expect(303)
  })

  test('is written down by those who lead it', async () => {
    expect((await world.as('sam').get(`${at}/chosen/new`)).status).toBe(403)
    expect((await world.as('zofia').get(`${at}/chosen/new`)).status).toBe(404)
    expect((await world.as('nia').get(`${at}/chosen/new`)).status).toBe(200)
    expect((await world.as('nia').post(`${at}/chosen`, { what: '', item: '' })).status).toBe(422)
  })
})

test('the meeting at which they talk shows the review, and its spread to those alone who may see it', async () => {
  const nia = await world.person('nia')
  const row = await rowOf(world, id)
  await inOne(world.db, trx => talkAtMeeting(trx, row, nia, { id: 'm1', on: '2099-12-03', where: 'Weir Lane' }))
  const beside = async (person: string) => {
    const reader = await world.person(person)
    const parts = await partsBeside(brought.inTheYear.beside, 'meeting', world.db, reader, 'm1')
    return parts.map(({ view, given }) => render(view, given)).join('')
  }
  expect(await beside('sam')).toContain(`${at}/spread`)
  expect(await beside('zofia')).toContain('How we lead')
  expect(await beside('zofia')).not.toContain('/spread')
  expect(await beside('ruth')).toBe('')
  expect((await world.as('sam').get(at)).text).toContain('3 December 2099, Weir Lane')
})

describe('in the year', () => {
  test('the report tells only what a leader has ticked, and never own words', async () => {
    const nia = await world.person('nia')
    const network = await findNetwork(world.db, nia, 'hafren')
    const part = brought.inTheYear.reportParts.find(one => one.part === 'reviews')!
    const term = await world.db
      .selectFrom('terms')
      .selectAll()
      .where('networkId', '=', 'hafren')
      .executeTakeFirstOrThrow()
    const told = async () =>
      textOf({
        title: '',
        language: 'en-GB',
        kindOfDocument: '',
        titlePage: { heading: '', lines: [] },
        contents: false,
        foot: '',
        parts: await part.blocks(world.db, network, term, span),
      })
    expect(await told()).not.toContain('How we lead')
    expect((await world.as('sam').post(`${at}/telling`, { items: 's-after' })).status).toBe(403)
    await world
      .as('nia')
      .post(`${at}/telling`, { items: ['s-after', 'l-words'] })
      .expect(303)
    expect(await told()).toContain('How we lead')
    expect(await told()).toContain('Somebody comes after')
    expect(await told()).not.toContain('We know why')
  })

  test('news, dates and lists tell each what they may know', async () => {
    const open = await roundOf(world, { people: twelve, title: 'Still open' })
    const dates = async (person: string) => {
      const reader = await world.person(person)
      const found = await datesOfAll(brought.inTheYear.dates, {
        ...{ db: world.db, person: reader, networkIds: ['hafren'] },
        ...{ from: '2099-12-01', until: '2099-12-31' },
      })
      return found.filter(one => one.uid === `review-${open}`).map(one => one.mine)
    }
    expect(await dates('sam')).toEqual([true])
    expect(await dates('huw')).toEqual([])
    await answer(world, open, { sam: { 'p-why': '1' } })
    expect(await dates('sam')).toEqual([false])
    const network = await findNetwork(world.db, await world.person('nia'), 'hafren')
    const news = async (person: string) => {
      const reader = await world.person(person)
      const found = await Promise.all(brought.inTheYear.news.map(one => one(world.db, reader, network, span.from)))
      return found
        .flat()
        .map(one => one.text)
        .join('\n')
    }
    expect(await news('sam')).toContain('how answers spread in “How we lead”')
    expect(await news('huw')).not.toContain('how answers spread')
    expect(await news('huw')).toContain('Somebody beside each leader')
    const spreads = brought.inTheYear.lists.find(one => one.name === 'review-spreads')!
    expect(await spreads.csv(world.db, await world.person('nia'), network)).toContain('"Not yet",8,12')
    expect(await spreads.csv(world.db, await world.person('sam'), network)).not.toContain('Not yet')
  })
})
