import { expect, test } from 'vitest'
import { inOne } from '../../src/database.js'
import { findEnquiry } from '../../src/enquiries/enquiry.js'
import { addReading } from '../../src/instruments/measures/measures.js'
import { putAction } from '../actions/action-world.js'
import { newWorld } from '../world.js'

const world = newWorld()
const kasia = () => world.as('kasia')
const outdoors = async (cycle?: number) => findEnquiry(world.db, await world.person('kasia'), 'outdoors', cycle)

/** The outdoors group at the end of its first cycle, with something of every kind. */
async function finishFirstCycle(): Promise<void> {
  const enquiry = await outdoors()
  const lead = await world.person('kasia')
  await putAction(world, { action: 'A lesson under the hedge' })
  const over = await putAction(world, { action: 'A walk to the weir' })
  await kasia().post(`/actions/${over.id}/completion`).expect(303)
  const at = { measure: 'Hands that went up', schoolId: 'bryn', measuredOn: '2026-10-01', pupils: 12 }
  await inOne(world.db, trx => addReading(trx, enquiry, lead, { ...at, value: 4 }))
  await kasia().post('/groups/outdoors/context-cards', { school: 'bryn' }).expect(303)
  const card = await world.db
    .selectFrom('contextCards')
    .select('id')
    .where('enquiryId', '=', enquiry.id)
    .where('schoolId', '=', 'bryn')
    .executeTakeFirstOrThrow()
  await kasia().post(`/texts/context-card/${card.id}/circumstances`, { body: 'Eleven children', version: 0 })
  const sign = { sign: 'A quiet child speaks first', howWeWouldKnow: 'We count' }
  await kasia().post('/groups/outdoors/success-signs', sign).expect(303)
  await kasia()
    .post('/groups/outdoors/expertise', { who: 'The Year 1 team', school: 'bryn', knowsHowTo: 'wait', howWeKnow: '' })
    .expect(303)
  await world.db.updateTable('enquiries').set({ stage: 'evaluation' }).where('id', '=', enquiry.id).execute()
  await kasia()
    .post('/groups/outdoors/finishing', { decision: 'begin another cycle', because: 'It worked in one school' })
    .expect(303)
}

test('what is ticked goes along into the next cycle, what is not stays, and both stand side by side', async () => {
  await finishFirstCycle()
  const page = await kasia().get('/groups/outdoors/cycles/new')
  for (const line of ['1 action that goes on', '1 measure', '1 sign of success', '1 line of who knows how'])
    expect(page.text).toContain(line)
  for (const name of ['actions', 'measures', 'signs', 'expertise', 'context-cards'])
    expect(page.text, name).toMatch(new RegExp(`value="${name}" checked`))
  expect(page.text).not.toContain('challenge that waits')

  const takes = ['actions', 'measures', 'signs', 'context-cards']
  await kasia().post('/groups/outdoors/cycles', { question: 'And in the rain?', takes }).expect(303)
  const context = await kasia().get('/groups/outdoors/stages/context')
  expect(context.text).not.toContain('The Year 1 team')
  expect((await kasia().get('/groups/outdoors/stages/purpose')).text).toContain('A quiet child speaks first')
  expect(context.text).toContain('Eleven children')
  const actions = await kasia().get('/groups/outdoors/actions')
  expect(actions.text).toContain('A lesson under the hedge')
  expect(actions.text).not.toContain('A walk to the weir')
  const measures = await kasia().get('/groups/outdoors/measures')
  expect(measures.text).toContain('Not measured yet in this cycle')
  expect(measures.text).toContain('Hands that went up')

  const lead = await world.person('kasia')
  const later = { measure: 'Hands that went up', schoolId: 'bryn', measuredOn: '2026-11-02', pupils: 12, value: 9 }
  const now = await outdoors()
  await inOne(world.db, trx => addReading(trx, now, lead, later))
  const both = await kasia().get('/groups/outdoors/cycles/2/comparison')
  expect(both.status).toBe(200)
  for (const words of [
    'And in the rain?',
    'It worked in one school',
    'median 4',
    'median 9',
    'A quiet child speaks first',
  ])
    expect(both.text, words).toContain(words)
  expect(both.text).toMatch(/A\d+, now A\d+/)
  expect((await kasia().get('/groups/outdoors')).text).toContain('/groups/outdoors/cycles/2/comparison')
})

test('cycles side by side show an outsider what each cycle shows them, and the first has none before it', async () => {
  const mair = await world.as('mair').get('/groups/outdoors/cycles/2/comparison')
  expect(mair.status).toBe(200)
  expect(mair.text).not.toContain('A lesson under the hedge')
  expect(mair.text).not.toContain('A quiet child speaks first')
  expect(mair.text).not.toContain('median')
  for (const address of ['1/comparison', '3/comparison', 'x/comparison'])
    expect((await kasia().get(`/groups/outdoors/cycles/${address}`)).status, address).toBe(404)
  expect((await world.as('sadia').get('/groups/outdoors/cycles/2/comparison')).status).toBe(404)
})
