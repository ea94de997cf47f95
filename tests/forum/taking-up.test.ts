import { beforeEach, describe, expect, test } from 'vitest'
import { aroundPerson } from '../../src/enquiries/around.js'
import { forumKnowsHow } from '../../src/forum/year/knows-how.js'
import { forumMoves } from '../../src/forum/year/moves.js'
import { forumReportPart } from '../../src/forum/year/report-part.js'
import { brought } from '../../src/rooms.js'
import { beginningOf, daysAfter, today } from '../../src/web/now.js'
import { waitingFor } from '../../src/enquiries/waiting/what-waits.js'
import { newWorld } from '../world.js'
import { hafren, idOf, posted, rowOf } from './forum.js'

const world = newWorld()
const network = await world.db.selectFrom('networks').selectAll().where('id', '=', 'hafren').executeTakeFirstOrThrow()
const ever = { from: '2020-01-01T00:00:00.000Z', until: '2099-01-01T00:00:00.000Z' }

async function waiting(person: string): Promise<string[]> {
  const around = await aroundPerson(world.db, await world.person(person), brought.threads)
  return (await waitingFor(around, brought.waiting)).map(one => `${one.text} ${one.action}`)
}

async function takeUpOf(address: string, person: string) {
  return world.db
    .selectFrom('forumTakeUps')
    .selectAll()
    .where('postId', '=', idOf(address))
    .where('takenBy', '=', person)
    .executeTakeFirstOrThrow()
}

/** As if some weeks had gone by. */
async function weeksLater(address: string): Promise<void> {
  const day = daysAfter(today(), -1)
  await world.db.updateTable('forumTakeUps').set({ askAfter: day }).where('askAfter', 'is not', null).execute()
  await world.db
    .updateTable('forumPosts')
    .set({ askedAgainAfter: day })
    .where('id', '=', idOf(address))
    .where('openSince', 'is not', null)
    .execute()
}

