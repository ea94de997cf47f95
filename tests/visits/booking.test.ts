import { describe, expect, test } from 'vitest'
import { inOne } from '../../src/database.js'
import { book } from '../../src/visits/booking/booking.js'
import { needsRelease } from '../../src/visits/visits.js'
import { newWorld } from '../world.js'
import { at, comes, letPass, offered, termAllYear, weekday } from './visiting.js'

const world = newWorld()
await termAllYear(world)

const stateOf = async (person: string, slotId: string) =>
  (
    await world.db
      .selectFrom('visitBookings')
      .select('state')
      .where('personId', '=', person)
      .where('slotId', '=', slotId)
      .orderBy('askedAt', 'desc')
      .executeTakeFirst()
  )?.state
const taken = async (slotId: string) =>
  (await world.db.selectFrom('visitSlots').select('taken').where('id', '=', slotId).executeTakeFirstOrThrow()).taken
const releaseOf = async (person: string) =>
  world.db
    .selectFrom('visitReleases')
    .selectAll()
    .where('personId', '=', person)
    .where('withdrawnAt', 'is', null)
    .orderBy('askedAt', 'desc')
    .executeTakeFirstOrThrow()
const evening = { starts: '16:00', ends: '17:00' }

describe('in school time the own head is asked', () => {
  test('a place is held, the head says yes with a word, and the visitor is booked with a date for the calendar', async () => {
    const { address, slot, slotAddress } = await offered(world, 'sam')
    expect((await world.as('huw').get(`${slotAddress}/booking`)).text).toContain('your head is asked to release you')
    expect((await world.as('huw').post(`${slotAddress}/booking`, comes)).status).toBe(303)
    expect(await stateOf('huw', slot.id)).toBe('asked')
    expect(await taken(slot.id)).toBe(1)
    await world.posted()
    expect(
      world.letters.some(
        one => one.to === 'mair@schools.example' && one.text.includes('Huw ap Siôn asks to be released'),
      ),
    ).toBe(true)
    expect((await world.as('mair').get('/')).text).toContain('Say yes or no')

    const release = `${at}/releases/${(await releaseOf('huw')).id}`
    for (const person of ['nia', 'imran', 'huw', 'sam', 'ruth', 'alex'])
      expect((await world.as(person).get(release)).status).toBe(404)
    expect((await world.as('mair').get(release)).text).toContain('Guided talk before writing')
    expect((await world.as('mair').post(release, { answer: '', word: 'Kept' })).text).toContain('Choose yes or no')
    expect((await world.as('mair').post(release, { answer: 'yes', word: 'Tell us on Monday.' })).status).toBe(303)
    expect(await stateOf('huw', slot.id)).toBe('booked')
    expect((await world.as('mair').post(release, { answer: 'no', word: '' })).status).toBe(409)
    expect((await world.as('huw').get(address)).text).toContain('Tell us on Monday.')
    expect((await world.as('kasia').get(address)).text).not.toContain('Tell us on Monday.')
    expect((await world.as('huw').get('/')).text).toContain('Your head said yes')
    await world.posted()
    const letter = world.letters.find(one => one.to === 'huw@schools.example' && one.date)!
    expect(letter.date).toMatchObject({ kind: 'visit', uid: `visit-${slot.id}`, mine: true, cancelledAt: null })
  })

  test('with a no the place goes to whoever waits', async () => {
    const { slot, slotAddress } = await offered(world, 'sam', { places: '1' })
    await world.as('huw').post(`${slotAddress}/booking`, comes)
    await world.as('kasia').post(`${slotAddress}/booking`, comes)
    expect(await stateOf('kasia', slot.id)).toBe('waiting')
    await world
      .as('mair')
      .post(`${at}/releases/${(await releaseOf('huw')).id}`, { answer: 'no', word: 'The inspector comes.' })
    expect(await stateOf('huw', slot.id)).toBe('declined')
    expect(await stateOf('kasia', slot.id)).toBe('asked')
    expect((await world.as('carys').get('/')).text).toContain('Kasia Żółtowska asks to be released')
    expect(await taken(slot.id)).toBe(1)
  })

  test('where the school has no head here a network leader says it, and heads ask nobody', async () => {
    const { slot, slotAddress } = await offered(world, 'sam', { places: '5' })
    await world.as('ifan').post(`${slotAddress}/booking`, comes)
    const release = `${at}/releases/${(await releaseOf('ifan')).id}`
    expect((await world.as('mair').get(release)).status).toBe(404)
    expect((await world.as('nia').get('/')).text).toContain('Ifan Wyn Rhŷs asks to be released')
    expect((await world.as('nia').post(release, { answer: 'yes', word: '' })).status).toBe(303)
    expect(await stateOf('ifan', slot.id)).toBe('booked')
    await world.as('carys').post(`${slotAddress}/booking`, comes)
    expect(await stateOf('carys', slot.id)).toBe('booked')
  })

  test('after school, at the weekend and in the holidays nobody is asked', async () => {
    const { slot, slotAddress } = await offered(world, 'sam', evening)
    await world.as('huw').post(`${slotAddress}/booking`, comes)
    expect(await stateOf('huw', slot.id)).toBe('booked')
    const times = { starts: '09:30', ends: '12:00' }
    const on = (day: string) => needsRelease(world.db, 'harbour', { day, lastDay: day, ...times })
    expect(await on('2026-10-06')).toBe(true)
    expect(await on('2026-10-10')).toBe(false)
    expect(await on('2026-08-05')).toBe(false)
    expect(await on('2026-10-21')).toBe(false)
    expect(await on('2029-10-09')).toBe(true)
  })
})

