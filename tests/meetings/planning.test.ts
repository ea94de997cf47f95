import { describe, expect, test } from 'vitest'
import { momentAt } from '../../src/web/now.js'
import { daysOf } from '../../src/meetings/planning/rhythm.js'
import { newWorld } from '../world.js'
import { inDays, itemOf, planned, usualCircles } from './meeting.js'

const world = newWorld()
const { strategic, operational } = (await usualCircles(world)) as { strategic: string; operational: string }

test('a time is what the clocks of the schools show, in summer and in winter', () => {
  expect(momentAt('2027-07-06', '16:10')).toBe('2027-07-06T15:10:00.000Z')
  expect(momentAt('2027-01-06', '16:10')).toBe('2027-01-06T16:10:00.000Z')
  expect(momentAt('2027-03-28', '01:30')).toBeUndefined()
  expect(momentAt('2026-10-25', '01:30')).toBe('2026-10-25T00:30:00.000Z')
})

describe('a meeting', () => {
  test('must end after it begins, on a day that is in the calendar, at a time that there is', async () => {
    const post = (fields: Record<string, string>) =>
      world.as('nia').post(`/circles/${operational}/meetings`, { title: 'Our words', ...fields })
    const said = async (fields: Record<string, string>) => {
      const page = await post(fields)
      expect(page.status).toBe(422)
      expect(page.text).toContain('Our words')
      return page.text
    }
    expect(await said({ on: '2027-02-30', starts: '9', ends: '10' })).toContain('a date that is in the calendar')
    expect(await said({ on: '2027-02-03', starts: '17:00', ends: '16:00' })).toContain('It must end after it begins')
    expect(await said({ on: '2027-02-03', starts: 'five', ends: '16:00' })).toContain('Enter a time such as 16:10')
    expect(await said({ on: '', starts: '16:00', ends: '17:00' })).toContain('Enter the day on which you meet')
    const both = await said({ on: '', starts: '25.00', ends: '17:00' })
    for (const words of ['Enter the day on which you meet', 'Enter a time such as 16:10', 'value="25.00"'])
      expect(both).toContain(words)
    expect(await said({ on: '2027-03-28', starts: '01:30', ends: '03:00' })).toContain('The clocks go forward')
    expect(await said({ on: '2027-02-03', starts: '9', ends: '10', link: 'javascript:alert(1)' })).toContain(
      'Enter a web address',
    )
  })

  test('is told to everybody who is asked, with its date', async () => {
    const meeting = await planned(world, 'nia', strategic, { place: 'Weir Lane' })
    await world.posted()
    const letters = world.letters.filter(letter => letter.text.includes(meeting))
    expect(letters.map(letter => letter.to)).toContain('imran@schools.example')
    expect(letters.map(letter => letter.to)).not.toContain('nia@schools.example')
    expect(letters[0]!.date).toMatchObject({
      uid: `meeting-${meeting.split('/').at(-1)}`,
      sequence: 0,
      cancelledAt: null,
    })
  })

  test('is moved and cancelled by those who look after it, and calendars are told', async () => {
    const meeting = await planned(world, 'nia', operational)
    const to = { on: inDays(12), starts: '9.30', ends: '11:00' }
    for (const person of ['sam', 'mair'])
      expect((await world.as(person).post(`${meeting}/moving`, to)).status).toBe(403)
    await world.as('nia').post(`${meeting}/moving`, to).expect(303)
    const row = () =>
      world.db.selectFrom('meetings').selectAll().where('id', '=', meeting.split('/').at(-1)!).executeTakeFirstOrThrow()
    expect((await row()).sequence).toBe(1)
    expect((await world.as('nia').post(`${meeting}/cancellation`, { because: '' })).status).toBe(422)
    await world.as('nia').post(`${meeting}/cancellation`, { because: 'Snow.' }).expect(303)
    expect(await row()).toMatchObject({ sequence: 2, cancelledBecause: 'Snow.' })
    await world.posted()
    const last = world.letters.filter(letter => letter.text.includes(meeting)).at(-1)!
    expect(last.subject).toContain('Cancelled')
    expect(last.date!.cancelledAt).not.toBeNull()
    expect((await world.as('nia').post(`${meeting}/items`, { title: 'Late', minutes: '5' })).status).toBe(403)
  })

  test('is held together by two circles, of one network alone', async () => {
    await world.as('ruth').post('/networks/harbour/circles', { kind: 'own', name: 'Theirs' })
    const theirs = await world.db
      .selectFrom('circles')
      .select('id')
      .where('name', '=', 'Theirs')
      .executeTakeFirstOrThrow()
    const meeting = await planned(world, 'nia', strategic, { title: 'Both', together: [operational, theirs.id] })
    const page = (await world.as('tomasz').get(meeting)).text
    expect(page).toContain('Operational circle')
    expect(page).toContain('I come')
    expect(page).not.toContain('Theirs')
    expect((await world.as('ruth').get(meeting)).status).toBe(404)
  })

  test('is answered in one press', async () => {
    const meeting = await planned(world, 'nia', strategic)
    await world.as('imran').post(`${meeting}/coming`, { says: 'cannot' }).expect(303)
    expect((await world.as('imran').get(meeting)).text).toContain('your apologies are noted')
    expect((await world.as('sam').post(`${meeting}/coming`, { says: 'comes' })).status).toBe(403)
    expect((await world.as('imran').get('/')).text).not.toContain(`href="${meeting}"><`)
  })
})

