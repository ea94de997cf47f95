import { expect, test } from 'vitest'
import { inOne } from '../../src/database.js'
import { findEnquiry } from '../../src/enquiries/enquiry.js'
import { makeInstrument } from '../../src/instruments/instruments.js'
import { newQuestion } from '../../src/instruments/questions.js'
import { newWorld } from '../world.js'

const world = newWorld()

test('an instrument that another group copies speaks of people by their pseudonyms, whatever signs stand in them', async () => {
  const { db } = world
  const sadia = await world.person('sadia')
  const enquiry = await findEnquiry(db, sadia, 'reading')
  const questions = [newQuestion('What did Elen Puw say?', 'one', { options: ['Elen Puw was there', 'Nobody was'] })]
  const words = { kind: 'interview' as const, name: 'Asking Elen Puw', purpose: '', questions }
  const id = await inOne(db, trx => makeInstrument(trx, enquiry, sadia, words))
  await db
    .updateTable('instruments')
    .set({ sharedAt: '2026-11-01T09:00:00.000Z', sharedBy: 'sadia' })
    .where('id', '=', id)
    .execute()
  const chosen = { kind: 'person', name: 'Elen Puw', pseudonym: 'Colleague "A" \\ B' }
  await world.as('sadia').post('/groups/reading/pseudonyms', chosen).expect(303)

  const gwen = world.as('gwen')
  expect((await gwen.get('/groups/talk/instruments')).text).not.toContain('Elen Puw')
  await gwen.post('/groups/talk/instruments', { copy: id }).expect(303)
  const copy = await db.selectFrom('instruments').selectAll().where('groupId', '=', 'talk').executeTakeFirstOrThrow()
  expect(JSON.stringify(copy)).not.toContain('Elen Puw')
  expect(copy.questions).toContain('Colleague \\"A\\"')
  expect((await gwen.get(`/instruments/${copy.id}`)).status).toBe(200)
})
