import { type AddressInfo, createServer, type Server } from 'node:net'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { mailBy } from '../../src/mail/mail.js'
import { postLetters } from '../../src/mail/posting.js'
import { noteReturns } from '../../src/mail/returning.js'
import { brought } from '../../src/rooms.js'
import { standStillAt } from '../../src/web/now.js'
import { newWorld } from '../world.js'

const world = newWorld()
const start = Date.parse('2026-11-24T09:00:00.000Z')
let minutes = 0
const later = (more: number) => standStillAt(new Date(start + (minutes += more) * 60_000).toISOString())
beforeAll(() => later(0))
afterAll(() => standStillAt(null))

const stage = '/groups/reading/stages/purpose'
/** What is said is heard of before the clock moves on. */
async function say(person: string, words: string, kind = 'challenge') {
  const said = await world.as(person).post(`${stage}/comments`, { words, kind, 'names-answer': 'as it is' }).expect(303)
  await world.following.settled()
  return said
}
async function posted(house = world.house) {
  await world.following.settled()
  world.letters.length = 0
  await postLetters(house, brought)
  return [...world.letters]
}
const waiting = () => world.db.selectFrom('lettersToSend').selectAll().where('sentAt', 'is', null).execute()

describe('a letter of what waits', () => {
  test('comes after some quiet, one for everything, and says no word that anybody typed', async () => {
    await say('bilal', 'What about Oliver Hughes, who never reads?')
    await say('bilal', 'And why only Year 4, @Sam O’Neill?')
    expect(await posted()).toEqual([])
    later(4)
    const letters = await posted()
    const sam = letters.find(one => one.to.startsWith('sam'))!
    expect(sam.subject).toBe('3 things wait for you')
    expect(sam.text.match(/A challenge to Purpose waits for the answer of Reading by choice\./g)).toHaveLength(2)
    expect(sam.text).toContain('A colleague asks for your eyes on what is said in Reading by choice.')
    for (const letter of letters) expect(letter.text + letter.subject).not.toMatch(/Oliver|Hughes|Year 4|never reads/)
    expect(letters.map(one => one.to.split('@')[0]).sort()).toEqual(['huw', 'sadia', 'sam', 'zofia'])
    const link = /http:\/\/localhost:3000(\/comments\/\S+)/.exec(sam.text)![1]!
    const place = await world.as('sam').get(link).expect(303)
    expect(place.get('location')).toMatch(/^\/groups\/reading\/stages\/purpose#comment-/)
    for (const person of ['ruth', 'kasia']) await world.as(person).get(link).expect(404)
    later(20)
    expect(await posted()).toEqual([])
  })

  test('who goes on and on does not keep others waiting for ever', async () => {
    for (let round = 0; round < 6; round++) {
      await say('bilal', `Again ${round}?`)
      later(2.8)
      const letters = await posted()
      if (round < 5) expect(letters, String(round)).toEqual([])
      else expect(letters.length).toBe(4)
    }
    later(20)
    await posted()
  })

  test('is stopped by one press on a page that needs no session, kind by kind', async () => {
    await say('bilal', 'Who is left out?')
    later(4)
    const letter = (await posted()).find(one => one.to.startsWith('huw'))!
    const off = /http:\/\/localhost:3000(\/letters\/off\/\S+)/.exec(letter.text)![1]!
    expect(letter.off).toContain(off)
    const page = await world.stranger.get(off).expect(200)
    expect(page.text).toContain('Stop these letters?')
    expect(page.text).not.toContain('huw')
    await say('bilal', 'Opening the page stopped nothing.')
    expect((await world.stranger.led(off)).text).toContain('These letters have stopped')
    later(4)
    expect((await posted()).map(one => one.to.split('@')[0])).not.toContain('huw')
    await world.stranger.get(off.replace('challenges', 'password')).expect(404)
    await world.stranger.get('/letters/off/nobody/challenges').expect(404)
    const own = (await world.as('huw').get('/letters').expect(200)).text
    for (const { name } of brought.letters) expect(own.replace(/&#39;/g, '’')).toContain(name)
    expect(own).toMatch(/value="mentions"[^>]*checked/)
    expect(own).not.toMatch(/value="challenges"[^>]*checked/)
  })

  test('an answer reaches whoever asked, and nobody else', async () => {
    const id = (await say('bilal', 'Did you ask the parents?')).get('location')!.split('#comment-')[1]!
    await world.as('sadia').post(`/comments/${id}/answer`, { words: 'Yes, in March.' }).expect(303)
    later(4)
    const told = (await posted()).filter(one => one.text.includes('has answered your challenge'))
    expect(told.map(one => one.to.split('@')[0])).toEqual(['bilal'])
    expect(told[0]!.text).not.toContain('March')
  })

  test('where no letters leave nothing is put down, and nothing fails', async () => {
    await world.following.settled()
    const before = (await waiting()).length
    const mail = { leaves: false, send: () => Promise.resolve(false) }
    world.house.mail = Object.assign(world.house.mail, mail)
    await say('bilal', 'Who hears of this?')
    await world.following.settled()
    expect((await waiting()).length).toBe(before)
    expect(await postLetters(world.house, brought)).toBe(0)
    Object.assign(world.house.mail, {
      leaves: true,
      send: (letter: (typeof world.letters)[number]) => (world.letters.push(letter), Promise.resolve(true)),
    })
  })
})

describe('a letter that does not go', () => {
  test('is tried again with growing pauses, and given up after three days', async () => {
    let tried = 0
    const mail = { leaves: true, send: () => (tried++, Promise.resolve(false)) }
    const silent = { ...world.house, mail }
    await say('bilal', 'Is anybody there?')
    await world.following.settled()
    later(4)
    for (let pass = 0; pass < 3; pass++) await postLetters(silent, brought)
    const people = tried
    expect(people).toBeGreaterThan(1)
    later(1.5)
    await postLetters(silent, brought)
    expect(tried).toBe(2 * people)
    later(1.5)
    await postLetters(silent, brought)
    expect(tried, 'the second pause is longer').toBe(2 * people)
    later(4 * 24 * 60)
    await postLetters(silent, brought)
    expect(tried).toBe(2 * people)
    const left = await world.db.selectFrom('lettersToSend').selectAll().where('sentAt', 'is', null).execute()
    expect(left.every(one => one.givenUpAt !== null)).toBe(true)
  })

  test('one that was killed while it was sent goes once more, and not a third time', async () => {
    await say('bilal', 'And now?')
    await world.following.settled()
    later(4)
    const killed = { ...world.house, mail: { leaves: true, send: () => Promise.reject(new Error('killed')) } }
    await expect(postLetters(killed, brought)).rejects.toThrow('killed')
    const fact = await world.db
      .selectFrom('facts')
      .selectAll()
      .where('kind', '=', 'challenged')
      .orderBy('number', 'desc')
      .executeTakeFirstOrThrow()
    const follower = brought.followers.find(one => one.name === 'letters: challenges')!
    await follower.run(world.house, { ...fact, details: JSON.parse(fact.details) as object } as never)
    later(2)
    const first = await posted()
    later(30)
    const second = await posted()
    const all = [...first, ...second].map(one => one.to)
    expect(all.length).toBe(3)
    expect(new Set(all).size).toBe(all.length)
  })
})

describe('an address that does not exist', () => {
  let office: Server
  const houseWith = () => {
    const { port } = office.address() as AddressInfo
    const smtp = { smtpUrl: `smtp://127.0.0.1:${port}`, baseUrl: world.house.baseUrl }
    return { ...world.house, mail: mailBy(smtp, pino({ level: 'silent' }), noteReturns(world.db)) }
  }
  const refused = new Set(['sadia'])
  beforeAll(async () => {
    office = createServer(socket => {
      let inData = false
      socket.on('error', () => undefined)
      socket.write('220 here\r\n')
      socket.on('data', chunk => {
        for (const line of String(chunk).split('\r\n').slice(0, -1)) {
          if (inData) {
            if (line === '.') {
              inData = false
              socket.write('250 taken\r\n')
            }
          } else if (line === 'DATA') {
            inData = true
            socket.write('354 go on\r\n')
          } else if (/^RCPT TO:<(\w+)/.test(line) && refused.has(/<(\w+)/.exec(line)![1]!)) {
            socket.write('550 no such mailbox\r\n')
          } else socket.write('250 yes\r\n')
        }
      })
    })
    await new Promise<void>(resolve => office.listen(0, '127.0.0.1', resolve))
  })
  afterAll(() => office.close())

  test('is noted, shown to its person and to whoever invited them, and written to no more', async () => {
    const { email } = await world.db
      .selectFrom('people')
      .select('email')
      .where('id', '=', 'sadia')
      .executeTakeFirstOrThrow()
    await world.db
      .insertInto('invitations')
      .values({
        ...{
          id: 'inv',
          tokenHash: 'x',
          email,
          name: 'Sadia',
          networkId: 'hafren',
          role: 'staff',
          schoolId: 'st-davids',
        },
        ...{
          themeId: null,
          groupId: null,
          until: null,
          invitedBy: 'nia',
          invitedAt: '2026-09-01',
          expiresAt: '2026-09-15',
        },
        ...{ acceptedAt: '2026-09-02', acceptedBy: 'sadia', withdrawnAt: null, withdrawnBy: null },
      })
      .execute()
    const house = houseWith()
    await say('bilal', 'Does this reach you?')
    await world.following.settled()
    later(4)
    await postLetters(house, brought)
    expect(await world.db.selectFrom('addressesThatReturn').select(['email', 'said']).execute()).toEqual([
      { email, said: '550' },
    ])
    expect((await world.as('sadia').get('/')).text).toContain(`Letters to ${email} come back`)
    expect((await world.as('sadia').get('/account')).text).toContain('Letters to this address come back')
    expect((await world.as('nia').get('/')).text).toContain(`Letters to Sadia Qureshi, ${email}, come back`)
    for (const person of ['sam', 'mair']) expect((await world.as(person).get('/')).text).not.toContain('come back')
    const left = await waiting()
    expect(left.filter(one => one.personId === 'sadia').every(one => one.givenUpAt !== null)).toBe(true)
    await house.mail.settled?.()
  })

  test('is forgotten as soon as a letter arrives again', async () => {
    refused.clear()
    const house = houseWith()
    await say('bilal', 'And now?')
    await world.following.settled()
    later(4)
    await postLetters(house, brought)
    expect(await world.db.selectFrom('addressesThatReturn').selectAll().execute()).toEqual([])
    await house.mail.settled?.()
  })
})