describe('a date is found', () => {
  test('by offering three: the one that most can is suggested, and becomes the date', async () => {
    const meeting = await planned(world, 'nia', operational, { title: 'When?', on: '', starts: '', ends: '' })
    expect(meeting).toMatch(/\/dates$/)
    const at = meeting.replace(/\/dates$/, '')
    expect((await world.as('nia').post(meeting, { on1: inDays(5), starts1: '16:00', ends1: '17:00' })).text).toContain(
      'Offer two dates at least',
    )
    const times = { starts1: '16:00', ends1: '17:00', starts2: '16:00', ends2: '17:00' }
    const twice = await world.as('nia').post(meeting, { on1: inDays(5), on2: inDays(5), ...times })
    expect([twice.status, twice.text]).toEqual([
      422,
      expect.stringContaining('You offer this day and time above already'),
    ])
    const over = await world.as('nia').post(meeting, { on1: inDays(5), on2: inDays(-5), ...times })
    expect([over.status, over.text]).toEqual([422, expect.stringContaining('This is over already')])
    const offered = Object.fromEntries(
      [1, 2, 3].flatMap(n => [
        [`on${n}`, inDays(20 + n)],
        [`starts${n}`, '16:00'],
        [`ends${n}`, '17:00'],
      ]),
    )
    await world.as('nia').post(meeting, offered).expect(303)
    const dates = await world.db.selectFrom('meetingDates').selectAll().orderBy('startsAt').execute()
    expect((await world.as('tomasz').get('/')).text).toContain('Say when you can')
    const can = (said: string[]) => Object.fromEntries(dates.map((date, at) => [`can-${date.id}`, said[at]!]))
    expect((await world.as('tomasz').post(`${at}/dates/answers`, {})).status).toBe(422)
    await world
      .as('tomasz')
      .post(`${at}/dates/answers`, can(['no', 'yes', 'if need be']))
      .expect(303)
    await world
      .as('nia')
      .post(`${at}/dates/answers`, can(['yes', 'yes', 'no']))
      .expect(303)
    expect((await world.as('sam').post(`${at}/dates/answers`, can(['yes', 'yes', 'yes']))).status).toBe(403)
    expect((await world.as('nia').get(at)).text).toMatch(/is-suggested[\s\S]*?most can/)
    await world.as('tomasz').post(`${at}/dates/answers`, can(['yes', 'yes', 'no']))
    expect((await world.as('nia').get(at)).text.match(/most can/g)).toHaveLength(2)
    await world.as('nia').post(`${at}/dates/${dates[1]!.id}/choice`).expect(303)
    const row = await world.db.selectFrom('meetings').selectAll().where('title', '=', 'When?').executeTakeFirstOrThrow()
    expect(row.startsAt).toBe(dates[1]!.startsAt)
    expect((await world.as('tomasz').get(at)).text).toContain('You come.')
    expect((await world.as('tomasz').get('/')).text).not.toContain('Say when you can')
  })
})

