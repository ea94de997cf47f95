import { expect, test } from 'vitest'
import { newWorld } from '../world.js'
import { log, pieceRow, real } from './real-files.js'

const world = newWorld()

test('the page shows what will be seen and by whom, before anybody does', async () => {
  const id = await log(world.as('sadia'), { whatWeSaw: 'The trolley goes round' }, [real.photo])
  const page = await world.as('sadia').get(`/evidence/${id}/sharing`)
  expect(page.text).toContain('The trolley goes round')
  expect(page.text).toContain('Huw ap Siôn, Sam O’Neill, Zofia Łukasik')
  expect(page.text).toContain('Everyone in Hafren Learning Network')
  expect(page.text).toContain('Also Fiona Strand')
})

test('from draft to group in one press, and to the network once somebody says who can be seen', async () => {
  const id = await log(world.as('sadia'))
  const share = (fields: Record<string, string>) => world.as('sadia').post(`/evidence/${id}/sharing`, fields)
  expect((await share({ audience: 'group' })).status).toBe(303)
  expect((await world.as('sam').get(`/evidence/${id}`)).status).toBe(200)

  const early = await share({ audience: 'network' })
  expect(early.status).toBe(422)
  expect(early.text).toContain('First say who can be seen')
  expect((await world.as('nia').get(`/evidence/${id}`)).status).toBe(404)

  expect((await share({ audience: 'network', nobody: 'yes', outside: 'yes' })).status).toBe(303)
  expect((await world.as('nia').get(`/evidence/${id}`)).text).toContain('Nobody can be seen, heard or recognised')
  expect((await world.as('fiona').get(`/evidence/${id}`)).status).toBe(200)

  expect((await share({ audience: 'author' })).status).toBe(303)
  expect((await world.as('sam').get(`/evidence/${id}`)).status).toBe(404)
  expect((await world.as('fiona').get(`/evidence/${id}`)).status).toBe(404)
})

test('the lead learner may take a piece back to the group, and no more', async () => {
  const id = await log(world.as('sam'), { audience: 'group' })
  const share = (person: string, audience: string) =>
    world.as(person).post(`/evidence/${id}/sharing`, { audience, nobody: 'yes' })
  expect((await share('sadia', 'network')).status).toBe(403)
  await share('sam', 'network')
  expect((await share('sadia', 'author')).status).toBe(403)
  expect((await share('sadia', 'group')).status).toBe(303)
  expect((await world.as('nia').get(`/evidence/${id}`)).status).toBe(404)
  expect((await pieceRow(world, id)).sharedWithNetworkAt).toBeNull()
})

test('a colleague in the group may read, not share; to the network leader there is nothing', async () => {
  const id = await log(world.as('sam'), { audience: 'group' })
  expect((await world.as('huw').get(`/evidence/${id}/sharing`)).status).toBe(403)
  expect((await world.as('huw').post(`/evidence/${id}/sharing`, { audience: 'network' })).status).toBe(403)
  expect((await world.as('nia').post(`/evidence/${id}/sharing`, { audience: 'network' })).status).toBe(404)
  expect((await world.as('sam').post(`/evidence/${id}/sharing`, { audience: 'everybody' })).status).toBe(422)
})

test('when its author has left, the lead learner looks after a piece', async () => {
  const id = await log(world.as('zofia'), { audience: 'group' })
  expect((await world.as('sadia').get(`/evidence/${id}/edit`)).status).toBe(403)
  await world.db
    .updateTable('groupPeople')
    .set({ leftAt: '2026-11-21T10:00:00.000Z' })
    .where('personId', '=', 'zofia')
    .where('groupId', '=', 'reading')
    .execute()
  expect((await world.as('sadia').get(`/evidence/${id}/edit`)).status).toBe(200)
  const shared = await world.as('sadia').post(`/evidence/${id}/sharing`, { audience: 'network', nobody: 'yes' })
  expect(shared.status).toBe(303)
})

test('somebody sees that a pupil is named: the piece stays in the group until its author has mended it', async () => {
  const id = await log(world.as('sam'), { audience: 'group' })
  await world.as('sam').post(`/evidence/${id}/sharing`, { audience: 'network', nobody: 'yes' })
  const flag = (person: string, named: string) => world.as(person).post(`/evidence/${id}/named-pupil`, { named })
  expect((await flag('nia', 'yes')).status).toBe(303)
  expect((await world.as('nia').get(`/evidence/${id}`)).status).toBe(404)
  const page = await world.as('sam').get(`/evidence/${id}`)
  expect(page.text).toContain('a pupil may be named here')
  expect((await flag('huw', 'no')).status).toBe(403)
  expect((await flag('sadia', 'no')).status).toBe(403)
  const share = await world.as('sam').get(`/evidence/${id}/sharing`)
  expect(share.text).toContain('Take the name out first')
  expect((await flag('sam', 'no')).status).toBe(303)
  expect((await world.as('nia').get(`/evidence/${id}`)).status).toBe(200)
})

test('what changes who sees a piece stands in the audit trail, without a word of it', async () => {
  const lines = new Set((await world.audited('evidence')).map(line => line.did))
  expect(lines).toContain('shared evidence with the network')
  expect(lines).toContain('narrowed evidence to the group')
  expect(lines).toContain('flagged a named pupil')
})
