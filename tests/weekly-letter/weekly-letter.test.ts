import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { brought } from '../../src/rooms.js'
import { daysAfter, standStillAt } from '../../src/web/now.js'
import { sendWeeklyLetters } from '../../src/weekly-letter/sending.js'
import { lastDue, weekdayOf } from '../../src/weekly-letter/weekdays.js'
import { stepInWords } from '../../src/weekly-letter/writing.js'
import { posted } from '../forum/forum.js'
import { newWorld } from '../world.js'

const world = newWorld()
const monday = '2027-01-11'
/** Half past seven in the schools, so many days after that Monday. */
const morning = (days: number) => standStillAt(`${daysAfter(monday, days)}T07:30:00.000Z`)
const write = () => sendWeeklyLetters(world.house, brought)
const lettersTo = (person: string) => world.letters.filter(one => one.to === `${person}@schools.example`)

beforeAll(async () => {
  // Some of the cast do nothing but read: whoever has a password here gets letters.
  await world.db.updateTable('people').set({ passwordHash: 'x' }).execute()
  morning(-3)
  await posted(world, 'sam', { sentence: 'Here we let children write the menu.' })
  await posted(world, 'ruth', { sentence: 'Here we forget nothing.' }, '/networks/harbour/forum')
})
afterEach(() => {
  world.letters.length = 0
  standStillAt(null)
})

describe('the weekly letter', () => {
  test('goes out once, on its day and not before six in the morning', async () => {
    standStillAt(`${monday}T05:30:00.000Z`)
    expect(await write()).toBe(0)
    morning(0)
    await write()
    expect(lettersTo('kasia')).toHaveLength(1)
    for (const days of [0, 1, 2, 3, 6]) {
      morning(days)
      await write()
    }
    expect(lettersTo('kasia')).toHaveLength(1)
    const { text, subject } = lettersTo('kasia')[0]!
    expect(subject).toContain('Hafren Learning Network')
    expect(text).toContain('Hello Kasia')
    expect(text).toContain('Here we let children write the menu')
    expect(text).toContain('http://localhost:3000/letters')
  })

  test('tells nobody of another network, and nobody of their own posts', async () => {
    await world.db.deleteFrom('weeklyLetters').execute()
    morning(0)
    await write()
    expect(world.letters.length).toBeGreaterThan(3)
    for (const letter of world.letters) {
      const inHarbour = ['ruth', 'marek', 'yusra', 'bridie'].some(one => letter.to.startsWith(one))
      expect(letter.text.includes('Here we forget nothing')).toBe(inHarbour && !letter.to.startsWith('ruth'))
      if (letter.to.startsWith('sam@') || inHarbour) expect(letter.text).not.toContain('write the menu')
    }
    // Governors and administrators are told nothing of the forum.
    for (const person of ['dilys', 'alex', 'fiona'])
      expect(
        lettersTo(person)
          .map(one => one.text)
          .join(),
      ).not.toContain('menu')
  })

  test('does not come where nothing is new and nothing waits', async () => {
    morning(7)
    await write()
    for (const { text } of world.letters) {
      const others = / (\d+) other things? stands? on Your day|\n(\d+) other things? stands? on Your day/.exec(text)
      const all = Number(others?.[1] ?? others?.[2] ?? 0) + 1
      expect(text).toContain(all === 1 ? 'ONE THING WAITS FOR YOU' : `${all} THINGS WAIT FOR YOU, THIS ONE FIRST`)
    }
    const quiet = await world.db
      .selectFrom('weeklyLetters')
      .selectAll()
      .where('dueOn', '=', daysAfter(monday, 7))
      .where('sentAt', '<', `${daysAfter(monday, 7)}T00:00:00.000Z`)
      .execute()
    expect(quiet.length).toBeGreaterThan(0)
    expect(world.letters.some(one => quiet.some(row => one.to.startsWith(`${row.personId}@`)))).toBe(false)
  })

  test('comes on the day that somebody chose, and off means off', async () => {
    await world.as('kasia').post('/letters', { letters: ['weekly'], weekday: '5' })
    await world.as('huw').post('/letters', { weekday: '1' })
    morning(14)
    await posted(world, 'sam', { sentence: 'Here we measure puddles.' })
    world.letters.length = 0
    await write()
    expect(lettersTo('kasia')).toEqual([])
    expect(lettersTo('huw')).toEqual([])
    expect(lettersTo('maeve')).toHaveLength(1)
    morning(18)
    await write()
    expect(lettersTo('kasia')).toHaveLength(1)
    expect(lettersTo('kasia')[0]!.text).toContain('puddles')
    expect(lettersTo('huw')).toEqual([])
  })

  test('is not written twice where two workbenches look at once, nor after one was stopped in the middle', async () => {
    morning(21)
    await posted(world, 'sam', { sentence: 'Here we count herons.' })
    world.letters.length = 0
    await Promise.all([write(), write(), write()])
    expect(lettersTo('maeve')).toHaveLength(1)

    // Stopped between taking the turn and sending: that week has no letter, and the next one tells of it.
    morning(28)
    await posted(world, 'sam', { sentence: 'Here we lost the power.' })
    world.letters.length = 0
    const stopped = { ...world.house, mail: { leaves: true, send: () => Promise.reject(new Error('killed')) } }
    await expect(sendWeeklyLetters(stopped, brought)).rejects.toThrow('killed')
    const first = await world.db
      .selectFrom('weeklyLetters')
      .selectAll()
      .where('dueOn', '=', daysAfter(monday, 28))
      .execute()
    expect(first.length).toBeGreaterThan(0)
    await write()
    const { personId } = first.find(row => row.sentAt !== null && row.personId !== 'sam') ?? first[0]!
    expect(lettersTo(personId)).toEqual([])
    morning(35)
    await write()
    expect(lettersTo(personId)).toHaveLength(1)
    expect(lettersTo(personId)[0]!.text).toContain('Here we lost the power')
  })

  test('does not come to somebody who joined on its day or since; the week after it does', async () => {
    const joined = (createdAt: string) =>
      world.db.updateTable('people').set({ createdAt }).where('id', '=', 'maeve').execute()
    const { createdAt } = await world.db
      .selectFrom('people')
      .select('createdAt')
      .where('id', '=', 'maeve')
      .executeTakeFirstOrThrow()
    morning(36)
    await posted(world, 'sam', { sentence: 'Here we begin.' })
    await world.db.deleteFrom('weeklyLetters').where('personId', '=', 'maeve').execute()
    await joined(`${daysAfter(monday, 36)}T07:20:00.000Z`)
    world.letters.length = 0
    await write()
    expect(lettersTo('maeve')).toEqual([])
    morning(42)
    await write()
    expect(lettersTo('maeve')).toHaveLength(1)
    await joined(createdAt)
  })

  test('waits where no letters leave the house', async () => {
    morning(42)
    const before = await world.db.selectFrom('weeklyLetters').selectAll().execute()
    const silent = { ...world.house, mail: { leaves: false, send: () => Promise.resolve(false) } }
    expect(await sendWeeklyLetters(silent, brought)).toBe(0)
    expect(await world.db.selectFrom('weeklyLetters').selectAll().execute()).toEqual(before)
  })

  test('goes to nobody whose account is closed, and nobody who has left everything', async () => {
    await world.db
      .updateTable('people')
      .set({ disabledAt: '2027-01-01T00:00:00.000Z' })
      .where('id', '=', 'ifan')
      .execute()
    const gone = { endedAt: '2027-01-01T00:00:00.000Z' }
    await world.db.updateTable('networkRoles').set(gone).where('personId', '=', 'alys').execute()
    morning(49)
    await posted(world, 'sam', { sentence: 'Here we say goodbye.' })
    world.letters.length = 0
    await write()
    expect(lettersTo('maeve')).toHaveLength(1)
    expect([...lettersTo('ifan'), ...lettersTo('alys')]).toEqual([])
  })
})

