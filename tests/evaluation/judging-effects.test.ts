import { expect, test } from 'vitest'
import { putAction } from '../actions/action-world.js'
import { putPiece, withdraw } from '../claims/claim-world.js'
import { newWorld } from '../world.js'

const world = newWorld()

const judged = {
  judgement: 'made some difference',
  confidence: 'a hunch',
  whatHappened: 'P07 began to answer in the yard, and then at the carpet',
  whyHere: 'There are eleven children in the class',
  forWhom: ['pupils', 'teachers'],
  version: 0,
}

test('the grid has a row for each action and a column for each school, by the alphabet, with a way to say what happened', async () => {
  const action = await putAction(world)
  const page = await world.as('huw').get('/groups/outdoors/evaluation')
  expect(page.status).toBe(200)
  const heads = [...page.text.matchAll(/<th scope="col">([^<]+)<\/th>/g)].map(found => found[1])
  expect(heads).toEqual(['Action', 'Holly Bank Primary', 'Upper Marsh Primary', 'Ysgol Glan-wŷ', 'Ysgol y Bryn'])
  expect(page.text).toContain(`/actions/${action.id}/effects/bryn`)
  expect(page.text).toContain('Not tried here')
  expect(page.text).toContain('<th scope="row">')
})

test('a volunteer says what difference an action made in a school, why there, and what shows it', async () => {
  const action = await putAction(world)
  const given = { group: 'outdoors', by: 'huw', school: 'bryn' }
  const shown = await putPiece(world, { ...given, title: 'Six hands up by the wall' })
  const form = await world.as('huw').get(`/actions/${action.id}/effects/bryn`)
  expect(form.text).toContain('Six hands up by the wall')
  const saved = await world.as('huw').post(`/actions/${action.id}/effects/bryn`, { ...judged, evidence: shown.id })
  expect(saved.get('location')).toBe(`/groups/outdoors/evaluation#effect-${action.id}-bryn`)
  const page = await world.as('maeve').get('/groups/outdoors/evaluation')
  expect(page.text).toContain('Made some difference')
  expect(page.text).toContain('for pupils, teachers')
  expect(page.text).toContain('There are eleven children in the class')
  const again = await world.as('maeve').get(`/actions/${action.id}/effects/bryn`)
  expect(again.text).toMatch(new RegExp(`value="${shown.id}" checked`))
})

test('what the school wrote on the action stands in the form already', async () => {
  const action = await putAction(world)
  const words = { adaptation: 'By the wall', whatHappened: 'They measured worms', version: 1 }
  await world.as('huw').post(`/actions/${action.id}/schools/bryn`, words)
  const form = await world.as('huw').get(`/actions/${action.id}/effects/bryn`)
  expect(form.text).toContain('They measured worms</textarea>')
  expect(form.text).toContain('By the wall')
})

test('an effect without a judgement or words keeps what was typed', async () => {
  const action = await putAction(world)
  const answer = await world
    .as('huw')
    .post(`/actions/${action.id}/effects/bryn`, { ...judged, judgement: 'best of all', whatHappened: '' })
  expect(answer.status).toBe(422)
  expect(answer.text).toContain('Choose what difference it made here')
  expect(answer.text).toContain('Say what happened')
  expect(answer.text).toContain('There are eleven children in the class')
})

test('two people who judge the same effect see each other’s words, and neither is lost', async () => {
  const action = await putAction(world)
  const address = `/actions/${action.id}/effects/bryn`
  await world.as('huw').post(address, judged)
  const late = await world.as('maeve').post(address, { ...judged, whatHappened: 'Nothing that I could see' })
  expect(late.status).toBe(409)
  expect(late.text).toContain('P07 began to answer in the yard')
  expect(late.text).toContain('Nothing that I could see')
  expect(late.text).toContain('name="version" value="1"')
  const again = await world.as('maeve').post(address, { ...judged, whatHappened: 'Some of it', version: 1 })
  expect(again.status).toBe(303)
})

test('a withdrawn piece stays with its effect as a gap, also when the effect is judged anew', async () => {
  const action = await putAction(world)
  const piece = await putPiece(world, { group: 'outdoors', by: 'huw', school: 'bryn', title: 'A drawing of a newt' })
  const address = `/actions/${action.id}/effects/bryn`
  await world.as('huw').post(address, { ...judged, evidence: piece.id })
  await withdraw(world, piece.id)
  await world.as('huw').post(address, { ...judged, version: 1 })
  const rests = await world.db.selectFrom('effectEvidence').selectAll().where('evidenceId', '=', piece.id).execute()
  expect(rests).toHaveLength(1)
  const csv = await world.as('huw').get('/groups/outdoors/evaluation.csv')
  expect(csv.text).toContain(`E${piece.number} (withdrawn)`)
  expect(csv.text).not.toContain('A drawing of a newt')
})

test('of a withdrawn piece the effects are listed that rest on it, without those of an action that was removed', async () => {
  const [stands, removed] = [await putAction(world), await putAction(world)]
  const piece = await putPiece(world, { group: 'outdoors', by: 'huw', school: 'bryn', title: 'A drawing of a toad' })
  for (const action of [stands, removed])
    await world.as('huw').post(`/actions/${action.id}/effects/bryn`, { ...judged, evidence: piece.id })
  await world.as('huw').post(`/actions/${removed.id}/removal`)
  const withdrawn = await world.as('huw').post(`/evidence/${piece.id}/withdrawal`, { reason: 'A parent asked' })
  const list = await world.as('huw').get(withdrawn.get('location')!)
  expect(list.text).toContain(`/actions/${stands.id}/effects/bryn`)
  expect(list.text).not.toContain(`/actions/${removed.id}/effects/bryn`)
})

test('effects are read by those who may read the action, and judged by the group alone', async () => {
  const action = await putAction(world)
  const address = `/actions/${action.id}/effects/bryn`
  await world.as('huw').post(address, { ...judged, whatHappened: 'Only we know this yet' })
  for (const person of ['nia', 'mair', 'sadia', 'ruth']) expect((await world.as(person).get(address)).status).toBe(404)
  expect((await world.as('nia').get('/groups/outdoors/evaluation')).text).not.toContain('Only we know this yet')
  expect((await world.as('sadia').get('/groups/outdoors/evaluation')).status).toBe(404)
  await world.as('kasia').post(`/actions/${action.id}/sharing`)
  for (const person of ['nia', 'mair']) {
    expect((await world.as(person).get(address)).text).toContain('Only we know this yet')
    expect((await world.as(person).get('/groups/outdoors/evaluation')).text).toContain('Only we know this yet')
    expect((await world.as(person).post(address, judged)).status).toBe(403)
  }
  expect((await world.as('huw').get(`/actions/${action.id}/effects/quay`)).status).toBe(404)
})

test('a finished group is read and no longer judged', async () => {
  expect((await world.as('eleri').get('/groups/bilingual/evaluation')).text).toContain('No actions were agreed')
})
