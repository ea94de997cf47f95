import { describe, expect, test } from 'vitest'
import { newWorld } from '../world.js'

const world = newWorld()
const address = '/networks/hafren/who-knows-how'

describe('who knows how', () => {
  test('somebody says that colleagues may ask, and is found by a word', async () => {
    await world.as('sam').post(address, { what: 'Reading aloud to Year 6', school: '' })
    const found = await world.as('kasia').get(`${address}?words=aloud`)
    expect(found.text).toContain('Reading aloud to Year 6')
    expect((await world.as('kasia').get(`${address}?words=fractions`)).text).not.toContain('Reading aloud')
  })

  test('an empty line is refused with a sentence', async () => {
    const page = await world.as('sam').post(address, { what: '  ', school: '' })
    expect(page.status).toBe(422)
    expect(page.text).toContain('Say in one line what colleagues may ask you about')
  })

  test('a school that is not one’s own is refused', async () => {
    expect((await world.as('sam').post(address, { what: 'Maths', school: 'glanwy' })).status).toBe(404)
  })

  test('a question goes by one letter and waits until it is answered', async () => {
    const sent = await world.as('kasia').post(`${address}/people/sam`, { words: 'What do you read on Fridays?' })
    expect(sent.status).toBe(303)
    await world.posted()
    const letter = world.letters.find(one => one.subject.includes('would like to know'))!
    expect(letter.text).toContain('What do you read on Fridays?')
    const day = (await world.as('sam').get('/')).text
    const question = /who-knows-how\/questions\/([\w-]+)/.exec(day)![0]
    expect((await world.as('kasia').get(`/networks/hafren/${question}`)).status).toBe(404)
    expect((await world.as('sam').get(`/networks/hafren/${question}`)).text).toContain('What do you read on Fridays?')
    await world.as('sam').post(`/networks/hafren/${question}/answer`)
    expect((await world.as('sam').get('/')).text).not.toContain('asks you about')
  })

  test('nobody is asked who did not say so, and nobody asks themselves', async () => {
    expect((await world.as('kasia').get(`${address}/people/ifan`)).status).toBe(404)
    expect((await world.as('sam').get(`${address}/people/sam`)).status).toBe(404)
  })

  test('a line is taken out by whoever put it in, and by nobody else', async () => {
    const { id } = await world.db.selectFrom('knowHows').select('id').executeTakeFirstOrThrow()
    expect((await world.as('kasia').post(`${address}/${id}/ending`)).status).toBe(404)
    await world.as('sam').post(`${address}/${id}/ending`)
    expect((await world.as('kasia').get(address)).text).not.toContain('Reading aloud')
  })

  test('who works elsewhere now is asked no more', async () => {
    await world.as('bilal').post(address, { what: 'Talking partners', school: '' })
    await world.db
      .updateTable('networkRoles')
      .set({ endedAt: '2026-11-01T00:00:00.000Z' })
      .where('personId', '=', 'bilal')
      .execute()
    expect((await world.as('kasia').get(address)).text).not.toContain('Talking partners')
  })

  test('it does not exist outside the network, nor for governors', async () => {
    for (const person of ['ruth', 'dilys', 'alex']) expect((await world.as(person).get(address)).status).toBe(404)
  })
})
