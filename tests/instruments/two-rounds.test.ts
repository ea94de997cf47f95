import { expect, test } from 'vitest'
import { newWorld } from '../world.js'

const world = newWorld()
const sadia = () => world.as('sadia')
let instrument = ''

/** A round of the questionnaire in which colleagues chose these steps of the first question; it is closed afterwards. */
async function round(scales: string[]): Promise<string> {
  const endsOn = new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10)
  const opened = await sadia().post(`${instrument}/questionnaires`, { endsOn }).expect(303)
  const address = opened.get('location')!
  const id = address.split('/')[2]!
  const row = await world.db
    .selectFrom('questionnaires')
    .select('questions')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const [first] = JSON.parse(row.questions) as { id: string }[]
  const page = await sadia().led(`${address}/links`, { count: 0 })
  const link = /\/answer\/[\w-]{20,}/.exec(page.text)![0]
  for (const scale of scales) await world.stranger.post(link, { [`q-${first!.id}`]: scale }).expect(303)
  const asks = await sadia().get(`${address}/closing`)
  expect(asks.text).toContain('With fewer than five, all of them are erased')
  await sadia().post(`${address}/closing`).expect(303)
  return address
}

test('the next last day is proposed, and closing says first what it does', async () => {
  const made = await sadia().post('/groups/reading/instruments', { template: 'staff-confidence' })
  instrument = made.get('location')!.replace('/edit', '')
  const proposed = new Date(Date.now() + 14 * 86_400_000).toISOString().slice(0, 10)
  expect((await sadia().get(instrument)).text).toContain(proposed)
  const one = await round(['1', '2', '2', '4', '5'])
  expect((await sadia().get(`${one}/closing`)).status).toBe(409)
  expect((await sadia().get(`${instrument}/rounds`)).status).toBe(404)
})

test('two rounds stand side by side, each with how many answered', async () => {
  await round(['4', '4', '5', '5', '5'])
  expect((await sadia().get(instrument)).text).toContain('Two rounds side by side')
  const page = await sadia().get(`${instrument}/rounds`)
  expect(page.text).toContain('0 of 5')
  expect(page.text).toContain('3 of 5')
  expect(page.text).toContain('Fewer than five answered this in one of the rounds')
  expect((await world.as('kasia').get(`${instrument}/rounds`)).status).toBe(404)
})

test('a round with fewer than five answers is none, and where a few more answered their answers cannot be read off', async () => {
  await round(['1', '1', '1', '1'])
  expect((await sadia().get(`${instrument}/rounds`)).text).toContain('3 of 5')
  const later = await round(['4', '4', '5', '5', '5', '1'])
  const page = await sadia().get(`${instrument}/rounds`)
  expect(page.text).toContain('differ by fewer than five')
  expect(page.text).not.toContain('of 6')
  expect((await sadia().get(later)).text).toContain('6 answers')
})