describe('a year in one go', () => {
  test('falls into the terms, on the weekday', () => {
    const terms = [{ startsOn: '2026-09-02', endsOn: '2026-12-18' }]
    expect(daysOf(terms, 'termly', 4)).toEqual(['2026-10-08'])
    expect(daysOf(terms, 'half-termly', 2)).toEqual(['2026-09-29', '2026-11-17'])
    expect(daysOf(terms, 'monthly', 1)).toHaveLength(4)
    expect(daysOf([], 'termly', 1)).toEqual([])
  })

  test('keeps clear of half term, and has a meeting in each half', () => {
    const half = { startsOn: '2026-10-19', endsOn: '2026-10-30' }
    const terms = [{ startsOn: '2026-09-02', endsOn: '2026-12-18', breaks: [half] }]
    expect(daysOf(terms, 'half-termly', 2)).toEqual(['2026-09-22', '2026-11-24'])
    for (const rhythm of ['termly', 'half-termly', 'monthly'] as const)
      for (const weekday of [1, 2, 3, 4, 5])
        for (const day of daysOf(terms, rhythm, weekday)) expect(day < half.startsOn || day > half.endsOn).toBe(true)
    const days = daysOf(terms, 'monthly', 1)
    expect(days).toEqual(['2026-09-14', '2026-10-12', '2026-11-16', '2026-12-14'])
    const monday = { startsOn: '2026-10-08', endsOn: '2026-10-08' }
    expect(daysOf([{ ...terms[0]!, breaks: [monday] }], 'termly', 4)).toEqual(['2026-10-15'])
  })

  test('is a list to be ticked and changed, then planned at once; one letter tells of it', async () => {
    await world.db
      .insertInto('terms')
      .values(
        [2, 3].map(n => ({
          id: `t${n}`,
          networkId: 'hafren',
          slug: `t${n}`,
          name: `Term ${n}`,
          startsOn: inDays(n * 100),
          endsOn: inDays(n * 100 + 80),
        })),
      )
      .execute()
    const at = `/circles/${strategic}/year`
    expect((await world.as('sam').get(at)).status).toBe(403)
    const first = await world.as('nia').get(at)
    const year = /<option value="(\d{4})"/.exec(first.text)![1]!
    const list = await world
      .as('nia')
      .get(`${at}?year=${year}&rhythm=monthly&weekday=2&starts=16:00&ends=17:30&place=Hall`)
    expect(list.text).toContain('Untick what you do not want')
    const count = await world.db.selectFrom('meetings').select('id').execute()
    const fields = {
      on: [inDays(101), inDays(120), inDays(140)],
      starts: ['16:00', '25:00', '9'],
      ends: ['17:00', '17:00', '10'],
    }
    const wrong = await world.as('nia').post(at, { ...fields, keep: ['0', '1'], place: 'Hall' })
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('Meeting 2')
    expect(wrong.text).toContain('25:00')
    await world.posted()
    await world
      .as('nia')
      .post(at, { ...fields, keep: ['0', '2'], place: 'Hall' })
      .expect(303)
    expect(await world.db.selectFrom('meetings').select('id').execute()).toHaveLength(count.length + 2)
    await world.posted()
    expect(
      world.letters.filter(one => one.to === 'imran@schools.example' && one.subject.includes('year’s')),
    ).toHaveLength(1)
  })
})

describe('an agenda', () => {
  test('is proposed to by all who are asked, put in order by those who look after it, and agreed', async () => {
    const meeting = await planned(world, 'nia', strategic)
    expect((await world.as('imran').post(`${meeting}/items`, { title: '', minutes: 'ten' })).status).toBe(422)
    const bus = await itemOf(world, 'imran', meeting, 'The bus for three schools', {
      why: 'It **leaves** us',
      minutes: '80',
    })
    expect((await world.as('sam').post(`${meeting}/items`, { title: 'No', minutes: '5' })).status).toBe(403)
    const cake = await itemOf(world, 'nia', meeting, 'Who brings cake', { minutes: '20' })
    expect((await world.as('imran').post(`${meeting}/items/${bus}/settlement`, { state: 'accepted' })).status).toBe(403)
    await world.as('nia').post(`${meeting}/items/${bus}/settlement`, { state: 'accepted' }).expect(303)
    expect((await world.as('nia').get(meeting)).text).toMatch(/planned of 90: <strong>\d+ minutes too many/)
    const order = async () => {
      const { text } = await world.as('nia').get(meeting)
      return text.indexOf('The bus') < text.indexOf('Who brings')
    }
    expect(await order()).toBe(true)
    await world.as('nia').post(`${meeting}/items/${bus}/place`, { to: 'down' }).expect(303)
    expect(await order()).toBe(false)
    await world
      .as('nia')
      .post(`${meeting}/items/${cake}/settlement`, { state: 'later', because: 'After Lent' })
      .expect(303)
    await world.as('nia').post(`${meeting}/agenda/agreement`).expect(303)
    expect((await world.as('imran').get(meeting)).text).toContain('agenda agreed')
  })

  test('brings back what was put off, at the next meeting of the circle', async () => {
    const meeting = await planned(world, 'nia', strategic, { on: inDays(60) })
    expect((await world.as('nia').get(meeting)).text).toContain('Who brings cake')
    const again = await planned(world, 'nia', strategic, { on: inDays(90) })
    expect((await world.as('nia').get(again)).text).not.toContain('Who brings cake')
  })
})

