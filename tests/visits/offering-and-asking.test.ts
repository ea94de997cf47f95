import { describe, expect, test } from 'vitest'
import { daysAfter, today } from '../../src/web/now.js'
import { newWorld } from '../world.js'
import { at, letPass, offer, offered, weekday } from './visiting.js'

const world = newWorld()

describe('a school offers a visit', () => {
  test('whoever works in it does, and everybody in the network reads when, where and what', async () => {
    const { address } = await offered(world, 'sam')
    for (const person of ['nia', 'tomasz', 'kasia', 'imran', 'mair']) {
      const { status, text } = await world.as(person).get(address)
      expect(status).toBe(200)
      for (const words of [
        'Guided talk before writing',
        '09:30 to 11:30',
        'Weir Lane Primary',
        'Park by the church',
        '09:15',
      ])
        expect(text).toContain(words)
      expect(text).toContain('Sign in at the office first')
    }
    expect((await world.as('kasia').get(at)).text).toContain('2 places free')
    const ahead = (await world.as('kasia').get('/networks/hafren')).text.split('id="dates-ahead"')[1]
    expect(ahead).toContain('Guided talk before writing')
  })

  test('on up to five days at once: what is left empty is as on the first, and what cannot be is said in its row', async () => {
    const first = weekday(2, 7)
    const [second, third] = [daysAfter(first, 7), daysAfter(first, 14)]
    const more = { title: 'Three Tuesdays', day2: second, starts3: '13:00', ends3: '14:30', places3: '6', day3: third }
    const { id, address } = await offered(world, 'sam', more)
    const slots = await world.db.selectFrom('visitSlots').selectAll().where('visitId', '=', id).orderBy('day').execute()
    expect(slots.map(({ day, starts, ends, places }) => [day, starts, ends, places])).toEqual([
      [first, '09:30', '11:30', 2],
      [second, '09:30', '11:30', 2],
      [third, '13:00', '14:30', 6],
    ])
    expect((await world.as('kasia').get(address)).text).toContain('13:00 to 14:30')
    const visit = await world.db.selectFrom('visits').select(['firstOn', 'lastOn']).where('id', '=', id).execute()
    expect(visit).toEqual([{ firstOn: first, lastOn: third }])

    const tries: [Record<string, string>, string, string][] = [
      [{ day4: daysAfter(today(), -3) }, 'f-day4', 'This day is over'],
      [{ starts5: '10:00' }, 'f-day5', 'Enter the day'],
      [{ day2: second, ends2: '08:00' }, 'f-ends2', 'It must end after it begins'],
      [{ day2: second, places2: 'lots' }, 'f-places2', 'as a number'],
      [{ day3: first }, 'f-day3', 'This day stands there already'],
    ]
    for (const [bad, field, sentence] of tries) {
      const page = await world.as('sam').post(at, offer({ ...bad, about: 'Kept words' }))
      expect({ bad, status: page.status }).toEqual({ bad, status: 422 })
      expect(page.text).toMatch(new RegExp(`href="#${field}"[^>]*>[^<]*${sentence}`))
      expect(page.text).toContain('Kept words')
    }
  })

  test('governors, facilitators, administrators and other networks find nothing there', async () => {
    const { address } = await offered(world, 'sam')
    for (const person of ['dilys', 'fiona', 'ruth', 'marek', 'alex'])
      for (const page of [address, at, `${at}.csv`]) expect((await world.as(person).get(page)).status).toBe(404)
    expect((await world.stranger.get(address)).status).toBe(303)
  })

  test('bad input comes back with every word and the reason', async () => {
    const tries: [Record<string, string>, string][] = [
      [{ ends: '09:00' }, 'It must end after it begins'],
      [{ day: '2027-02-30' }, 'Enter a date that is in the calendar'],
      [{ day: daysAfter(today(), -1) }, 'This day is over'],
      [{ places: '0' }, 'Enter a number between 1 and 200'],
      [{ places: 'some' }, 'as a number'],
      [{ starts: 'early' }, 'Enter when it begins'],
      [{ school: 'bryn' }, 'Choose a school that you work in'],
      [{ school: 'quay' }, 'Choose a school that you work in'],
      [{ forWhom: 'group' }, 'Choose which group it is for'],
      [{ forWhom: 'group', group: 'revision' }, 'Choose a group of this network'],
      [{ address: 'https://elsewhere.example' }, 'Enter an address of the workbench'],
    ]
    for (const [more, sentence] of tries) {
      const page = await world.as('sam').post(at, offer({ title: 'Kept words', ...more }))
      expect({ more, status: page.status }).toEqual({ more, status: 422 })
      expect(page.text).toContain(sentence)
      expect(page.text).toContain('Kept words')
    }
    const strange = await world.as('sam').post(at, { ...offer(), more: 'x' })
    expect(strange.status).toBe(422)
  })

  test('where nobody is left who hosts it, those who come and the network’s leader call it off, and all are told', async () => {
    const { address, slotAddress } = await offered(world, 'eleri', { school: 'glanwy', title: 'The wood on Thursday' })
    await world.as('kasia').post(`${slotAddress}/booking`, { school: '', people: '1', alongside: '' }).expect(303)
    for (const person of ['kasia', 'nia', 'huw'])
      expect((await world.as(person).post(`${address}/cancellation`, { because: 'Why not' })).status).toBe(403)

    const ended = (endedAt: string | null) =>
      world.db
        .updateTable('networkRoles')
        .set({ endedAt })
        .where(({ eb, or, and }) =>
          or([eb('personId', '=', 'eleri'), and([eb('schoolId', '=', 'glanwy'), eb('role', '=', 'headteacher')])]),
        )
        .execute()
    await ended('2026-11-01T08:00:00.000Z')
    const page = (await world.as('kasia').get(address)).text
    expect(page).toContain('Nobody is left here who hosts this visit')
    expect(page).toContain(`${address}/cancellation`)
    expect((await world.as('huw').get(address)).text).not.toContain(`${address}/cancellation`)
    expect((await world.as('huw').post(`${address}/cancellation`, { because: 'Not mine' })).status).toBe(403)
    expect((await world.as('nia').get(`${address}/cancellation`)).text).toContain('Kasia Żółtowska')
    expect((await world.as('kasia').post(`${address}/cancellation`, { because: '' })).status).toBe(422)
    world.letters.length = 0
    await world
      .as('kasia')
      .post(`${address}/cancellation`, { because: 'The school rang: nobody is there.' })
      .expect(303)
    await world.posted()
    const to = (word: string) => world.letters.filter(one => one.to.startsWith(word))
    expect(to('kasia').some(one => one.text.includes('nobody is there'))).toBe(true)
    expect(
      to('nia')
        .map(one => one.text)
        .join(),
    ).toContain('Kasia Żółtowska has cancelled “The wood on Thursday”')
    expect((await world.as('nia').get(address)).text).toContain('This visit is cancelled')
    expect((await world.as('nia').post(`${address}/cancellation`, { because: 'Again' })).status).toBe(403)
    await ended(null)
  })

  test('a school that has left offers none, and nobody can be booked in there any more', async () => {
    const { slotAddress } = await offered(world, 'maeve', { school: 'holly', title: 'The jar by the door' })
    await world.db
      .updateTable('schools')
      .set({ leftAt: '2026-11-01T00:00:00.000Z' })
      .where('id', '=', 'holly')
      .execute()
    expect((await world.as('maeve').post(at, offer({ school: 'holly' }))).status).toBe(404)
    const booking = await world.as('huw').post(`${slotAddress}/booking`, { school: '', people: '1', alongside: '' })
    expect(booking.status).toBe(403)
    expect(booking.text).toContain('does not belong to the network any more')
    await world.db.updateTable('schools').set({ leftAt: null }).where('id', '=', 'holly').execute()
  })

  test('its hosts and its head change it; others only look', async () => {
    const { address } = await offered(world, 'sam')
    const { day, starts, ends, places, answers: _, ...words } = offer({ title: 'Talk first, then write' })
    for (const person of ['kasia', 'nia', 'mair'])
      expect((await world.as(person).post(address, words)).status).toBe(403)
    for (const person of ['sam', 'imran']) expect((await world.as(person).post(address, words)).status).toBe(303)
    expect((await world.as('kasia').get(address)).text).toContain('Talk first, then write')
    const changed = await world.db
      .selectFrom('visitSlots')
      .select('sequence')
      .where('visitId', '=', address.split('/').at(-1)!)
      .execute()
    expect(changed).toEqual([{ sequence: 2 }])
    expect((await world.as('sam').post(`${address}/slots`, { day, starts, ends, places })).status).toBe(303)
    expect((await world.as('kasia').get(address)).text.match(/class="visit-day"/g)).toHaveLength(2)
    expect((await world.as('sam').get(`${address}/edit`)).text).toContain('Talk first, then write')
  })

  test('it names what it belongs to, and a recommendation only to those who may read it', async () => {
    const { address } = await offered(world, 'sam', {
      groups: ['reading', 'marking'],
      theme: 'language',
      address: '/networks/hafren/forum/p1',
    })
    const { text } = await world.as('alys').get(address)
    for (const words of [
      'Reading by choice',
      'Marking that children use',
      'Talk and reading',
      '/networks/hafren/forum/p1',
    ])
      expect(text).toContain(words)
  })

  test('it is found by the search, and not by those outside', async () => {
    await offered(world, 'sam', { title: 'Zebra crossings in number lines' })
    await world.posted()
    expect((await world.as('kasia').get('/search?q=zebra')).text).toContain('Zebra')
    for (const person of ['ruth', 'dilys', 'alex'])
      expect((await world.as(person).get('/search?q=zebra')).text).not.toContain('Zebra crossings')
  })
})