describe('a school takes a post up', () => {
  test('with one press, and is asked once after some weeks what came of it', async () => {
    const address = await posted(world, 'sam')
    expect((await world.as('sam').post(`${address}/take-ups`, { how: 'takes it' })).status).toBe(403)
    const page = await world.as('kasia').led(`${address}/take-ups`, { how: 'takes it' })
    expect(page.text).toContain('Upper Marsh Primary')
    expect((await rowOf(world, address)).takenUp).toBe(1)
    expect((await waiting('kasia')).join()).not.toContain('What came of it?')

    await weeksLater(address)
    expect((await waiting('kasia')).join()).toContain('Upper Marsh Primary took up “Here we let Year 6')
    const { id } = await takeUpOf(address, 'kasia')
    await world.as('kasia').post(`${address}/take-ups/${id}`, { cameOf: 'changed', cameOfWords: 'Year 4 does it.' })
    expect((await waiting('kasia')).join()).not.toContain('What came of it?')
    const { text } = await world.as('huw').get(address)
    expect(text).toContain('We use it, changed to suit us: Year 4 does it.')
    expect((await world.as('huw').get(`${address}/take-ups/${id}`)).status).toBe(403)

    // Said again, it is not asked again.
    await world.as('kasia').post(`${address}/take-ups`, { how: 'takes it' })
    expect((await takeUpOf(address, 'kasia')).askAfter).toBeNull()
    expect((await takeUpOf(address, 'kasia')).cameOf).toBe('changed')
  })

  test('and is never asked again once that was waved away', async () => {
    const address = await posted(world, 'sam')
    await world.as('maeve').post(`${address}/take-ups`, { how: 'takes it' })
    await weeksLater(address)
    expect((await waiting('maeve')).join()).toContain('What came of it?')
    const { id } = await takeUpOf(address, 'maeve')
    await world.as('maeve').post(`${address}/take-ups/${id}/waving-away`)
    expect((await waiting('maeve')).join()).not.toContain('What came of it?')
  })

  test('or has tried it, in words; or it is not for them, which counts for nothing', async () => {
    const address = await posted(world, 'sam')
    const empty = await world.as('kasia').post(`${address}/take-ups`, { how: 'tried it', words: '' })
    expect(empty.status).toBe(422)
    expect(empty.text).toContain('Say in a sentence how it went')
    await world.as('kasia').post(`${address}/take-ups`, { how: 'tried it', words: 'It rained.', cameOf: 'dropped' })
    await world.as('maeve').post(`${address}/take-ups`, { how: 'not for us', words: 'We have no library.' })
    expect((await rowOf(world, address)).takenUp).toBe(1)
    const { text } = await world.as('huw').get(address)
    expect(text).toContain('It rained.')
    expect(text).toContain('We have no library.')
    await weeksLater(address)
    expect([...(await waiting('kasia')), ...(await waiting('maeve'))].join()).not.toContain('What came of it?')
  })

  test('schools stand in the alphabet, not by when they came', async () => {
    const address = await posted(world, 'sam')
    for (const person of ['gwen', 'kasia', 'maeve'])
      await world.as(person).post(`${address}/take-ups`, { how: 'takes it' })
    const { text } = await world.as('huw').get(address)
    const places = ['Holly Bank Primary', 'Upper Marsh Primary', 'Ysgol y Bryn'].map(one => text.indexOf(`<h3>${one}`))
    expect(places).toEqual([...places].sort((one, other) => one - other))
    expect(places[0]).toBeGreaterThan(0)
  })

  test('is what moved between schools, for those of the network alone', async () => {
    const moves = await forumMoves(world.db, await world.person('nia'), network, ever)
    const changed = moves.find(one => one.madeOfIt === 'Year 4 does it.')
    expect(changed).toMatchObject({
      from: { kind: 'school', name: 'Weir Lane Primary' },
      to: { kind: 'school', name: 'Upper Marsh Primary' },
      how: 'adapted it',
      isPublic: false,
    })
    expect(moves.some(one => one.madeOfIt === 'We have no library.')).toBe(false)
    for (const outsider of ['ruth', 'dilys', 'fiona'])
      expect(await forumMoves(world.db, await world.person(outsider), network, ever)).toEqual([])
  })
})

describe('a request for help', () => {
  test('stands at the top until its asker says that it is met, by whose answer', async () => {
    const address = await posted(world, 'sam', { kind: 'help', sentence: 'Can anybody help with Pashto?' })
    expect((await world.as('kasia').get(hafren)).text).toContain('Still asked for')
    world.letters.length = 0
    await world.as('kasia').post(`${address}/answers`, { words: 'Bilal speaks it.' })
    await world.as('huw').post(`${address}/answers`, { words: 'There is a good app.' })
    await world.posted()
    expect(world.letters.map(one => one.to)).toEqual(['sam@schools.example'])
    expect(world.letters[0]!.text).toContain('/letters')
    const { id } = await world.db
      .selectFrom('forumAnswers')
      .select('id')
      .where('words', '=', 'Bilal speaks it.')
      .executeTakeFirstOrThrow()
    expect((await world.as('kasia').post(`${address}/met`, { answer: id })).status).toBe(403)
    const page = await world.as('sam').led(`${address}/met`, { answer: id })
    expect(page.text).toContain('what Kasia Żółtowska answered')
    expect((await rowOf(world, address)).openSince).toBeNull()
  })

  test('is asked about after four weeks, and again four weeks after it was said to be open', async () => {
    const address = await posted(world, 'sam', { kind: 'help', sentence: 'Can anybody help with a kiln?' })
    expect((await waiting('sam')).join()).not.toContain('kiln')
    await weeksLater(address)
    expect((await waiting('sam')).join()).toContain('Is it still open?')
    await world.as('sam').post(`${address}/still-open`)
    expect((await waiting('sam')).join()).not.toContain('kiln')
    await weeksLater(address)
    expect((await waiting('sam')).join()).toContain('kiln')
  })

  test('sends no letter to somebody who does not want it', async () => {
    const address = await posted(world, 'huw', { kind: 'help', sentence: 'Can anybody lend us a tent?' })
    await world.db
      .insertInto('lettersNotWanted')
      .values({ personId: 'huw', letter: 'answers', saidAt: today() })
      .execute()
    world.letters.length = 0
    await world.as('kasia').post(`${address}/answers`, { words: 'We have two.' })
    await world.posted()
    expect(world.letters).toEqual([])
  })
})