describe('places are limited', () => {
  test('two who press at the same moment never get one place', async () => {
    const { slotAddress, slot, address } = await offered(world, 'sam', { places: '1', ...evening })
    const both = await Promise.all(
      ['huw', 'kasia', 'maeve', 'eleri'].map(one => world.as(one).post(`${slotAddress}/booking`, comes)),
    )
    expect(both.map(one => one.status)).toEqual([303, 303, 303, 303])
    const states = await Promise.all(['huw', 'kasia', 'maeve', 'eleri'].map(one => stateOf(one, slot.id)))
    expect([...states].sort()).toEqual(['booked', 'waiting', 'waiting', 'waiting'])
    expect(await taken(slot.id)).toBe(1)
    const first = await world.as('sam').get(address)
    expect(first.text).toContain('Full: 1 of 1 places taken, 3 waiting')
  })

  test('in transactions begun together there is no more room than there is', async () => {
    const { id, slot } = await offered(world, 'sam', { places: '3', ...evening })
    const people = await Promise.all(['huw', 'kasia', 'maeve', 'eleri', 'bilal', 'zofia'].map(one => world.person(one)))
    const visit = { id, networkId: 'hafren' }
    const wish = { schoolId: null, people: 1, alongside: '' }
    const states = await Promise.all(people.map(one => inOne(world.db, trx => book(trx, visit, slot, one, wish))))
    expect(states.filter(one => one === 'booked')).toHaveLength(3)
    expect(states.filter(one => one === 'waiting')).toHaveLength(3)
    expect(await taken(slot.id)).toBe(3)
  })

  test('the same person is in once, however often they press', async () => {
    const { slotAddress, slot } = await offered(world, 'sam', { places: '4', ...evening })
    const presses = await Promise.all([1, 2, 3].map(() => world.as('huw').post(`${slotAddress}/booking`, comes)))
    expect(presses.map(one => one.status).sort()).toEqual([303, 409, 409])
    expect(await taken(slot.id)).toBe(1)
  })

  test('a party larger than the room is told so, and its words are kept', async () => {
    const { slotAddress, slot } = await offered(world, 'sam', { places: '2', ...evening })
    const page = await world
      .as('huw')
      .post(`${slotAddress}/booking`, { school: '', people: '3', alongside: 'Mair and Gwen' })
    expect(page.status).toBe(422)
    expect(page.text).toContain('There is room for 2 visitors on this day')
    expect(page.text).toContain('Mair and Gwen')
    expect(await taken(slot.id)).toBe(0)
  })

  test('the waiting list moves up in its order, past a party that is too large and somebody who left', async () => {
    const { address, slot, slotAddress } = await offered(world, 'sam', { places: '2', ...evening })
    await world.as('huw').post(`${slotAddress}/booking`, comes)
    await world.as('mair').post(`${slotAddress}/booking`, comes)
    await world.as('kasia').post(`${slotAddress}/booking`, { ...comes, people: '2' })
    await world.as('alys').post(`${slotAddress}/booking`, comes)
    await world.as('eleri').post(`${slotAddress}/booking`, comes)
    const ended = await world.db
      .updateTable('networkRoles')
      .set({ endedAt: '2026-11-01T00:00:00.000Z' })
      .where('personId', '=', 'alys')
      .execute()
    expect(ended.length).toBe(1)
    const own = await world.db
      .selectFrom('visitBookings')
      .select('id')
      .where('slotId', '=', slot.id)
      .where('personId', '=', 'huw')
      .executeTakeFirstOrThrow()
    expect((await world.as('kasia').post(`${address}/bookings/${own.id}/cancellation`)).status).toBe(404)
    await world.posted()
    expect((await world.as('huw').post(`${address}/bookings/${own.id}/cancellation`)).status).toBe(303)
    expect(await Promise.all(['kasia', 'alys', 'eleri'].map(one => stateOf(one, slot.id)))).toEqual([
      'waiting',
      'waiting',
      'booked',
    ])
    expect((await world.as('alys').post(`${slotAddress}/booking`, comes)).status).toBe(404)
    await world.posted()
    expect(
      world.letters.some(one => one.to === 'eleri@schools.example' && one.text.includes('You are booked in')),
    ).toBe(true)
    const off = world.letters.findLast(one => one.to === 'huw@schools.example')!
    expect(off.date?.cancelledAt).not.toBeNull()
    await world.db.updateTable('networkRoles').set({ endedAt: null }).where('personId', '=', 'alys').execute()
  })

  test('who has said yes is seen by the host and by those who come', async () => {
    const { address, slotAddress } = await offered(world, 'sam', { places: '4', ...evening })
    await world.as('huw').post(`${slotAddress}/booking`, { ...comes, people: '2', alongside: 'Miss Pugh' })
    await world.as('eleri').post(`${slotAddress}/booking`, comes)
    for (const person of ['sam', 'imran', 'eleri']) {
      const { text } = await world.as(person).get(address)
      expect(text).toContain('Huw ap Siôn')
      expect(text).toContain('Miss Pugh')
    }
    for (const person of ['nia', 'tomasz', 'kasia'])
      expect((await world.as(person).get(address)).text).not.toContain('Huw ap Siôn')
    expect((await world.as('nia').get(`${at}.csv`)).text).not.toContain('Huw')
    const sheet = await world.as('sam').get(`${slotAddress}/sheet`)
    expect(sheet.text).toContain('3 visitors')
    expect(sheet.text).toContain('Inclusion lead, 01632 960104')
    expect((await world.as('eleri').get(`${slotAddress}/sheet`)).status).toBe(403)
  })

  test('hosts of a visit do not book in, nor anybody on a day that is over, nor outside the group it is for', async () => {
    const mine = await offered(world, 'sam', evening)
    expect((await world.as('sam').post(`${mine.slotAddress}/booking`, comes)).status).toBe(403)
    const forGroup = await offered(world, 'sam', { forWhom: 'group', group: 'reading', ...evening })
    expect((await world.as('kasia').post(`${forGroup.slotAddress}/booking`, comes)).text).toContain(
      'for the members of an enquiry group',
    )
    expect((await world.as('huw').post(`${forGroup.slotAddress}/booking`, comes)).status).toBe(303)
    await letPass(world, mine.id, 3)
    expect((await world.as('huw').post(`${mine.slotAddress}/booking`, comes)).text).toContain('This day is over')
  })
})