describe('the page “Letters to me”', () => {
  test('shows what the letter would say now, and keeps what was chosen', async () => {
    morning(50)
    await posted(world, 'sam', { sentence: 'Here we are today.' })
    const page = await world.as('gwen').get('/letters')
    expect(page.text).toContain('Here we are today')
    expect(page.text).toContain('What it would say now')
    const saved = await world.as('gwen').led('/letters', { letters: ['weekly', 'dates'], weekday: '3' })
    expect(saved.text).toMatch(/value="3" selected/)
    expect(saved.text).toMatch(/value="answers"(?! checked)/)
    expect((await world.as('gwen').post('/letters', { letters: ['spam'], weekday: '9' })).status).toBe(422)
    expect((await world.stranger.get('/letters')).headers.location).toContain('/sign-in')
  })
})

test('what somebody typed is never in a letter’s next step', () => {
  const waits = {
    text: 'Only you can see E4 in Reading: “Zuzanna cried”',
    href: '/',
    action: 'Share it',
    networkId: null,
  }
  expect(stepInWords(waits)).toBe('Share it. What it is about stands behind the link.')
  expect(stepInWords({ ...waits, text: 'The report is begun.', due: '2027-01-15' })).toBe(
    'The report is begun. Share it. By 15 January 2027.',
  )
  standStillAt('2027-01-20T09:00:00.000Z')
  expect(stepInWords({ ...waits, text: 'The report is begun.', due: '2027-01-15' })).toContain(
    'Due since 15 January 2027.',
  )
})

test('a weekday is found on a calendar, across the end of summer time too', () => {
  expect(weekdayOf('2026-11-30')).toBe(1)
  expect(lastDue(1, '2026-11-30')).toBe('2026-11-30')
  expect(lastDue(7, '2026-11-30')).toBe('2026-11-29')
  expect(lastDue(2, '2026-10-26')).toBe('2026-10-20')
})