describe('answers', () => {
  test('stand one deep', async () => {
    const address = await posted(world, 'sam')
    await world.as('kasia').post(`${address}/answers`, { words: 'How many children?' })
    const top = await world.db
      .selectFrom('forumAnswers')
      .selectAll()
      .where('postId', '=', idOf(address))
      .executeTakeFirstOrThrow()
    await world.as('sam').post(`${address}/answers`, { words: 'Four at a time.', under: top.id })
    const under = await world.db
      .selectFrom('forumAnswers')
      .selectAll()
      .where('underId', '=', top.id)
      .executeTakeFirstOrThrow()
    await world.as('huw').post(`${address}/answers`, { words: 'Only four?', under: under.id })
    const deepest = await world.db
      .selectFrom('forumAnswers')
      .selectAll()
      .where('words', '=', 'Only four?')
      .executeTakeFirstOrThrow()
    expect(deepest.underId).toBe(top.id)
    const empty = await world.as('huw').post(`${address}/answers`, { words: '  ' })
    expect(empty.status).toBe(422)
  })

  test('to another post cannot be answered here', async () => {
    const [one, other] = [await posted(world, 'sam'), await posted(world, 'sam')]
    await world.as('kasia').post(`${one}/answers`, { words: 'Here' })
    const { id } = await world.db
      .selectFrom('forumAnswers')
      .select('id')
      .where('postId', '=', idOf(one))
      .executeTakeFirstOrThrow()
    expect((await world.as('kasia').post(`${other}/answers`, { words: 'There', under: id })).status).toBe(404)
  })

  test('are thanked for, and taken down by whoever gave them', async () => {
    const address = await posted(world, 'sam')
    await world.as('kasia').post(`${address}/answers`, { words: 'A good thought' })
    const { id } = await world.db
      .selectFrom('forumAnswers')
      .select('id')
      .where('postId', '=', idOf(address))
      .executeTakeFirstOrThrow()
    await world.as('sam').post(`${address}/thanks`, { about: id })
    expect((await world.as('huw').get(address)).text).toContain('Thanks from Sam O’Neill')
    expect((await world.as('sam').post(`${address}/answers/${id}/taking-down`)).status).toBe(403)
    await world.as('kasia').post(`${address}/answers/${id}/taking-down`)
    expect((await world.as('huw').get(address)).text).not.toContain('A good thought')
    expect((await rowOf(world, address)).answers).toBe(0)
  })
})

describe('what to talk about', () => {
  let address: string
  beforeEach(async () => {
    address = await posted(world, 'sam', { sentence: `Here we talk, number ${Math.random()}` })
  })

  test('is made of what people support, and taken to the next session by whoever leads', async () => {
    const { sentence } = await rowOf(world, address)
    await world.as('kasia').post(`${address}/support`)
    await world.as('huw').post(`${address}/support`)
    expect((await rowOf(world, address)).supports).toBe(2)
    await world.as('huw').post(`${address}/support`)
    expect((await rowOf(world, address)).supports).toBe(1)
    const talk = `${hafren}/talk`
    expect((await world.as('kasia').get(talk)).text).toContain(sentence)
    const chosen = { posts: idOf(address), minutes: '15' }
    expect((await world.as('kasia').post(talk, chosen)).status).toBe(403)
    expect((await world.as('tomasz').post(talk, { minutes: '0' })).status).toBe(422)
    const page = await world.as('tomasz').led(talk, chosen)
    expect(page.text).toContain('15 minutes')
    await world.as('nia').post(`${talk}/over`)
    expect((await rowOf(world, address)).supports).toBe(0)
    expect((await world.as('kasia').get(address)).text).toContain('talked about on')
    expect((await world.as('kasia').get(talk)).text).not.toContain(sentence)
  })
})

