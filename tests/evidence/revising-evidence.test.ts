import { expect, test } from 'vitest'
import { newWorld } from '../world.js'
import { log, pieceRow } from './real-files.js'

const world = newWorld()
const words = {
  title: 'The trolley',
  whatWeSaw: 'It goes **round** on Tuesdays.',
  kind: 'field-note',
  stage: 'context',
  gatheredOn: '2026-11-02',
  schools: ['weir', 'river'],
  version: 1,
}

test('the author changes words and facts, and links the piece to several schools', async () => {
  const id = await log(world.as('sam'), { audience: 'group' })
  expect((await world.as('sam').get(`/evidence/${id}/edit`)).status).toBe(200)
  expect((await world.as('sam').post(`/evidence/${id}/edit`, words)).status).toBe(303)
  const page = await world.as('huw').get(`/evidence/${id}`)
  expect(page.text).toContain('<strong>round</strong>')
  expect(page.text).toContain('River Road Community Primary and Weir Lane Primary')
  expect(await pieceRow(world, id)).toMatchObject({ version: 2, kind: 'field-note', stage: 'context' })
})

test('two people change it at once: nothing is saved over, and both texts are shown', async () => {
  const id = await log(world.as('sam'), { audience: 'group' })
  await world.as('sam').post(`/evidence/${id}/edit`, { ...words, whatWeSaw: 'From the laptop' })
  const late = await world.as('sam').post(`/evidence/${id}/edit`, { ...words, whatWeSaw: 'From the phone' })
  expect(late.status).toBe(409)
  expect(late.text).toContain('From the laptop')
  expect(late.text).toContain('From the phone')
  expect(late.text).toContain('name="version" value="2"')
  expect((await pieceRow(world, id)).whatWeSaw).toBe('From the laptop')
  const both = { ...words, whatWeSaw: 'From both', version: 2 }
  expect((await world.as('sam').post(`/evidence/${id}/edit`, both)).status).toBe(303)
})

test.each([
  [{ kind: 'rumour' }, 'Choose what kind'],
  [{ stage: 'gossip' }, 'Choose the stage'],
  [{ gatheredOn: '31 June' }, 'in the calendar'],
  [{ title: 'x'.repeat(121) }, 'Keep this under 120 characters'],
  [{ whatWeSaw: 'x'.repeat(50_001) }, 'longer than 50,000 characters'],
  [{ number: '1' }, 'This form has changed'],
])('bad input comes back with its sentence: %#', async (bad, sentence) => {
  const id = await log(world.as('sam'))
  const page = await world.as('sam').post(`/evidence/${id}/edit`, { ...words, ...bad })
  expect(page.status).toBe(422)
  expect(page.text).toContain(sentence)
})

test('a school of another network is not taken', async () => {
  const id = await log(world.as('sam'))
  await world.as('sam').post(`/evidence/${id}/edit`, { ...words, schools: ['quay', 'weir'] })
  const rows = await world.db.selectFrom('evidenceSchools').selectAll().where('evidenceId', '=', id).execute()
  expect(rows.map(row => row.schoolId)).toEqual(['weir'])
})

test('a colleague reads and cannot change; outside the group there is nothing', async () => {
  const id = await log(world.as('sam'), { audience: 'group' })
  expect((await world.as('huw').post(`/evidence/${id}/edit`, words)).status).toBe(403)
  expect((await world.as('sadia').get(`/evidence/${id}/edit`)).status).toBe(403)
  expect((await world.as('ruth').post(`/evidence/${id}/edit`, words)).status).toBe(404)
})

test('the group talks about a piece beneath it', async () => {
  const id = await log(world.as('sam'), { audience: 'group' })
  const say = (person: string, text: string) =>
    world.as(person).post(`/evidence/${id}/comments`, { kind: 'challenge', words: text })
  expect((await say('sadia', '')).status).toBe(422)
  expect((await say('sadia', 'How would you know it was the trolley?')).status).toBe(303)
  expect((await world.as('sam').get(`/evidence/${id}`)).text).toContain('How would you know it was the trolley?')
  expect((await say('ruth', 'x')).status).toBe(404)
  const draft = await log(world.as('sam'))
  const alone = await world.as('sam').post(`/evidence/${draft}/comments`, { kind: 'comment', words: 'x' })
  expect(alone.status).toBe(403)
})
