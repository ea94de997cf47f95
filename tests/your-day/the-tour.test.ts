import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { up } from '../../migrations/2026-11-30-1170-tours.js'
import { notesOf } from '../../src/your-day/tour/notes.js'
import { newWorld } from '../world.js'

const world = newWorld()
const tours = { day: notesOf('day', ['volunteer']), group: notesOf('group', ['volunteer']) }
const noteOn = async (person: string, path: string) =>
  /id="tour-heading">([^<]+)</.exec((await world.as(person).get(path)).text)?.[1]

test('on a first visit one note after the other stands on Your day, until the last is read', async () => {
  for (const [at, note] of tours.day.entries()) {
    expect(await noteOn('sam', '/')).toBe(note.heading)
    const next = await world.as('sam').post('/tours/day/next', { place: at + 1, back: '/' })
    expect([next.status, next.headers.location]).toEqual([303, at + 1 < tours.day.length ? '/#tour' : '/'])
  }
  expect(await noteOn('sam', '/')).toBeUndefined()
})

test('a note that was read already does not come back, however late its form is sent', async () => {
  await world.as('sam').post('/tours/day/next', { place: 1, back: '/' })
  expect(await noteOn('sam', '/')).toBeUndefined()
  await world.as('sadia').post('/tours/day/next', { place: 2, back: '/' })
  await world.as('sadia').post('/tours/day/next', { place: 1, back: '/' })
  expect(await noteOn('sadia', '/')).toBe(notesOf('day', ['volunteer', 'lead-learner'])[2]!.heading)
})

test('the page of a group has notes of its own for those who are in it, and for nobody else', async () => {
  expect(await noteOn('sam', '/groups/reading')).toBe(tours.group[0]!.heading)
  expect(await noteOn('nia', '/groups/reading')).toBeUndefined()
})

test('the notes fit what somebody is: a head hears of recommendations, a visitor of challenges, whoever leads of leading', async () => {
  const allOf = async (person: string, tour: 'day' | 'group', path: string) => {
    const read: string[] = []
    for (let place = 1; place < 10; place++) {
      const heading = await noteOn(person, path)
      if (!heading) break
      read.push(heading)
      await world.as(person).post(`/tours/${tour}/next`, { place, back: path })
    }
    return read
  }
  const ofHead = await allOf('joanna', 'day', '/')
  expect(ofHead).toContain('Groups ask your school for an answer')
  expect(ofHead).not.toContain('One sentence is enough')
  expect(await allOf('fiona', 'group', '/groups/reading')).toEqual([
    'You see what the group shows you',
    'Challenge what does not convince you',
  ])
  expect((await allOf('kasia', 'group', '/groups/outdoors')).at(-1)).toBe('What only you can do here')
})

test('skipped for ever is skipped on every page and device, and for nobody else', async () => {
  const skipped = await world.as('sadia').post('/tours/skipped', { back: '/groups/reading' })
  expect([skipped.status, skipped.headers.location]).toEqual([303, '/groups/reading'])
  // Each call of `as` is a browser of its own.
  expect(await noteOn('sadia', '/')).toBeUndefined()
  expect(await noteOn('sadia', '/groups/reading')).toBeUndefined()
  expect(await noteOn('sam', '/groups/reading')).toBe(tours.group[0]!.heading)
})

test('on the page of the account one asks for it again', async () => {
  expect((await world.as('sadia').get('/account')).text).toContain('action="/tours/again"')
  expect((await world.as('sadia').post('/tours/again')).status).toBe(303)
  expect(await noteOn('sadia', '/')).toBe(tours.day[0]!.heading)
})

test('a tour that is not there, a note that is none, and a stranger are refused', async () => {
  expect((await world.as('sam').post('/tours/moon/next', { place: 1, back: '/' })).status).toBe(404)
  expect((await world.as('sam').post('/tours/day/next', { place: 0, back: '/' })).status).toBe(422)
  expect((await world.stranger.post('/tours/skipped', { back: '/' })).headers.location).toContain('/sign-in')
  const away = await world.as('sam').post('/tours/skipped', { back: 'https://elsewhere.example/' })
  expect(away.headers.location).toBe('/')
})

test('whoever was here before there was a tour is not shown one', async () => {
  await sql`drop table tours_taken`.execute(world.db)
  await up(world.db as never)
  for (const person of ['sam', 'nia', 'sadia']) expect(await noteOn(person, '/')).toBeUndefined()
})
