import { expect, test } from 'vitest'
import { enterStates, secret } from '../house/states.js'
import { newWorld } from '../world.js'

const world = newWorld()
await enterStates(world)
const all = '/networks/hafren/moderation'

async function prepared(): Promise<string> {
  const made = await world.as('sam').post(all, { title: 'Evidence', about: '', judgeBy: '2099-12-11' }).expect(303)
  const address = made.get('location')!
  await world.as('sam').post(`${address}/criteria`, { name: 'Order', levels: 'Low\nHigh' })
  for (const person of ['sam', 'gwen']) await world.as('sam').post(`${address}/judges`, { person })
  return address
}

test('evidence that is shared with the network is judged where it stands, and goes when it is withdrawn', async () => {
  const address = await prepared()
  for (const [number, said] of [
    ['E902', 'not shared with the network'],
    ['E901', 'no piece with this number'],
    ['99999999', 'no piece with this number'],
  ] as const) {
    const page = await world.as('sam').post(`${address}/pieces/evidence`, { group: 'reading', number })
    expect(page.status).toBe(422)
    expect(page.text).toContain(said)
  }
  await world.as('sam').post(`${address}/pieces/evidence`, { group: 'reading', number: 'E904' }).expect(303)
  expect((await world.as('sam').post(`${address}/pieces/evidence`, { group: 'reading', number: '904' })).status).toBe(
    422,
  )
  const { id } = await world.db.selectFrom('moderationPieces').select('id').executeTakeFirstOrThrow()
  const piece = `${address}/pieces/${id}`
  expect((await world.as('gwen').get(piece)).text).toContain(secret('with-network'))

  const criterion = await world.db.selectFrom('moderationCriteria').select('id').executeTakeFirstOrThrow()
  const field = `c-${criterion.id}`
  await world.as('sam').post(`${address}/beginning`).expect(303)
  for (const person of ['sam', 'gwen'])
    await world
      .as(person)
      .post(`${piece}/judgement`, { [field]: '2', because: 'Quoted words.' })
      .expect(303)
  await world.as('sam').post(`${address}/opening`).expect(303)
  await world.as('sam').post(`/texts/moderation%20reason/${id}/reason`, { body: 'It holds together.', version: 0 })
  await world
    .as('sam')
    .post(`${piece}/agreement`, { [field]: '2' })
    .expect(303)
  expect((await world.as('sadia').get('/evidence/with-network')).text).toContain('It holds together.')
  expect((await world.as('kasia').get(`${all}/examples`)).text).toContain(`examples/${id}`)

  const gone = await world.as('huw').post('/evidence/with-network/withdrawal', { reason: 'The parents asked.' })
  expect(gone.status).toBe(303)
  expect((await world.as('huw').get(gone.get('location')!)).text).toContain('no example any more')
  for (const [person, at] of [
    ['gwen', piece],
    ['sam', piece],
    ['kasia', `${all}/examples/${id}`],
  ] as const)
    expect((await world.as(person).get(at)).status).toBe(404)
  expect((await world.as('kasia').get(`${all}/examples`)).text).not.toContain(`examples/${id}`)
  expect((await world.as('sam').get(address)).text).toContain('1 piece was withdrawn since')
  expect((await world.as('kasia').get('/search?q=holds+together')).text).not.toContain(`examples/${id}`)

  await world.as('huw').post('/evidence/with-network/erasure').expect(303)
  const row = await world.db
    .selectFrom('moderationPieces')
    .select('reason')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  expect(row.reason).toBe('')
  const said = await world.db.selectFrom('moderationJudgements').select('because').execute()
  expect(said.map(one => one.because)).toEqual(['', ''])
})