describe('somebody asks', () => {
  test('a school answers with an offer, the asker hears of it and closes the request', async () => {
    const made = await world
      .as('alys')
      .post(`${at}/asked`, { title: 'How two year groups share phonics', about: '', school: 'glanwy' })
    const wish = made.headers.location!
    expect((await world.as('geraint').get('/')).text).toContain('Answer the request')
    expect((await world.as('kasia').get(`${at}?show=asked`)).text).toContain('Alys Tŷ’n-y-coed asks Ysgol Glan-wŷ')
    expect((await world.as('eleri').get(`${at}/new?answers=${wish.split('/').at(-1)!}`)).text).toContain(
      'How two year groups share phonics',
    )
    await offered(world, 'eleri', {
      school: 'glanwy',
      title: 'Phonics with two year groups',
      answers: wish.split('/').at(-1)!,
    })
    await world.posted()
    expect(world.letters.some(one => one.to === 'alys@schools.example' && one.subject.includes('has an answer'))).toBe(
      true,
    )
    expect((await world.as('alys').get('/')).text).toContain('See the offer')
    expect((await world.as('alys').get(wish)).text).toContain('Phonics with two year groups')
    expect((await world.as('kasia').post(`${wish}/met`)).status).toBe(403)
    expect((await world.as('alys').post(`${wish}/met`)).status).toBe(303)
    expect((await world.as('alys').get('/')).text).not.toContain('See the offer')
  })

  test('a school of another network cannot be asked', async () => {
    const page = await world.as('alys').post(`${at}/asked`, { title: 'Labs', about: '', school: 'quay' })
    expect(page.status).toBe(422)
    expect((await world.as('dilys').post(`${at}/asked`, { title: 'Labs', about: '', school: '' })).status).toBe(404)
  })
})

test('the list shows what is ahead, what was, and each school in the alphabet, and is taken away as CSV', async () => {
  const { id } = await offered(world, 'huw', {
    school: 'bryn',
    title: 'An assembly that children lead',
    day: weekday(3, 30),
  })
  await letPass(world, id, 40)
  expect((await world.as('sam').get(at)).text).not.toContain('An assembly that children lead')
  expect((await world.as('sam').get(`${at}?show=was`)).text).toContain('An assembly that children lead')
  const bySchool = (await world.as('sam').get(`${at}?show=schools`)).text
  expect(bySchool.indexOf('Holly Bank')).toBeLessThan(bySchool.indexOf('Ysgol y Bryn'))
  expect((await world.as('sam').get(`${at}?show=ahead&school=weir`)).text).toContain('Guided talk')
  const csv = await world.as('sam').get(`${at}.csv`)
  expect(csv.text).toContain('An assembly that children lead')
  expect(csv.text).toContain('"Visit","Kind"')
})