describe('the host', () => {
  test('moves a day with a reason: the sequence is counted, letters go out, and heads are asked again', async () => {
    const { address, slot, slotAddress } = await offered(world, 'sam', evening)
    await world.as('huw').post(`${slotAddress}/booking`, comes)
    const to = {
      day: weekday(4, 14),
      starts: '10:00',
      ends: '12:00',
      places: '1',
      because: 'The hall is being painted.',
    }
    expect((await world.as('huw').post(`${slotAddress}/move`, to)).status).toBe(403)
    expect((await world.as('sam').post(`${slotAddress}/move`, { ...to, because: '' })).status).toBe(422)
    await world.posted()
    expect((await world.as('sam').post(`${slotAddress}/move`, to)).status).toBe(303)
    const moved = await world.db
      .selectFrom('visitSlots')
      .selectAll()
      .where('id', '=', slot.id)
      .executeTakeFirstOrThrow()
    expect(moved).toMatchObject({ sequence: 1, starts: '10:00', because: 'The hall is being painted.' })
    expect(await stateOf('huw', slot.id)).toBe('asked')
    await world.posted()
    const letter = world.letters.findLast(one => one.to === 'huw@schools.example' && one.subject.startsWith('Changed'))!
    expect(letter.text).toContain('The hall is being painted.')
    expect(letter.date).toMatchObject({ sequence: 1 })
    expect((await world.as('kasia').get(address)).text).toContain('The hall is being painted.')
  })

  test('cannot make it smaller than those who are booked in', async () => {
    const { slot, slotAddress } = await offered(world, 'sam', evening)
    await world.as('huw').post(`${slotAddress}/booking`, { ...comes, people: '2' })
    const { day, starts, ends } = slot
    const page = await world
      .as('sam')
      .post(`${slotAddress}/move`, { day, starts, ends, places: '1', because: 'Smaller room' })
    expect(page.status).toBe(422)
    expect(page.text).toContain('2 places are taken already')
  })

  test('cancels one day, or all of it, and nobody is asked or booked any more', async () => {
    const { address, slotAddress } = await offered(world, 'sam')
    await world.as('huw').post(`${slotAddress}/booking`, comes)
    const release = await releaseOf('huw')
    expect((await world.as('sam').get(`${slotAddress}/cancellation`)).text).toContain('Huw ap Siôn')
    expect((await world.as('sam').post(`${slotAddress}/cancellation`, { because: 'Norovirus.' })).status).toBe(303)
    expect((await world.as('mair').get(`${at}/releases/${release.id}`)).status).toBe(404)
    expect((await world.as('kasia').get(address)).text).toContain('Norovirus.')
    expect((await world.as('sam').post(`${slotAddress}/cancellation`, { because: 'Again' })).status).toBe(409)
    expect((await world.as('sam').post(`${address}/cancellation`, { because: 'Not this year.' })).status).toBe(303)
    expect((await world.as('kasia').get(at)).text).not.toContain(address)
    expect((await world.as('kasia').get(address)).text).toContain('Not this year.')
    expect((await world.as('kasia').post(`${slotAddress}/booking`, comes)).status).toBe(403)
  })

  test('says afterwards who came', async () => {
    const { id, slot, slotAddress, address } = await offered(world, 'sam', { places: '4', ...evening })
    await world.as('huw').post(`${slotAddress}/booking`, comes)
    await world.as('eleri').post(`${slotAddress}/booking`, comes)
    expect((await world.as('sam').post(`${slotAddress}/attendance`, {})).status).toBe(403)
    await letPass(world, id, 2)
    expect((await world.as('sam').get('/')).text).toContain('Say who came')
    const own = await world.db
      .selectFrom('visitBookings')
      .select('id')
      .where('slotId', '=', slot.id)
      .where('personId', '=', 'huw')
      .executeTakeFirstOrThrow()
    expect((await world.as('sam').post(`${slotAddress}/attendance`, { came: ['nobody'] })).status).toBe(422)
    expect((await world.as('sam').post(`${slotAddress}/attendance`, { came: [own.id] })).status).toBe(303)
    expect((await world.as('eleri').get(`${address}/notes`)).status).toBe(403)
    expect((await world.as('huw').get(`${address}/notes`)).status).toBe(200)
  })

  test('asks a governor, a facilitator and another host by name; those then see this visit and no other', async () => {
    const { address, slotAddress, slot } = await offered(world, 'huw', {
      school: 'bryn',
      title: 'Only for those asked',
      forWhom: 'those invited',
      ...evening,
    })
    const other = await offered(world, 'sam', { title: 'Another one', ...evening })
    expect((await world.as('kasia').post(`${slotAddress}/booking`, comes)).status).toBe(403)
    expect((await world.as('huw').post(`${address}/people`, { person: 'ruth', standing: 'invited' })).status).toBe(422)
    for (const person of ['dilys', 'fiona']) {
      expect((await world.as('huw').post(`${address}/people`, { person, standing: 'invited' })).status).toBe(303)
      expect((await world.as(person).get(address)).status).toBe(200)
      expect((await world.as(person).get(other.address)).status).toBe(404)
      const list = await world.as(person).get(at)
      expect(list.text).toContain('Only for those asked')
      expect(list.text).not.toContain('Another one')
      expect((await world.as(person).get(`${at}.csv`)).status).toBe(404)
      await world.as(person).post(`${slotAddress}/booking`, comes)
    }
    expect(await stateOf('dilys', slot.id)).toBe('booked')
    expect((await world.as('huw').post(`${address}/people`, { person: 'gwen', standing: 'host' })).status).toBe(303)
    expect((await world.as('gwen').get(`${slotAddress}/sheet`)).text).toContain('Dilys Prosser')
    expect((await world.as('huw').post(`${address}/people/fiona/removal`)).status).toBe(303)
    expect((await world.as('fiona').get(address)).status).toBe(404)
  })
})
