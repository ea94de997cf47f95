import { expect, test } from 'vitest'
import { inOne } from '../../src/database.js'
import { beginNextCycle } from '../../src/enquiries/cycles/beginning-next-cycle.js'
import { findEnquiry } from '../../src/enquiries/enquiry.js'
import { brought } from '../../src/rooms.js'
import { putClaim, putPiece } from '../claims/claim-world.js'
import { newWorld } from '../world.js'

const world = newWorld()
const sadia = () => world.as('sadia')
const base = '/groups/reading/question-parts'

const parts = () =>
  world.db
    .selectFrom('questionParts')
    .selectAll()
    .where('groupId', '=', 'reading')
    .where('removedAt', 'is', null)
    .orderBy('place')
    .execute()
const partNamed = async (name: string) => (await parts()).find(part => (part.name as unknown as string) === name)!

test('a group names the parts of its question and orders them; where there are none, nothing is in the way', async () => {
  const claim = await putClaim(world)
  expect((await sadia().get(`/claims/${claim.id}`)).text).not.toContain('Parts of the question it answers')
  expect((await sadia().get('/groups/reading/stages/evaluation')).text).not.toContain('each part of the question')
  expect((await sadia().get('/groups/reading/stages/purpose')).text).toContain('Name the parts of the question')
  expect((await sadia().get(base)).text).toContain('The question has no parts')

  const empty = await sadia().post(base, { name: ' ' })
  expect(empty.status).toBe(422)
  expect(empty.text).toContain('href="#f-name"')
  for (const name of ['Who speaks?', 'Who listens?', 'What lasts?'])
    expect((await sadia().post(base, { name })).status).toBe(303)
  const last = await partNamed('What lasts?')
  await sadia().post(`/question-parts/${last.id}/place`, { to: 'up' }).expect(303)
  expect((await parts()).map(part => part.name)).toEqual(['Who speaks?', 'What lasts?', 'Who listens?'])
  await sadia().post(`/question-parts/${last.id}/wording`, { name: 'What is left in July?' }).expect(303)
  expect((await sadia().get('/groups/reading/stages/purpose')).text).toContain('What is left in July?')
})

test('claims, evidence, codes and the rest say which parts they answer, from either side', async () => {
  const claim = await putClaim(world)
  const piece = await putPiece(world, { title: 'Eleven hands' })
  const [speaks, lasts] = [await partNamed('Who speaks?'), await partNamed('What is left in July?')]
  const own = await sadia().get(`/claims/${claim.id}`)
  expect(own.text).toContain('Which parts does it answer?')
  const ticks = { kind: 'claims', thing: claim.id, parts: [speaks.id, lasts.id] }
  const saved = await sadia().post(`${base}/ticks`, ticks)
  expect(saved.get('location')).toBe(`/claims/${claim.id}#question-parts`)
  await sadia().post(`/question-parts/${speaks.id}/answers`, { kind: 'evidence', things: piece.id }).expect(303)
  expect((await sadia().get(`/evidence/${piece.id}`)).text).toContain('Parts of the question it answers')
  const narrowed = await sadia().get(`/groups/reading/evidence?question-part=${speaks.id}`)
  expect(narrowed.text).toContain('Eleven hands')
  const other = await sadia().get(`/groups/reading/evidence?question-part=${lasts.id}`)
  expect(other.text).not.toContain('Eleven hands')

  const stage = await sadia().get('/groups/reading/stages/evaluation')
  expect(stage.text).toContain('What answers each part of the question')
  expect(stage.text).toContain('No claim answers this part yet')
  const csv = await sadia().get(`${base}.csv`)
  expect(csv.text).toContain('Nothing yet')
  expect(csv.text).toContain('Eleven hands')

  await sadia().post(`/question-parts/${lasts.id}/answers`, { kind: 'claims' }).expect(303)
  expect((await sadia().get(`/question-parts/${lasts.id}`)).text).toContain('No claim answers this part yet')
  const unknown = { kind: 'claims', thing: 'no-claim', parts: speaks.id }
  expect((await sadia().post(`${base}/ticks`, unknown)).status).toBe(404)
})

