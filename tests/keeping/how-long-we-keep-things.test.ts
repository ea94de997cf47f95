import { expect, test } from 'vitest'
import { newWorld } from '../world.js'

const world = newWorld()
const page = '/networks/hafren/keeping'

test.each(['sam', 'imran', 'dilys', 'menna', 'alex'])('%s can read how long the network keeps things', async person => {
  const answer = await world.as(person).get(page)
  expect(answer.status).toBe(200)
  expect(answer.text).toContain('Not said yet (usual: 3 years after the group is closed)')
  expect(answer.text).toContain('Keys to pupils’ names')
  expect(answer.text).not.toContain('/keeping/evidence')
})

test('to somebody of another network and to a stranger it does not exist', async () => {
  expect((await world.as('bridie').get(page)).status).toBe(404)
  expect((await world.stranger.get(page)).status).not.toBe(200)
})

test('a network leader chooses another time, and everybody reads it', async () => {
  const form = await world.as('nia').get(`${page}/recordings`)
  expect(form.text).toContain('How long does your network keep this?')
  await world.as('nia').post(`${page}/recordings`, { months: '6', because: '' }).expect(303)
  expect((await world.as('sam').get(page)).text).toContain('6 months after the cycle is finished')
  expect((await world.audited('network'))[0]!.did).toBe('set how long the network keeps recordings: 6 months')
})

test('what nobody has said is kept as is usual when a leader says so, and what was chosen stays', async () => {
  const before = await world.as('nia').get(page)
  expect(before.text).toContain('Nothing is erased by itself until you say so')
  expect((await world.as('sam').get(page)).text).not.toContain('Nothing is erased by itself until you say so')
  await world.as('sam').post(page, {}).expect(403)
  await world.as('nia').post(page, {}).expect(303)
  const after = (await world.as('sam').get(page)).text
  expect(after).toContain('6 months after the cycle is finished')
  expect(after).toContain('3 years after the group is closed')
  expect(after).not.toContain('Not said yet')
  expect((await world.as('nia').get(page)).text).not.toContain('Nothing is erased by itself until you say so')
})

test('nobody else chooses', async () => {
  expect((await world.as('sam').get(`${page}/recordings`)).status).toBe(403)
  expect((await world.as('imran').post(`${page}/recordings`, { months: '24', because: '' })).status).toBe(403)
  expect((await world.as('nia').get(`${page}/tea`)).status).toBe(404)
})

test('never by itself needs a reason, and the choice is kept on the page', async () => {
  const answer = await world.as('nia').post(`${page}/minutes`, { months: 'never', because: '' })
  expect(answer.status).toBe(422)
  expect(answer.text).toContain('Say why it never goes by itself')
  expect(answer.text).toMatch(/value="never"[^>]* checked/)
  await world
    .as('nia')
    .post(`${page}/minutes`, { months: 'never', because: 'The archive of the county holds them' })
    .expect(303)
  const read = await world.as('sam').get(page)
  expect(read.text).toContain('Never erased by itself')
  expect(read.text).toContain('The archive of the county holds them')
})

test('a time that is not offered is refused with a sentence', async () => {
  const answer = await world.as('nia').post(`${page}/recordings`, { months: '1', because: '' })
  expect(answer.status).toBe(422)
  expect(answer.text).toContain('Choose one of the periods that are offered')
})
