import { describe, expect, test } from 'vitest'
import { unread } from '../../src/names/names.js'
import { daysAfter, today } from '../../src/web/now.js'
import { newWorld } from '../world.js'
import { at, comes, letPass, weekday } from './visiting.js'

const world = newWorld()
const day = weekday(2, 21)
const far = {
  title: 'How two city schools run a parents’ room',
  about: '',
  elsewhere: 'Two primary schools in Leeds',
  place: 'Hollybridge station, platform 2',
  contact: 'Carys Fôn',
  programme: 'Tuesday:\n09:30 The parents’ room\nWednesday:\n9.15 Assembly',
  practical: '',
  day,
  lastDay: daysAfter(day, 1),
  starts: '09:00',
  ends: '15:00',
  places: '2',
}
const made = await world.as('carys').post(`${at}/far`, far)
const address = made.headers.location!
const id = address.split('/').at(-1)!
const slot = await world.db.selectFrom('visitSlots').selectAll().where('visitId', '=', id).executeTakeFirstOrThrow()
const account = `${address}/account`

describe('two heads go far away', () => {
  test('the plan is for all to read, and those asked by name say that they go', async () => {
    expect(made.status).toBe(303)
    const { text } = await world.as('sam').get(address)
    for (const words of ['Two primary schools in Leeds', 'The parents’ room', 'Tuesday']) expect(text).toContain(words)
    expect((await world.as('owen').post(`${address}/slots/${slot.id}/booking`, comes)).status).toBe(403)
    await world.as('carys').post(`${address}/people`, { person: 'owen', standing: 'invited' })
    for (const person of ['carys', 'owen'])
      expect((await world.as(person).post(`${address}/slots/${slot.id}/booking`, comes)).status).toBe(303)
    const states = await world.db.selectFrom('visitBookings').select('state').where('visitId', '=', id).execute()
    expect(states.map(one => one.state)).toEqual(['booked', 'booked'])
    expect((await world.as('carys').get(`${address}/edit`)).text).toContain('Two primary schools in Leeds')
    expect((await world.as('owen').get(`${address}/edit`)).status).toBe(403)
  })

  test('bad days are told', async () => {
    for (const [more, sentence] of [
      [{ lastDay: daysAfter(day, -1) }, 'The last day is before the first'],
      [{ lastDay: daysAfter(day, 40) }, 'Four weeks is the longest'],
      [{ ends: '08:00' }, 'Each day must end after it begins'],
      [{ elsewhere: '' }, 'Say whom you visit'],
    ] as const) {
      const page = await world.as('carys').post(`${at}/far`, { ...far, ...more })
      expect(page.status).toBe(422)
      expect(page.text).toContain(sentence)
    }
  })
})

describe('the collected account', () => {
  const note = (person: string, box: string, body: string) =>
    world.as(person).post(`/texts/visit-note/${id}~${person}/${box}`, { body, version: 0 })

  test('is made of the notes that their authors released, and of no others', async () => {
    await letPass(world, id, 5)
    await note('carys', 'best', 'The kettle is always on.')
    await note('owen', 'best', 'Parents run the register.')
    await note('owen', 'question', 'Kept to myself.')
    expect((await world.as('carys').post(`${account}/notes`)).status).toBe(409)
    await world.as('carys').post(`${address}/notes/best/audience`, { audience: 'host' })
    await world.as('owen').post(`${address}/notes/best/audience`, { audience: 'network' })
    expect((await world.as('owen').get(address)).text).toContain('The kettle is always on.')
    expect((await world.as('sam').get(address)).text).not.toContain('The kettle is always on.')
    expect((await world.as('owen').post(`${account}/notes`)).status).toBe(303)
    const { text } = await world.as('carys').get(account)
    for (const words of ['The kettle is always on.', 'Parents run the register.', '## What was best here'])
      expect(text).toContain(words)
    expect(text).not.toContain('Kept to myself')
  })

  test('two write it at once, and both stay', async () => {
    const before = await world.db
      .selectFrom('texts')
      .selectAll()
      .where('kind', '=', 'visit-account')
      .executeTakeFirstOrThrow()
    const body = unread(before).body
    const save = (person: string, words: string) =>
      world.as(person).post(`/texts/visit-account/${id}/account`, { body: words, version: before.version })
    await save('carys', `We took the train.\n\n${body}`)
    await save('owen', `${body}\n\nWe would go again.`)
    const { text } = await world.as('carys').get(account)
    expect(text).toContain('We took the train.')
    expect(text).toContain('We would go again.')
  })

  test('is theirs until they share it; then the network reads it, on the page, as PDF and for Word', async () => {
    for (const person of ['sam', 'nia', 'ruth'])
      for (const ending of ['', '.pdf', '.docx'])
        expect((await world.as(person).get(account + ending)).status).toBe(404)
    expect((await world.as('sam').post(`/texts/visit-account/${id}/account`, { body: 'x', version: 0 })).status).toBe(
      404,
    )
    expect((await world.as('owen').post(`${account}/sharing`, { how: 'network' })).status).toBe(303)
    expect((await world.as('sam').get(account)).text).toContain('We took the train.')
    expect((await world.as('sam').post(`${account}/sharing`, { how: 'nobody' })).status).toBe(403)
    expect((await world.as('sam').post(`/texts/visit-account/${id}/account`, { body: 'x', version: 0 })).status).toBe(
      403,
    )
    const pdf = await world.as('sam').get(`${account}.pdf`)
    expect(pdf.headers['content-type']).toContain('application/pdf')
    expect((await world.as('sam').get(`${account}.docx`)).status).toBe(200)
    expect((await world.as('ruth').get(`${account}.pdf`)).status).toBe(404)
    await world.as('carys').post(`${account}/sharing`, { how: 'nobody' })
    expect((await world.as('sam').get(account)).status).toBe(404)
  })

  test('its words stand in the termly report only where those who went gave them for it', async () => {
    const { brought } = await import('../../src/rooms.js')
    const part = brought.inTheYear.reportParts.find(one => one.part === 'visits')!
    const network = await world.db
      .selectFrom('networks')
      .selectAll()
      .where('id', '=', 'hafren')
      .executeTakeFirstOrThrow()
    const term = await world.db
      .selectFrom('terms')
      .selectAll()
      .where('networkId', '=', 'hafren')
      .executeTakeFirstOrThrow()
    const span = { from: daysAfter(today(), -30) + 'T00:00:00.000Z', until: daysAfter(today(), 2) + 'T00:00:00.000Z' }
    const words = async () => JSON.stringify(await part.blocks(world.db, network, term, span))
    await world.as('carys').post(`${account}/sharing`, { how: 'network' })
    expect(await words()).not.toContain('We took the train.')
    await world.as('carys').post(`${account}/sharing`, { how: 'report' })
    expect(await words()).toContain('We took the train.')
    await world.as('carys').post(`${account}/sharing`, { how: 'nobody' })
    expect(await words()).not.toContain('We took the train.')
  })
})
