import { expect, test } from 'vitest'
import { putPiece } from '../claims/claim-world.js'
import { newWorld } from '../world.js'
import { putAction } from './action-world.js'

const world = newWorld()
const status = async (person: string, address: string) => (await world.as(person).get(address)).status

test('an unshared action is read by the group, and does not exist for others', async () => {
  const action = await putAction(world, { action: 'Only among ourselves' })
  for (const person of ['kasia', 'huw']) expect(await status(person, `/actions/${action.id}`)).toBe(200)
  for (const person of ['nia', 'mair', 'sadia', 'dilys', 'fiona', 'alex', 'ruth'])
    expect([person, await status(person, `/actions/${action.id}`)]).toEqual([person, 404])
  expect((await world.as('nia').get('/groups/outdoors/actions')).text).not.toContain('Only among ourselves')
  expect((await world.as('mair').get('/groups/outdoors/actions.csv')).text).not.toContain('Only among ourselves')
})

test('a shared action is read by network leaders and heads of its schools, until it is taken back', async () => {
  const action = await putAction(world)
  const confirm = await world.as('huw').get(`/actions/${action.id}/sharing`)
  expect(confirm.text).toContain('Mair Llwyd, headteacher of Ysgol y Bryn')
  await world.as('huw').post(`/actions/${action.id}/sharing`)
  for (const person of ['nia', 'mair', 'carys']) expect(await status(person, `/actions/${action.id}`)).toBe(200)
  for (const person of ['joanna', 'sadia']) expect(await status(person, `/actions/${action.id}`)).toBe(404)
  await world.as('huw').post(`/actions/${action.id}/sharing/end`)
  expect(await status('nia', `/actions/${action.id}`)).toBe(404)
})

test('those who may only read an action may not change it', async () => {
  const action = await putAction(world)
  await world.as('kasia').post(`/actions/${action.id}/sharing`)
  const nia = world.as('nia')
  expect((await nia.get(`/actions/${action.id}/revise`)).status).toBe(403)
  for (const doing of ['completion', 'sharing', 'removal', 'measures', 'schools/bryn', 'evidence', 'revisions'])
    expect([doing, (await nia.post(`/actions/${action.id}/${doing}`, {})).status]).toEqual([doing, 403])
  expect((await nia.get('/groups/outdoors/actions/new')).status).toBe(403)
})

test('evidence is linked in two presses from either side, and each reader sees only their own part of it', async () => {
  const action = await putAction(world)
  const given = { group: 'outdoors', by: 'huw', school: 'bryn' }
  const inside = await putPiece(world, { ...given, title: 'Mud on every sleeve' })
  const outside = await putPiece(world, { ...given, title: 'A heron for ten minutes', shared: 'network' })
  expect((await world.as('huw').get(`/actions/${action.id}/evidence`)).text).toContain('Mud on every sleeve')
  await world.as('huw').post(`/actions/${action.id}/evidence`, { piece: inside.id })
  await world.as('huw').post(`/evidence/${outside.id}/actions`, { action: action.id })
  await world.as('huw').post(`/actions/${action.id}/sharing`)
  const page = await world.as('maeve').get(`/actions/${action.id}`)
  expect(page.text).toContain('Mud on every sleeve')
  const forNia = await world.as('nia').get(`/actions/${action.id}`)
  expect(forNia.text).toContain('A heron for ten minutes')
  expect(forNia.text).not.toContain('Mud on every sleeve')
  await world.as('huw').post(`/actions/${action.id}/evidence/${inside.id}/removal`)
  expect((await world.as('maeve').get(`/actions/${action.id}`)).text).not.toContain('Mud on every sleeve')
  const draft = await putPiece(world, { ...given, shared: 'author' })
  expect((await world.as('huw').post(`/actions/${action.id}/evidence`, { piece: draft.id })).status).toBe(409)
})