test('a part that is taken out is brought back with what answered it', async () => {
  const { id } = await partNamed('Who speaks?')
  await sadia().post(`/question-parts/${id}/removal`).expect(303)
  const page = await sadia().get(base)
  expect(page.text).toContain('Taken out')
  expect((await sadia().get('/groups/reading/stages/purpose')).text).not.toContain('Who speaks?')
  await sadia().post(`/question-parts/${id}/removal/end`).expect(303)
  expect((await sadia().get(`/question-parts/${id}`)).text).toContain('Eleven hands')
})

test('whoever reads the question reads its parts, under what is shared with them, and the group alone keeps them', async () => {
  const { id } = await partNamed('Who speaks?')
  const nia = await world.as('nia').get(`/question-parts/${id}`)
  expect(nia.status).toBe(200)
  expect(nia.text).not.toContain('Eleven hands')
  expect((await world.as('nia').post(base, { name: 'Mine?' })).status).toBe(403)
  expect((await world.as('nia').post(`/question-parts/${id}/removal`)).status).toBe(403)
  for (const address of [base, `/question-parts/${id}`])
    expect((await world.as('kasia').get(address)).status, address).toBe(404)
})

test('the parts go along into the next cycle, with the claims and the evidence that answer them', async () => {
  await world.db
    .updateTable('enquiries')
    .set({ finishedAt: new Date().toISOString(), finishedBy: 'sadia' })
    .where('groupId', '=', 'reading')
    .execute()
  const lead = await world.person('sadia')
  const from = await findEnquiry(world.db, lead, 'reading')
  expect((await sadia().get('/groups/reading/cycles/new')).text).toContain('3 parts of the question')
  const next = { question: 'And in Year 4?', takes: ['claims', 'question-parts'] }
  await inOne(world.db, trx => beginNextCycle(trx, from, lead, next, brought.carriesForward))
  const page = await sadia().get(base)
  expect(page.text).toContain('Who speaks?')
  expect(page.text).toContain('1 piece of evidence')
  const now = await findEnquiry(world.db, lead, 'reading')
  const answered = await world.db
    .selectFrom('questionPartClaims')
    .innerJoin('claims', 'claims.id', 'questionPartClaims.thingId')
    .select('claims.enquiryId')
    .where('claims.enquiryId', '=', now.id)
    .execute()
  expect(answered).toHaveLength(1)
  expect((await sadia().get('/groups/reading/cycles/2/comparison')).text).toContain('Parts of the question')
})

test('several parts are named at once, one on each line, and which claims answer which is said on one page', async () => {
  const [one, other] = [await putClaim(world), await putClaim(world, 'Talk goes on at break')]
  const before = (await parts()).length
  await sadia().post(base, { name: 'Who waits?\r\n\r\n  Who answers? \n' }).expect(303)
  expect((await parts()).slice(before).map(part => part.name)).toEqual(['Who waits?', 'Who answers?'])
  const long = await sadia().post(base, { name: `Short?\n${'x'.repeat(301)}` })
  expect(long.status).toBe(422)
  expect(long.text).toContain('Keep each part under 300 characters')
  const [waits, answers] = [await partNamed('Who waits?'), await partNamed('Who answers?')]
  expect((await sadia().get(base)).text).toContain('Say which claims answer which part')
  const ties = [`${waits.id} ${one.id}`, `${answers.id} ${one.id}`, `${answers.id} ${other.id}`, 'nothing at-all']
  await sadia().post(`${base}/claims`, { ties }).expect(303)
  const claimsOf = async (part: { id: string }) =>
    (await world.db.selectFrom('questionPartClaims').select('partId').where('partId', '=', part.id).execute()).length
  expect(await claimsOf(answers)).toBe(2)
  // Sadia opened the page when three were ticked; Sam ticks one more before she takes two away.
  const tied = ties.slice(0, 3)
  expect((await sadia().get(base)).text).toContain(`name="tied" value="${answers.id} ${other.id}"`)
  await world
    .as('sam')
    .post(`${base}/claims`, { ties: [...tied, `${waits.id} ${other.id}`], tied })
    .expect(303)
  await sadia()
    .post(`${base}/claims`, { ties: tied.slice(0, 1), tied })
    .expect(303)
  expect([await claimsOf(waits), await claimsOf(answers)]).toEqual([2, 0])
  expect((await world.as('nia').post(`${base}/claims`, { ties })).status).toBeGreaterThanOrEqual(403)
  for (const part of [waits, answers]) await sadia().post(`/question-parts/${part.id}/removal`).expect(303)
})
