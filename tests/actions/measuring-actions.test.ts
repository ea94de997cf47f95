import { expect, test } from 'vitest'
import { inOne } from '../../src/database.js'
import { measureAction } from '../../src/actions/measuring/measures.js'
import { written } from '../../src/names/written.js'
import { newWorld } from '../world.js'
import { putAction } from './action-world.js'

const world = newWorld()
const measure = {
  school: 'bryn',
  measure: 'Children who spoke first',
  measuredOn: '2026-04-01',
  value: '7',
  pupils: '12',
}

test('a volunteer adds a value on a day, with how many pupils it is from', async () => {
  const action = await putAction(world)
  expect((await world.as('huw').get(`/actions/${action.id}/measures/new`)).status).toBe(200)
  expect((await world.as('huw').post(`/actions/${action.id}/measures`, measure)).status).toBe(303)
  const page = await world.as('maeve').get(`/actions/${action.id}`)
  expect(page.text).toContain('Children who spoke first')
  expect(page.text).toContain('1 April 2026')
  const again = await world.as('huw').get(`/actions/${action.id}/measures/new`)
  expect(again.text).toContain('<option value="Children who spoke first">')
})

test('the action says to the group whose numbers stay in it, and leads to where they are shared', async () => {
  const action = await putAction(world)
  await world.as('huw').post(`/actions/${action.id}/measures`, measure).expect(303)
  const { text } = await world.as('maeve').get(`/actions/${action.id}`)
  expect(text).toContain('Numbers of Ysgol y Bryn are not shared: Children who spoke first')
  const href = /href="(\/measures\/[\w-]+)">Numbers of/.exec(text)![1]!
  await world.as('huw').get(href).expect(200)
})

test('a measure that is no number, from another school, of a day to come or of no pupils keeps what was typed', async () => {
  const action = await putAction(world)
  const wrong = { ...measure, value: 'many', pupils: '0', measuredOn: '2099-01-01' }
  const answer = await world.as('huw').post(`/actions/${action.id}/measures`, wrong)
  expect(answer.status).toBe(422)
  expect(answer.text).toContain('Enter a number in figures, such as 12.5')
  expect(answer.text).toContain('Enter how many pupils in figures')
  expect(answer.text).toContain('value="many"')
  expect(answer.text).toContain('This day is still to come. Enter one that has been')
  const elsewhere = await world.as('huw').post(`/actions/${action.id}/measures`, { ...measure, school: 'quay' })
  expect(elsewhere.status).toBe(422)
  expect(elsewhere.text).toContain('Choose one of these schools')
})

test('numbers from fewer than five pupils are shown nowhere; those from nobody knows how many stay in the group', async () => {
  const action = await putAction(world)
  const kasia = await world.person('kasia')
  const add = (value: number, pupils: number | null) =>
    inOne(world.db, trx =>
      measureAction(trx, action, kasia, {
        schoolId: 'bryn',
        measure: 'Words said',
        measuredOn: '2026-04-01',
        value,
        pupils,
      }),
    )
  await add(4711, 4)
  await add(5822, 5)
  await add(6933, null)
  await world.as('kasia').post(`/actions/${action.id}/sharing`)
  const { id } = await world.db
    .selectFrom('measures')
    .select('id')
    .where('name', '=', written('Words said'))
    .executeTakeFirstOrThrow()
  expect((await world.as('huw').post(`/measures/${id}/schools/bryn/sharing`)).status).toBe(303)
  const inside = await world.as('huw').get(`/actions/${action.id}`)
  for (const value of ['5,822', '6,933', 'fewer than 5']) expect(inside.text).toContain(value)
  expect(inside.text).not.toMatch(/4,?711/)
  for (const person of ['nia', 'mair']) {
    const outside = await world.as(person).get(`/actions/${action.id}`)
    expect(outside.text).toContain('5,822')
    expect(outside.text).toContain('fewer than 5')
    expect(outside.text).not.toMatch(/4,711|6,933/)
  }
  const csv = await world.as('huw').get('/groups/outdoors/actions.csv')
  expect(csv.text).toContain('5,822')
  expect(csv.text).toContain('fewer than 5')
  expect(csv.text).not.toMatch(/4,?711|6,?933/)
})

test('a value that was added by mistake is taken away', async () => {
  const action = await putAction(world)
  await world.as('huw').post(`/actions/${action.id}/measures`, measure)
  const one = await world.db
    .selectFrom('readings')
    .selectAll()
    .where('actionId', '=', action.id)
    .executeTakeFirstOrThrow()
  await world.as('maeve').post(`/actions/${action.id}/measures/${one.id}/removal`)
  expect((await world.as('huw').get(`/actions/${action.id}`)).text).not.toContain('Children who spoke first')
})

test('a number that is held back says why', async () => {
  const action = await putAction(world)
  await world
    .as('huw')
    .post(`/actions/${action.id}/measures`, {
      ...measure,
      measure: 'Children who read alone (%)',
      value: '60',
      pupils: '9',
    })
    .expect(303)
  const { text } = await world.as('huw').get(`/actions/${action.id}`)
  expect(text).toContain('held back')
  expect(text).toContain('What is held back is from five pupils or more.')
  const before = await putAction(world, { action: 'Nothing measured here' })
  expect((await world.as('huw').get(`/actions/${before.id}`)).text).not.toContain('What is held back')
})