test('whoever chairs a circle takes posts to a session, as long as they are in the chair', async () => {
  const address = await posted(world, 'sam', { sentence: 'Here we sing before registration.' })
  await world.as('sam').post(`${address}/support`)
  const talk = `${hafren}/talk`
  const circle = { kind: 'breakfast', name: 'Breakfast by the mill', purpose: '', rhythm: '' }
  const made = await world.as('kasia').post('/networks/hafren/circles', circle)
  const { id } = { id: idOf(made.headers.location!) }
  expect((await world.as('kasia').post(talk, { posts: idOf(address), minutes: '5' })).status).toBe(403)
  await world.as('kasia').post(`/circles/${id}`, { ...circle, chair: 'kasia' })
  expect((await world.as('kasia').led(talk, { posts: idOf(address), minutes: '5' })).text).toContain('5 minutes')
  await world.as('kasia').post(`/circles/${id}/closing`, { because: 'The mill is let.' })
  expect((await world.as('kasia').post(`${talk}/over`)).status).toBe(403)
  await world.as('nia').post(`${talk}/over`)
})

describe('the report of the term', () => {
  test('tells only what its people said may be told, and names no school and nobody', async () => {
    const told = await posted(world, 'sam', { sentence: 'Here children write the menu.', mayTell: 'yes' })
    await posted(world, 'sam', { sentence: 'Here we argue about biscuits.' })
    await world.as('kasia').post(`${told}/take-ups`, { how: 'tried it', words: 'Kept between us.' })
    await world.as('maeve').post(`${told}/take-ups`, { how: 'tried it', words: 'They ate more.', mayTell: 'yes' })
    const term = await world.db
      .selectFrom('terms')
      .selectAll()
      .where('slug', '=', 'autumn-2026')
      .executeTakeFirstOrThrow()
    const words = JSON.stringify(await forumReportPart.blocks(world.db, network, term, ever))
    expect(words).toContain('Here children write the menu.')
    expect(words).toContain('2 schools took it up')
    expect(words).toContain('They ate more.')
    for (const secret of ['biscuits', 'Kept between us.', 'Sam', 'Maeve', 'Weir Lane', 'Holly Bank'])
      expect(words).not.toContain(secret)
    await world.as('sam').post(`${told}/taking-down`)
    expect(JSON.stringify(await forumReportPart.blocks(world.db, network, term, ever))).not.toContain('menu')
    expect(
      await forumReportPart.blocks(world.db, network, term, {
        from: beginningOf('2020-01-01'),
        until: beginningOf('2020-02-01'),
      }),
    ).toEqual([])
  })
})

test('who knows how names those alone who agreed to be asked', async () => {
  await posted(world, 'sam', { kind: 'tried', sentence: 'We tried silent maps.', asksWelcome: 'yes' })
  await posted(world, 'kasia', { kind: 'tried', sentence: 'We tried loud maps.' })
  await posted(world, 'kasia', { kind: 'help', sentence: 'Can anybody help with maps?', asksWelcome: 'yes' })
  const known = (await forumKnowsHow(world.db, await world.person('nia'), network)).map(one => one.what)
  expect(known).toContain('We tried silent maps.')
  expect(known).not.toContain('We tried loud maps.')
  expect(known).not.toContain('Can anybody help with maps?')
  expect(await forumKnowsHow(world.db, await world.person('ruth'), network)).toEqual([])
})

test('thanks come from others, and a post says something that can be seen', async () => {
  const address = await posted(world, 'sam')
  expect((await world.as('sam').post(`${address}/thanks`, { about: '' })).status).toBe(403)
  expect((await world.as('kasia').post(`${address}/thanks`, { about: '' })).status).toBe(303)
  const nothing = await world.as('sam').post(hafren, { kind: 'heard', sentence: '\u200b\u200b' })
  expect(nothing.status).toBe(422)
})
