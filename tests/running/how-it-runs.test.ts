import request from 'supertest'
import { expect, test } from 'vitest'
import { createApp } from '../../src/app.js'
import { pdfOf } from '../../src/pdf/draw.js'
import { postpone } from '../../src/facts/retrying.js'
import { newWorld } from '../world.js'

const world = newWorld()
const { house, following } = world
const token = 'a token of the tests, at length'.replaceAll(' ', '-')

const numbers = async (app = createApp({ ...house, metricsToken: token }, following)) => {
  const answer = await request(app).get('/metrics').set('Authorization', `Bearer ${token}`)
  expect(answer.status).toBe(200)
  return answer.text
}

test('without a token there are no numbers, and with another one than is set neither', async () => {
  expect((await world.stranger.get('/metrics')).status).toBe(404)
  expect((await world.as('alex').get('/metrics')).status).toBe(404)
  const app = createApp({ ...house, metricsToken: token }, following)
  for (const shown of [undefined, `Bearer ${token}x`, 'Bearer ', token])
    expect(
      (
        await request(app)
          .get('/metrics')
          .set('Authorization', shown ?? '')
      ).status,
      shown,
    ).toBe(401)
})

test('requests are counted by the pattern of their address, and nobody is named', async () => {
  const app = createApp({ ...house, metricsToken: token }, following)
  await request(app).get('/groups/reading/evidence?words=Oliver')
  await request(app).get('/sign-in')
  await request(app).get('/nowhere/Oliver/Hughes')
  const text = await numbers(app)
  expect(text).toMatch(/workbench_request_seconds_count\{method="GET",route="\/sign-in",status="200"\} 1/)
  expect(text).toMatch(/workbench_request_seconds_count\{method="GET",route="none",status="404"\} 1/)
  expect(text).toMatch(/route="\/groups\/:group\/evidence",status="303"/)
  expect(text).toMatch(/nodejs_eventloop_lag_p99_seconds /)
  expect(text).toMatch(/workbench_free_bytes \d{6,}/)
  expect(text).toMatch(/workbench_leads 1/)
  expect(text).not.toMatch(/Oliver|groups\/reading|\?/)
})

test('the time that a PDF takes is counted, and what waits, by kind', async () => {
  const app = createApp({ ...house, metricsToken: token }, following)
  await following.settled()
  const before = await numbers(app)
  expect(before).toMatch(/workbench_waiting\{what="facts"\} 0/)
  expect(before).toMatch(/workbench_waiting_seconds\{what="facts"\} 0/)
  const document = { title: 'One page', language: 'en', blocks: [] } as unknown as Parameters<typeof pdfOf>[0]
  await pdfOf(document, { picturePath: {}, to: `${house.cache}/numbers` }).catch(() => undefined)
  await house.db.insertInto('searchLater').values({ kind: 'evidence', record: 'nothing of the kind' }).execute()
  const after = await numbers(app)
  expect(after).toMatch(/workbench_heavy_work_seconds_count\{of="PDFs",went="(well|wrong)"\} 1/)
  expect(after).toMatch(/workbench_waiting\{what="search"\} [1-9]/)
  await house.db.deleteFrom('searchLater').where('record', '=', 'nothing of the kind').execute()
})

test('whoever looks after the workbench reads how it stands and what failed, and has it tried again at once', async () => {
  const alex = world.as('alex')
  await alex.post('/administration/people/yusra/disabling')
  await alex.post('/administration/people/yusra/enabling')
  const fact = await house.db.selectFrom('facts').select('id').limit(1).executeTakeFirstOrThrow()
  await postpone(house.db, fact.id, 'nobody follows by this name')
  const page = await alex.get('/administration/running')
  expect(page.text).toContain('nobody follows by this name')
  expect(page.text).toContain('It has just read and written')
  expect(page.text).toContain('seen to by this instance')

  await house.db.updateTable('factRetries').set({ nextAt: '2999-01-01T00:00:00.000Z' }).execute()
  expect((await alex.post('/administration/running/tries')).status).toBe(303)
  const { nextAt } = await house.db.selectFrom('factRetries').select('nextAt').executeTakeFirstOrThrow()
  expect(Date.parse(nextAt)).toBeLessThanOrEqual(Date.now())
  await house.db.deleteFrom('factRetries').execute()
  expect((await alex.get('/administration/running')).text).not.toContain('nobody follows by this name')

  expect((await world.as('nia').get('/administration/running')).status).toBe(404)
  expect((await world.as('nia').post('/administration/running/tries')).status).toBe(404)
})
