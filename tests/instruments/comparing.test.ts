import { beforeAll, expect, test } from 'vitest'
import { putAction } from '../actions/action-world.js'
import { newWorld } from '../world.js'

const world = newWorld()
const measures = '/groups/outdoors/measures'
const at = '/groups/outdoors/comparisons'
const plain = async (person: string, address: string) => (await world.as(person).get(address)).text
let [comparison, measure] = ['', '']

/** Two numbers of one measure, before and after, beside an action. */
async function measured(action: string, school: string, [before, after]: [string, string]): Promise<void> {
  for (const [measuredOn, value] of [
    ['2026-01-12', before],
    ['2026-05-18', after],
  ] as const)
    await world
      .as('kasia')
      .post(`/actions/${action}/measures`, { school, measure: 'Hands up in a lesson', measuredOn, value, pupils: '20' })
      .expect(303)
}

beforeAll(async () => {
  const words = { name: 'Year 5b', school: 'weir', about: 'Same age, lessons indoors as before' }
  await world.as('kasia').post(at, words).expect(303)
  comparison = (await world.db.selectFrom('comparisons').select('id').executeTakeFirstOrThrow()).id
  const action = await putAction(world)
  await measured(action.id, 'upper-marsh', ['4', '9'])
  await measured(action.id, 'bryn', ['5', '8'])
  await measured(action.id, comparison, ['6', '7'])
  measure = (await world.db.selectFrom('measures').select('id').executeTakeFirstOrThrow()).id
})

test('a class that takes no part is named by whoever keeps the measures, in a school of the network, and by nobody else', async () => {
  expect((await world.as('nia').post(at, { name: 'X', school: 'weir', about: '' })).status).toBe(403)
  expect((await world.as('sam').post(at, { name: 'X', school: 'weir', about: '' })).status).toBe(404)
  const wrong = await world.as('huw').post(at, { name: '', school: 'of-another-network', about: 'Indoors' })
  expect(wrong.status).toBe(422)
  for (const words of ['Say what you measure beside', 'Choose a school of the network', 'Indoors'])
    expect(wrong.text).toContain(words)
  expect(await plain('huw', measures)).toContain('Same age, lessons indoors as before')
})

test('it stands behind the schools, by its name, in tables and charts, and is never counted as a school', async () => {
  const page = await plain('huw', `/measures/${measure}`)
  const label = 'Year 5b, Weir Lane Primary (for comparison)'
  const table = page.slice(page.indexOf('<tbody>'), page.indexOf('</tbody>'))
  expect([...table.matchAll(/<th scope="row">([^<]+)</g)].map(found => found[1])).toEqual([
    'Upper Marsh Primary',
    'Ysgol y Bryn',
    label,
    'All pupils of the schools that take part',
  ])
  // (9 + 8) / 2: the class that takes no part is in no sum.
  expect(table).toContain('8.5')
  expect(page).toContain('Hands up in a lesson in 2 schools, each beside itself')
  expect(page).toContain(`Beside them, taking no part: ${label}, from 6 to 7.`)
  expect(page).toContain('It takes no part and is measured for comparison.')
  const index = await plain('huw', measures)
  expect(index).toContain('<span>2 schools</span><span>1 for comparison</span>')
  expect(await plain('huw', `/measures/${measure}.csv`)).toContain(label)
})

test('an action tells it apart, and it tries nothing: no card, no cell of the grid', async () => {
  const { id } = await world.db.selectFrom('actions').select('id').executeTakeFirstOrThrow()
  const action = await plain('huw', `/actions/${id}`)
  expect(action).toContain('<h3>Year 5b, Weir Lane Primary (for comparison)</h3>')
  expect(action).not.toContain('id="school-weir"')
  const grid = await plain('huw', '/groups/outdoors/evaluation')
  expect(grid).toContain('Measured beside, taking no part: Year 5b, Weir Lane Primary (for comparison)')
  expect(grid).not.toContain(`effect-${id}-weir`)
})

test('its numbers stay in the group until whoever leads it says that its school has agreed, and come back', async () => {
  await world.as('kasia').post(`/measures/${measure}/schools/upper-marsh/sharing`).expect(303)
  expect(await plain('nia', `/measures/${measure}`)).not.toContain('Year 5b')
  expect((await world.as('huw').post(`${at}/${comparison}/sharing`)).status).toBe(403)
  await world.as('kasia').post(`${at}/${comparison}/sharing`).expect(303)
  expect(await plain('nia', `/measures/${measure}`)).toContain('Year 5b, Weir Lane Primary (for comparison)')
  await world.as('kasia').post('/groups/outdoors/write-up')
  const preview = /\/write-ups\/\w+\/preview/.exec(await plain('kasia', '/groups/outdoors/write-up'))![0]
  expect(await plain('kasia', preview)).toContain('Year 5b, Weir Lane Primary (for comparison)</td>')
  await world.as('kasia').post(`${at}/${comparison}/sharing/end`).expect(303)
  expect(await plain('nia', `/measures/${measure}`)).not.toContain('Year 5b')
})

test('numbers that were taken back stop a write-up in whose text they still stand, with the way to mend it', async () => {
  const writeUp = /\/write-ups\/\w+(?=\/preview)/.exec(await plain('kasia', '/groups/outdoors/write-up'))![0]
  const stop = 'Numbers of “Year 5b, Weir Lane Primary” stand in the text, and may not leave the group.'
  expect(await plain('kasia', `${writeUp}/check`)).toContain(stop)
  await world.as('kasia').post(`${at}/${comparison}/sharing`).expect(303)
  expect(await plain('kasia', `${writeUp}/check`)).not.toContain('may not leave the group')
  await world.as('kasia').post(`${at}/${comparison}/sharing/end`).expect(303)
  const part = /href="(\/write-up-parts\/[^"#]+)"[^>]*>\s*Take the numbers out/.exec(
    await plain('kasia', `${writeUp}/check`),
  )![1]!
  await world.as('kasia').post(`${part}/composing`).expect(303)
  expect(await plain('kasia', `${writeUp}/check`)).not.toContain('may not leave the group')
})

test('it is taken away once nothing is measured of it, and not before', async () => {
  expect((await world.as('huw').post(`${at}/${comparison}/removal`)).status).toBe(409)
  const rows = await world.db.selectFrom('readings').select('id').where('comparisonId', '=', comparison).execute()
  for (const { id } of rows) await world.as('huw').post(`/measures/${measure}/readings/${id}/removal`).expect(303)
  await world.as('huw').post(`${at}/${comparison}/removal`).expect(303)
  expect(await plain('huw', measures)).not.toContain('Same age, lessons indoors as before')
})
