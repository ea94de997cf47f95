import { beforeAll, expect, test } from 'vitest'
import { inOne } from '../../src/database.js'
import { findEnquiry } from '../../src/enquiries/enquiry.js'
import { measure } from '../../src/instruments/measures/measures.js'
import { written } from '../../src/names/written.js'
import { newWorld } from '../world.js'

const world = newWorld()
const { db } = world
const name = 'Minutes read on a Monday'
let href = ''

async function add(schoolId: string, month: number, value: number, pupils: number | null) {
  const sadia = await world.person('sadia')
  const measuredOn = `2026-${String(month).padStart(2, '0')}-05`
  await inOne(db, async trx =>
    measure(trx, await findEnquiry(trx, sadia, 'reading'), sadia, {
      schoolId,
      measure: name,
      measuredOn,
      value,
      pupils,
    }),
  )
}

beforeAll(async () => {
  for (const [at, value] of [10, 12, 11, 18, 19, 20, 21, 19, 18].entries()) await add('weir', at + 1, value, 24)
  await add('bryn', 1, 4711, 4)
  await add('bryn', 2, 16, 12)
  await add('river', 1, 6933, null)
  const { id } = await db
    .selectFrom('measures')
    .select('id')
    .where('name', '=', written(name))
    .executeTakeFirstOrThrow()
  href = `/measures/${id}`
})

test('the group reads each school beside itself, with what the run rules notice in words', async () => {
  await world.as('sadia').post(`${href}/baseline`, { until: '2026-03-05' })
  const page = (await world.as('sadia').get(href)).text
  expect(page).toContain('The median of the baseline is 11. The median since then is 19, from 6 readings: 6 above it.')
  expect(page).toContain('A shift: 7 readings in a row above the median, from 5 February 2026 to 5 September 2026')
  expect(page).toContain('<svg xmlns')
  expect(page.indexOf('School</th>')).toBeGreaterThan(0)
  expect(page.indexOf('River Road')).toBeLessThan(page.indexOf('Weir Lane'))
  await world.as('sadia').post(`${href}/baseline`, { until: '' })
  expect((await world.as('sadia').get(href)).text).not.toContain('The median of the baseline')
})

test('fewer than five pupils are shown to nobody, in no page, chart, sum or spreadsheet', async () => {
  for (const address of [href, `${href}.csv`, '/groups/reading/measures', '/groups/reading/measures.csv']) {
    const answer = await world.as('sadia').get(address)
    expect([address, answer.status]).toEqual([address, 200])
    expect(answer.text).not.toMatch(/4,?711/)
    expect(answer.text).toContain('fewer than 5')
  }
  const index = (await world.as('sadia').get('/groups/reading/measures')).text
  expect(index).toContain('All pupils together')
  expect(index).toContain('not shown')
})

test('a spreadsheet holds no number of which nobody said how many pupils it is from', async () => {
  expect((await world.as('sadia').get(href)).text).toContain('6,933')
  expect((await world.as('sadia').get(`${href}.csv`)).text).not.toMatch(/6,?933/)
})

test('a school’s numbers are the network’s only once somebody from that school shares them', async () => {
  for (const person of ['nia', 'imran', 'ruth', 'dilys', 'alex', 'kasia'])
    expect([person, (await world.as(person).get(href)).status]).toEqual([person, 404])
  expect((await world.as('sadia').post(`${href}/schools/weir/sharing`)).status).toBe(403)
  expect((await world.as('zofia').post(`${href}/schools/weir/sharing`)).status).toBe(303)
  const forNia = await world.as('nia').get(href)
  expect(forNia.status).toBe(200)
  expect(forNia.text).toContain('Weir Lane')
  expect(forNia.text).not.toContain('Ysgol y Bryn</h3>')
  expect(forNia.text).not.toMatch(/6,933|4,711/)
  for (const doing of ['readings', 'baseline', 'name', 'schools/weir/sharing'])
    expect([doing, (await world.as('nia').post(`${href}/${doing}`, {})).status]).toEqual([doing, 403])
  await world.as('zofia').post(`${href}/schools/weir/sharing/end`)
  expect((await world.as('nia').get(href)).status).toBe(404)
})

test('the co-leader reads it and changes nothing; a facilitator finds it once a school has shared its numbers', async () => {
  expect((await world.as('tomasz').get(href)).status).toBe(200)
  expect((await world.as('tomasz').post(`${href}/baseline`, { until: '' })).status).toBe(403)
  expect((await world.as('fiona').get(href)).status).toBe(404)
})

test('a member adds a reading, says that one is far out, and takes one away', async () => {
  const zofia = world.as('zofia')
  const typed = { school: 'weir', measuredOn: '2026-10-05', value: '812', pupils: '24' }
  expect((await zofia.post(`${href}/readings`, { ...typed, value: 'many' })).text).toContain('value="many"')
  expect((await zofia.post(`${href}/readings`, typed)).status).toBe(303)
  const reading = await db.selectFrom('readings').select('id').where('value', '=', 812).executeTakeFirstOrThrow()
  await zofia.post(`${href}/readings/${reading.id}/remark`, { remark: 'World Book Day' })
  expect((await zofia.get(href)).text).toContain('is far out, in the group’s own judgement: World Book Day.')
  await zofia.post(`${href}/readings/${reading.id}/removal`)
  expect((await zofia.get(href)).text).not.toContain('World Book Day')
})
