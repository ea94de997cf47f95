import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { writersAmong } from '../../src/mail/following.js'
import { postLetters } from '../../src/mail/posting.js'
import { letterHeadings } from '../../src/mail/wishes.js'
import { brought } from '../../src/rooms.js'
import { standStillAt } from '../../src/web/now.js'
import { planned, usualCircles } from '../meetings/meeting.js'
import { newWorld } from '../world.js'

const world = newWorld()
const start = Date.parse('2026-11-24T09:00:00.000Z')
let minutes = 0
const later = (more: number) => standStillAt(new Date(start + (minutes += more) * 60_000).toISOString())
beforeAll(() => later(0))
afterAll(() => standStillAt(null))
beforeEach(async () => {
  await world.posted()
  world.letters.length = 0
  later(20)
})

const to = (person: string) => world.letters.filter(one => one.to === `${person}@schools.example`)
async function due() {
  await world.following.settled()
  await postLetters(world.house, brought)
}

const { strategic } = (await usualCircles(world)) as { strategic: string }
const meeting = { title: 'Autumn round', on: '2027-02-08', starts: '16:00', ends: '17:00', place: 'Hall' }
/** What follows from it follows before the clock goes on. */
async function plan(title = meeting.title): Promise<string> {
  const address = await planned(world, 'nia', strategic, { ...meeting, title })
  await world.following.settled()
  return address
}
async function moved(address: string, on: string): Promise<void> {
  await world.as('nia').post(`${address}/moving`, { on, starts: meeting.starts, ends: meeting.ends }).expect(303)
  await world.following.settled()
}

describe('letters of rooms', () => {
  test('every kind that is written has a switch, and every switch a letter', () => {
    const declared = brought.letters.map(one => one.letter)
    expect(new Set(declared).size).toBe(declared.length)
    for (const { name, letter } of writersAmong(brought.followers).values()) expect(declared, name).toContain(letter)
    const written = new Set([
      'weekly',
      ...[...writersAmong(brought.followers).values()].map(one => one.letter),
      ...brought.followers.filter(one => one.name.startsWith('letters: ')).map(one => one.name.slice(9)),
    ])
    expect(declared.filter(letter => !written.has(letter))).toEqual([])
    for (const { of } of brought.letters) expect(letterHeadings).toContain(of)
  })

  test('letters without a switch are about keys, roles and passwords alone, and the page says so', async () => {
    const always = brought.followers
      .filter(one => /^letters /.test(one.name) && !('letter' in one))
      .map(one => one.name)
      .sort()
    expect(always).toEqual([
      'letters of accounts of a school',
      'letters of changed passwords',
      'letters of grave acts',
      'letters of keys that nobody looks after',
      'letters of networks that ask a second step of everybody',
      'letters of opened keys',
      'letters of roles that were answered',
      'letters of second steps',
      'letters that ask to confirm a role',
      'letters to owners of keys',
    ])
    const page = (await world.as('imran').get('/letters')).text
    expect(page).toContain('Letters about keys to names, about roles, passwords and your address, and invitations')
    for (const name of ['A recommendation to my school', 'A colleague asks me something', 'A group asks my school'])
      expect(page).toContain(name)
  })

  test('several within minutes are one letter, with every date and a way to stop each kind', async () => {
    const first = await plan()
    const second = await plan('Spring round')
    later(1)
    await due()
    expect(world.letters).toEqual([])
    later(4)
    await due()
    expect(to('imran')).toHaveLength(1)
    const [{ subject, text, date, furtherDates, off }] = to('imran') as [(typeof world.letters)[0]]
    expect(subject).toBe('2 things to tell you')
    for (const address of [first, second]) expect(text).toContain(`http://localhost:3000${address}`)
    expect([date!.title, ...furtherDates!.map(one => one.title)].sort()).toEqual([
      'Strategic circle: Autumn round',
      'Strategic circle: Spring round',
    ])
    expect(text.match(/\/letters\/off\/\S+\/meetings$/gm)).toHaveLength(1)
    expect(off).toMatch(/\/letters\/off\/\S+\/meetings$/)
    later(20)
    await due()
    expect(to('imran')).toHaveLength(1)
  })

  test('say what is so when they go: moved twice is told once, as it stands', async () => {
    const address = await plan()
    await world.posted()
    world.letters.length = 0
    await moved(address, '2027-02-09')
    later(1)
    await moved(address, '2027-02-10')
    later(4)
    await due()
    const [letter] = to('imran')
    expect(letter!.subject).toContain('Moved: Autumn round, now 10 February 2027')
    expect(letter!.text.match(/” is moved/g)).toHaveLength(1)
    expect(letter!.text).not.toContain('9 February')
    expect(letter!.furtherDates).toBeUndefined()
  })

  test('what was planned and called off meanwhile is told as called off, and as nothing else', async () => {
    const address = await plan()
    await world.as('nia').post(`${address}/cancellation`, { because: 'Snow is coming.' }).expect(303)
    await world.following.settled()
    later(4)
    await due()
    const [letter] = to('imran')
    expect(letter!.subject).toBe('Cancelled: Autumn round')
    expect(letter!.text).not.toContain('You are asked to')
  })

  test('one press stops a kind, also for what waits already; the other kinds go on', async () => {
    const address = await plan()
    later(4)
    await due()
    const off = /http:\/\/localhost:3000(\/letters\/off\/\S+\/meetings)$/m.exec(to('imran')[0]!.text)![1]!
    await plan('Never heard of')
    expect((await world.stranger.led(off)).text).toContain('These letters have stopped')
    later(4)
    world.letters.length = 0
    await due()
    expect(to('imran')).toEqual([])
    expect(to('gwen').length + to('mair').length).toBeGreaterThan(0)
    await moved(address, '2027-02-11')
    later(4)
    await due()
    expect(to('imran').map(one => one.subject)).toEqual(['Moved: Autumn round, now 11 February 2027'])
    const own = (await world.as('imran').get('/letters')).text
    expect(own).toMatch(/value="meetings-moved"[^>]*checked/)
    expect(own).not.toMatch(/value="meetings"[^>]*checked/)
  })
})