describe('papers', () => {
  test('are files and addresses, for those who may open the meeting', async () => {
    const meeting = await planned(world, 'nia', strategic)
    await world
      .as('imran')
      .send(`${meeting}/papers`)
      .field('title', 'Bus costs')
      .attach('files', Buffer.from('route;pounds'), 'bus.csv')
      .expect(303)
    const bad = await world.as('imran').send(`${meeting}/papers`).field('href', 'javascript:alert(1)')
    expect(bad.status).toBe(422)
    expect((await world.as('imran').send(`${meeting}/papers`).field('title', 'Nothing')).text).toContain(
      'Choose a file, or enter an address',
    )
    await world
      .as('imran')
      .send(`${meeting}/papers`)
      .field('title', 'The works')
      .field('href', '/published')
      .expect(303)
    const { text } = await world.as('sam').get(meeting)
    const file = /href="(\/meetings\/[^"]*bus\.csv)"/.exec(text)![1]!
    expect((await world.as('sam').get(file)).text).toBe('route;pounds')
    for (const person of ['ruth', 'dilys', 'alex']) expect((await world.as(person).get(file)).status).toBe(404)
    expect((await world.as('sam').send(`${meeting}/papers`).field('href', '/published')).status).toBe(403)
    await world.posted()
    await world.as('nia').post(`${meeting}/papers/readiness`).expect(303)
    await world.posted()
    expect(world.letters.at(-1)!.subject).toContain('Papers are ready')
  })
})

test('a paper that is a page here says its title to those who may open it, and to others that they cannot', async () => {
  const meeting = await planned(world, 'nia', strategic)
  const post = await world
    .as('sam')
    .post('/networks/hafren/forum', { kind: 'done here', sentence: 'Here we keep a heron by the pond.' })
  const page = post.headers.location!
  for (const href of [page, '/networks/hafren/resources'])
    await world.as('imran').send(`${meeting}/papers`).field('title', '').field('href', href).expect(303)
  await world.as('imran').send(`${meeting}/papers`).field('title', 'Herons').field('href', page).expect(303)
  const open = (await world.as('mair').get(meeting)).text
  expect(open).toContain(`<a href="${page}">Here we keep a heron by the pond.</a>`)
  expect(open).toContain(`<a href="${page}">Herons</a>`)
  expect(open).toContain('A page of the workbench')
  await world.as('nia').post(`${meeting}/guests`, { person: 'dilys' }).expect(303)
  const closed = (await world.as('dilys').get(meeting)).text
  expect(closed).toContain('A page you cannot open')
  expect(closed).not.toContain('heron')
  expect(closed).not.toContain(page)
})

describe('a guest', () => {
  test('sees the one meeting they are invited to', async () => {
    const meeting = await planned(world, 'nia', strategic)
    expect((await world.as('dilys').get(meeting)).status).toBe(404)
    await world.as('nia').post(`${meeting}/guests`, { person: 'dilys' }).expect(303)
    expect((await world.as('dilys').get(meeting)).text).toContain('I come')
    expect((await world.as('dilys').get(`/circles/${strategic}`)).status).toBe(404)
    expect((await world.as('dilys').get('/networks/hafren/meetings')).text).toContain(meeting)
    await world.as('nia').post(`${meeting}/guests`, { person: 'fiona' }).expect(303)
    expect((await world.as('fiona').get(meeting)).status).toBe(200)
    expect((await world.as('nia').post(`${meeting}/guests`, { person: 'ruth' })).status).toBe(404)
    await world.posted()
    expect(world.letters.some(one => one.to === 'fiona@schools.example' && one.subject.includes('invitation'))).toBe(
      true,
    )
  })
})
