import { afterEach, describe, expect, test } from 'vitest'
import { instrumentIn } from '../../src/reviews/instruments/index.js'
import { outcomeOf } from '../../src/reviews/rounds/outcome.js'
import { newWorld } from '../world.js'
import { all, allSay, answer, close, letTimePass, roundOf, rowOf, twelve } from './reviewing.js'

const world = newWorld()
const nia = () => world.as('nia')
const five = ['nia', 'rhian', 'tomasz', 'sadia', 'gwen']
const neighbours = ['ada', 'bea', 'cem', 'dov', 'eva']

afterEach(() => letTimePass(world))

async function asked(id: string, name: string): Promise<void> {
  const fields = { email: `${name}@neighbours.example`, name: `${name} of the next valley`, stands: 'peer' }
  expect((await nia().post(`${all}/${id}/company/outsiders`, fields)).status).toBe(303)
}

/** The link in the letter that somebody got, the newest. */
async function linkOf(name: string): Promise<string> {
  await world.posted()
  const letter = world.letters.filter(one => one.to === `${name}@neighbours.example`).at(-1)
  return /\/reviews\/by-link\/\S+/.exec(letter?.text ?? '')![0]
}

async function firstStatement(id: string): Promise<string> {
  const { parts } = instrumentIn((await rowOf(world, id)).instrument)
  return parts[0]!.items[0]!.id
}

describe('somebody outside without an account', () => {
  test('answers once by a link of their own, and opens nothing else with it', async () => {
    const id = await roundOf(world, { people: five, open: false })
    await asked(id, 'ada')
    await nia().post(`${all}/${id}/opening`)
    const link = await linkOf('ada')
    const page = await world.stranger.get(link)
    expect(page.status).toBe(200)
    expect(page.headers['x-robots-tag']).toContain('noindex')
    expect(page.text).not.toContain('Hafren Learning Network')
    const nothing = await world.stranger.post(link, {})
    expect([nothing.status, nothing.text.includes('Answer one thing at least')]).toEqual([422, true])
    const first = `q-${await firstStatement(id)}`
    const strange = await world.stranger.post(link, { [first]: 'zzz' })
    expect([strange.status, strange.text.includes('Choose one of the answers')]).toEqual([422, true])
    expect((await world.stranger.post(link, { [first]: '2' })).status).toBe(303)
    expect((await world.stranger.get(link)).text).toContain('Your answers to')
    expect((await world.stranger.get(link)).text).not.toContain(first)
    expect((await world.stranger.post(link, { [first]: '3' })).status).toBe(409)
    for (const other of [all, `${all}/${id}`, `${all}/${id}/answer/1`])
      expect((await world.stranger.get(other)).status).not.toBe(200)
    for (const forged of [`${link}x`, link.slice(0, -1), link.replace(/[^/]{5}$/, 'aaaaa'), '/reviews/by-link/x'])
      expect((await world.stranger.get(forged)).status).toBe(404)
  })

  test('is reminded only while they have not answered, and their link ends with the round', async () => {
    const id = await roundOf(world, { people: five })
    for (const name of ['ada', 'bea']) await asked(id, name)
    const [ofAda, ofBea] = [await linkOf('ada'), await linkOf('bea')]
    expect(ofAda).not.toBe(ofBea)
    await world.stranger.post(ofAda, { [`q-${await firstStatement(id)}`]: '2' })
    world.letters.length = 0
    await nia().post(`${all}/${id}/reminder`)
    await world.posted()
    const told = world.letters.map(one => one.to)
    expect(told).toContain('bea@neighbours.example')
    expect(told).not.toContain('ada@neighbours.example')
    await close(world, id)
    for (const link of [ofAda, ofBea]) expect((await world.stranger.get(link)).status).toBe(404)
  })

  test('stands apart, is shown where five answered, and no page or row ties them to what they said', async () => {
    const id = await roundOf(world, { people: five })
    for (const name of neighbours) await asked(id, name)
    const first = await firstStatement(id)
    for (const name of neighbours) await world.stranger.post(await linkOf(name), { [`q-${first}`]: '2' })
    const links = await world.db.selectFrom('reviewLinks').selectAll().where('roundId', '=', id).execute()
    const papers = await world.db.selectFrom('reviewAnswers').selectAll().where('roundId', '=', id).execute()
    const { linkSecret } = await rowOf(world, id)
    for (const paper of papers)
      for (const link of links) expect(JSON.stringify(paper)).not.toContain(link.id.slice(0, 8))
    for (const name of neighbours) expect((await linkOf(name)).includes(papers[0]!.id)).toBe(false)
    expect((await nia().get(`${all}/${id}/company`)).text).not.toContain('/reviews/by-link/')
    await answer(world, id, allSay(five, { [first]: '3' }))
    await close(world, id)
    const outcome = outcomeOf(await rowOf(world, id))
    expect(outcome).toEqual({ self: { state: 'shown', answers: 5 }, peer: { state: 'shown', answers: 5 } })
    expect(linkSecret).not.toBeNull()
    expect((await nia().get(`${all}/${id}/spread`)).text).not.toContain('next valley')
  })

  test('is known again in the next round, so that one new neighbour does not tell what they said', async () => {
    for (const [names, state] of [
      [neighbours, 'shown'],
      [[...neighbours, 'fay'], 'near'],
    ] as const) {
      const id = await roundOf(world, { people: twelve })
      for (const name of names) await asked(id, name)
      const first = await firstStatement(id)
      for (const name of names) await world.stranger.post(await linkOf(name), { [`q-${first}`]: '2' })
      await close(world, id)
      expect(outcomeOf(await rowOf(world, id)).peer).toMatchObject({ state })
    }
  })

  test('with an account is asked there, and nobody twice', async () => {
    const id = await roundOf(world, { people: five })
    const { email } = await world.db
      .selectFrom('people')
      .select('email')
      .where('id', '=', 'ruth')
      .executeTakeFirstOrThrow()
    await nia().post(`${all}/${id}/company/outsiders`, { email, stands: 'peer' })
    expect((await world.as('ruth').get(`${all}/${id}/answer`)).status).toBe(200)
    await asked(id, 'ada')
    const again = await nia().post(`${all}/${id}/company/outsiders`, {
      email: 'Ada@neighbours.example',
      stands: 'peer',
    })
    expect([again.status, again.text.includes('asked already')]).toEqual([409, true])
  })
})

