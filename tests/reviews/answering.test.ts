import { describe, expect, test } from 'vitest'
import { newWorld } from '../world.js'
import { all, instrument, roundOf, twelve } from './reviewing.js'

const world = newWorld()
const id = await roundOf(world, { people: twelve })
const at = `${all}/${id}/answer`

describe('somebody who is asked', () => {
  test('answers part by part, told how far they are, and goes on where they stopped', async () => {
    const begin = await world.as('mair').get(at)
    expect(begin.text).toContain('about 8 minutes')
    expect(begin.headers['cache-control']).toBe('no-store')
    const first = await world.as('mair').get(`${at}/1`)
    expect(first.text).toMatch(/Part 1 of 4, about \d+ minutes to go/)
    const next = await world.as('mair').post(`${at}/1`, { 'q-l-trust': '3', 'q-l-words': 'The evening in May' })
    expect(next.headers.location).toBe(`${at}/2`)
    const again = await world.as('mair').get(at)
    expect(again.text).toContain('1 of 6 answered')
    expect(again.text).toContain(`${at}/2">Go on`)
    expect((await world.as('mair').get(`${at}/1`)).text).toContain('The evening in May')
    expect((await world.as('mair').get('/')).text).toContain('Go on answering')
  })

  test('changes what they said, and takes it back', async () => {
    await world.as('mair').post(`${at}/1`, { 'q-l-trust': '', 'q-l-alike': '2' }).expect(303)
    const { text } = await world.as('mair').get(`${at}/1`)
    expect(text).not.toContain('The evening in May')
    expect(text).toMatch(/name="q-l-alike" value="2" checked/)
    expect(text).not.toMatch(/name="q-l-trust" value="3" checked/)
  })

  test('finishes at the end, and can still look at it', async () => {
    const done = await world.as('mair').led(`${at}/4`, { 'q-p-why': '2' })
    expect(done.text).toContain('Thank you')
    expect((await world.as('mair').get('/')).text).not.toContain('asks how you see it')
    expect((await world.as('mair').get(at)).text).toContain('Look at my answers')
  })

  test('is saved by a script as they go, without being finished', async () => {
    const saved = await world.as('sam').post(`${at}/4`, { 'q-p-why': '4' }).set('Accept', 'application/json')
    expect(saved.status).toBe(200)
    expect(saved.body).toHaveProperty('savedAt')
    expect((await world.as('sam').get('/')).text).toContain('Go on answering')
  })

  test('is told what cannot be taken in, with every word kept', async () => {
    const page = await world.as('gwen').post(`${at}/1`, { 'q-l-trust': '9', 'q-l-words': 'Keep this' })
    expect(page.status).toBe(422)
    expect(page.text).toContain('Keep this')
    expect((await world.as('gwen').post(`${at}/1`, { 'q-p-why': '2' })).status).toBe(422)
    expect((await world.as('gwen').post(`${at}/1`, { 'q-l-words': 'x'.repeat(2001) })).status).toBe(422)
    for (const part of ['0', '9', 'x']) expect((await world.as('gwen').get(`${at}/${part}`)).status).toBe(404)
  })

  test('never sees what another said; and those who are not asked see no page to answer on', async () => {
    await world.as('gwen').post(`${at}/1`, { 'q-l-words': 'Gwen alone' }).expect(303)
    expect((await world.as('mair').get(`${at}/1`)).text).not.toContain('Gwen alone')
    for (const person of ['huw', 'dilys', 'fiona', 'ruth', 'alex']) {
      expect((await world.as(person).get(at)).status).toBe(404)
      expect((await world.as(person).post(`${at}/1`, { 'q-l-trust': '2' })).status).toBe(404)
    }
    expect((await world.stranger.get(at)).status).toBe(303)
  })
})

describe('the square', () => {
  test('is placed by two choices, with what one’s own answers suggest', async () => {
    const round = await roundOf(world, { people: twelve, of: instrument('structures-and-processes') })
    const on = `${all}/${round}/answer`
    const ticks = (ids: string[], step: string) => Object.fromEntries(ids.map(one => [`q-${one}`, step]))
    await world
      .as('sam')
      .post(`${on}/1`, ticks(['m-leading', 'm-terms', 'm-money'], '1'))
      .expect(303)
    await world
      .as('sam')
      .post(`${on}/2`, ticks(['m-candour', 'm-learning', 'm-enquiry'], '4'))
      .expect(303)
    expect((await world.as('sam').get(`${on}/3`)).text).toContain('about 0 across and 10 up')
    await world.as('sam').post(`${on}/3`, { 'q-m-place.across': '3', 'q-m-place.up': '8' }).expect(303)
    const { text } = await world.as('sam').get(`${on}/3`)
    expect(text).toContain('<option value="8" selected>')
    expect((await world.as('sam').post(`${on}/3`, { 'q-m-place.across': '11', 'q-m-place.up': '8' })).status).toBe(422)
  })

  test('bears another network too, which its placer alone ever sees', async () => {
    const round = await roundOf(world, { people: twelve, of: instrument('structures-and-processes') })
    const on = `${all}/${round}/answer`
    const bad = await world.as('sam').post(`${on}/places`, { called: 'The valley', across: '', up: '4' })
    expect(bad.status).toBe(422)
    expect(bad.text).toContain('The valley')
    expect((await world.as('sam').led(`${on}/places`, { called: 'The valley', across: '2', up: '4' })).text).toContain(
      '2 across, 4 up',
    )
    for (const person of ['nia', 'mair'])
      expect((await world.as(person).get(`${on}/3`)).text).not.toContain('The valley')
    expect((await world.as('sam').led(`${on}/places/removal`)).text).not.toContain('The valley')
  })
})
