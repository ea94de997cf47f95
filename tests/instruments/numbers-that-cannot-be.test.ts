import { expect, test } from 'vitest'
import { whyNoSuchNumber } from '../../src/instruments/measures/judging-readings.js'
import { measure } from '../../src/instruments/measures/measures.js'
import { findEnquiry } from '../../src/enquiries/enquiry.js'
import { inOne } from '../../src/database.js'
import { newWorld } from '../world.js'

const world = newWorld()
const { db } = world

test('a share of the pupils ends at a hundred, and pupils are whole and no more than were asked', () => {
  const share = { name: 'Children who chose a book, %', counts: 'percent' }
  expect([0, 45.5, 100].map(value => whyNoSuchNumber(share, value, null))).toEqual([undefined, undefined, undefined])
  for (const value of [-1, 100.1, 250]) expect(whyNoSuchNumber(share, value, 20)).toContain('between 0 and 100')
  const pupils = { name: 'Children who chose a book', counts: 'pupils' }
  expect(whyNoSuchNumber(pupils, 12, 20)).toBeUndefined()
  expect(whyNoSuchNumber(pupils, 21, 20)).toContain('more than the 20 pupils')
  expect(whyNoSuchNumber(pupils, 4.5, null)).toContain('whole number')
  expect(whyNoSuchNumber({ name: 'Words written', counts: null }, 250, 20)).toBeUndefined()
})

test('250 % comes back beside its field with what was typed, and nothing is added', async () => {
  const enquiry = await findEnquiry(db, await world.person('zofia'), 'reading')
  const reading = { schoolId: 'weir', measuredOn: '2026-10-05', value: 40, pupils: 24 }
  const sadia = await world.person('sadia')
  await inOne(db, trx => measure(trx, enquiry, sadia, { ...reading, measure: 'Children who chose a book, %' }))
  const { id } = await db.selectFrom('measures').select('id').executeTakeFirstOrThrow()
  const typed = { school: 'weir', measuredOn: '2026-10-06', value: '250', pupils: '24' }
  const page = await world.as('zofia').post(`/measures/${id}/readings`, typed)
  expect(page.status).toBe(422)
  expect(page.text).toContain('A percentage of pupils lies between 0 and 100')
  expect(page.text).toContain('value="250"')
  expect(await db.selectFrom('readings').select('id').execute()).toHaveLength(1)
})

test('in a spreadsheet it is a mistake of its cell, and the other rows come in', async () => {
  const sheet = 'School,Date,"Children who chose a book, %"\nYsgol y Bryn,07/10/2025,250\nYsgol y Bryn,14/10/2025,60\n'
  const sent = await world
    .as('sadia')
    .send('/groups/reading/measures/imports')
    .attach('file', Buffer.from(sheet), 'a.csv')
  const preview = await world.as('sadia').get(sent.get('location')!)
  expect(preview.text).toContain('A percentage of pupils lies between 0 and 100.')
  expect(preview.text).toContain('Take in 1 reading')
})