test('a round is never given a last day that is over', async () => {
  const id = await roundOf(world, { people: five })
  const page = await nia().post(`${all}/${id}/last-day`, { answerBy: '2026-01-05' })
  expect([page.status, page.text.includes('This day is over')]).toEqual([422, true])
  const begun = await nia().post(all, { title: 'Too late', company: 'the heads', answerBy: '2026-01-05' })
  expect(begun.text).toContain('This day is over')
})

describe('a company that is there already', () => {
  test('a circle, a theme, a project and a partner are each asked as one', async () => {
    const circle = { kind: 'own', name: 'Those who walk', roles: ['headteacher~'] }
    const made = await world.as('sam').post('/networks/hafren/circles', circle)
    const id = await roundOf(world, { people: [], open: false })
    const page = await nia().get(`${all}/${id}/company`)
    const offered = [...page.text.matchAll(/value="((?:circle|theme|project|partner)~[^"]+)"/g)].map(one => one[1]!)
    const walkers = `circle~${made.headers.location!.split('/').at(-1)!}`
    expect(offered).toContain(walkers)
    expect(offered).toContain('theme~language')
    await nia().post(`${all}/${id}/company`, { companies: walkers })
    const ofCircle = await people(id)
    expect(ofCircle).toEqual(expect.arrayContaining(['imran', 'mair', 'sam']))
    await nia().post(`${all}/${id}/company`, { companies: 'theme~language' })
    expect(await people(id)).toEqual(expect.arrayContaining([...ofCircle, 'sadia', 'tomasz']))
    const strange = await nia().post(`${all}/${id}/company`, { companies: 'circle~zzz' })
    expect([strange.status, strange.text.includes('Choose a company of this list')]).toEqual([422, true])
  })
})

async function people(id: string): Promise<string[]> {
  const rows = await world.db.selectFrom('reviewAsked').select('personId').where('roundId', '=', id).execute()
  return rows.map(row => row.personId)
}
