import { expect, test } from 'vitest'
import { beginNextCycle } from '../../src/enquiries/cycles/beginning-next-cycle.js'
import { findEnquiry } from '../../src/enquiries/enquiry.js'
import { inOne } from '../../src/database.js'
import { putAction } from '../actions/action-world.js'
import { putClaim, putPiece } from '../claims/claim-world.js'
import { newWorld } from '../world.js'

const world = newWorld()
const boxIn = (page: string, name: string, value: string) =>
  new RegExp(`name="${name}"[^>]*value="${value}"([^>]*)>`).exec(page)?.[1]?.includes('checked')

test('a recommendation is begun from a claim, with its reasons, its evidence and the schools that it came from', async () => {
  const claim = await putClaim(world, 'Children read more when a friend has read it first')
  const [one, two] = [
    await putPiece(world, { title: 'The queue at the book box', school: 'weir' }),
    await putPiece(world, { title: 'Nobody took the new ones', school: 'st-davids' }),
  ]
  await world.as('sam').post(`/claims/${claim.id}/evidence`, { piece: one.id, bearing: 'for' }).expect(303)
  await world.as('sam').post(`/claims/${claim.id}/evidence`, { piece: two.id, bearing: 'against' }).expect(303)

  const begin = `/groups/reading/recommendations/new?claim=${claim.id}`
  expect((await world.as('sam').get(`/claims/${claim.id}`)).text).toContain(begin)
  const form = (await world.as('sam').get(begin)).text
  expect(form).toContain('Children read more when a friend has read it first')
  expect(form).toContain(`What speaks against it: E${two.number}`)
  expect(boxIn(form, 'evidence', one.id)).toBe(true)
  expect(boxIn(form, 'evidence', two.id)).toBe(true)
  expect(boxIn(form, 'schools', 'weir')).toBe(true)
  expect(boxIn(form, 'schools', 'bryn')).toBe(false)

  const given = { reasons: 'Because', offered: [one.id, two.id], evidence: one.id, schools: 'weir', claim: claim.id }
  const bare = await world.as('sam').post('/groups/reading/recommendations', { ...given, recommendation: '' })
  expect(bare.status).toBe(422)
  expect(bare.text).toContain(`name="claim" value="${claim.id}"`)
  expect(boxIn(bare.text, 'evidence', one.id)).toBe(true)
  expect(boxIn(bare.text, 'evidence', two.id)).toBe(false)
  const made = await world
    .as('sam')
    .post('/groups/reading/recommendations', { ...given, recommendation: 'Let them talk' })
  const page = (await world.as('huw').get(made.headers.location as string)).text
  expect(page).toContain(`claim C${claim.number}`)
  expect(page).toContain('The queue at the book box')
  expect(page).not.toContain('Nobody took the new ones')
  const sending = (await world.as('sadia').get(`${made.headers.location}/sending`)).text
  expect(boxIn(sending, 'schools', 'weir')).toBe(true)
  expect(boxIn(sending, 'schools', 'st-davids')).toBe(false)
})

test('nobody begins one from a claim that they may not read, or from another group’s', async () => {
  const claim = await putClaim(world)
  const begin = `/groups/reading/recommendations/new?claim=${claim.id}`
  expect((await world.as('mair').get(begin)).status).toBe(403)
  expect((await world.as('ruth').get(begin)).status).toBe(404)
  expect((await world.as('gwen').get(`/groups/talk/recommendations/new?claim=${claim.id}`)).status).toBe(404)
  expect((await world.as('sam').get('/groups/reading/recommendations/new?claim=none')).status).toBe(404)
})

test('a recommendation is begun from what an action did in a school', async () => {
  const action = await putAction(world)
  const effect = `/actions/${action.id}/effects/bryn`
  const said = {
    judgement: 'made some difference',
    confidence: 'a hunch',
    whatHappened: 'They asked for more',
    version: 0,
  }
  await world.as('kasia').post(effect, said).expect(303)
  const begin = `/groups/outdoors/recommendations/new?effect=${action.id}.bryn`
  expect((await world.as('kasia').get(effect)).text).toContain(begin)
  const form = (await world.as('kasia').get(begin)).text
  expect(form).toContain('They asked for more')
  const fields = { recommendation: 'Do it too', reasons: 'It helped', effect: `${action.id}.bryn` }
  const made = await world.as('kasia').post('/groups/outdoors/recommendations', fields).expect(303)
  expect((await world.as('kasia').get(made.headers.location as string)).text).toContain(`what A${action.number} did at`)
})

test('evidence is looked for and chosen by one press each; what is chosen stands on top of every page', async () => {
  const claim = await putClaim(world, 'Boxes matter')
  const piece = await putPiece(world, { title: 'A crate under the window' })
  await putPiece(world, { title: 'Something else entirely' })
  await world.as('sam').post(`/claims/${claim.id}/evidence`, { piece: piece.id, bearing: 'for' })
  const given = { recommendation: 'Put crates low', reasons: '', then: 'evidence' }
  const choose = (await world.as('sam').post('/groups/reading/recommendations', given)).headers.location as string
  expect(choose).toMatch(/\/evidence$/)
  for (const query of ['words=crate', `words=E${piece.number}`, `claim=${claim.id}`]) {
    const { text } = await world.as('sam').get(`${choose}?${query}`)
    expect(text, query).toContain('A crate under the window')
    expect(text, query).not.toContain('Something else entirely')
  }
  const back = `${choose}?words=crate`
  const chosen = await world.as('sam').post(choose, { piece: piece.id, back }).expect(303)
  expect(chosen.headers.location).toBe(`${back}#piece-${piece.id}`)
  const elsewhere = (await world.as('sam').get(`${choose}?words=something`)).text
  expect(elsewhere).toContain('It leans on (1)')
  expect(elsewhere).toContain('A crate under the window')
  await world.as('huw').post(`${choose}/${piece.id}/removal`, { back }).expect(303)
  expect((await world.as('sam').get(choose)).text).not.toContain('It leans on')
  expect((await world.as('ruth').get(choose)).status).toBe(404)
  const draft = await putPiece(world, { title: 'Only mine', by: 'sam', shared: 'author' })
  expect((await world.as('sam').get(choose)).text).not.toContain('Only mine')
  expect((await world.as('sam').post(choose, { piece: draft.id, back })).status).toBeGreaterThanOrEqual(403)
})

test('what of the last cycle was recommended is found in this one, and answers go on', async () => {
  const words = { recommendation: 'Keep the friends’ shelf', reasons: '' }
  const address = (await world.as('sam').post('/groups/reading/recommendations', words)).headers.location as string
  await world.as('sadia').post(`${address}/sending`, { schools: 'weir' }).expect(303)
  await world.db
    .updateTable('enquiries')
    .set({ finishedAt: '2026-11-20T12:00:00.000Z', stage: 'evaluation', decision: 'begin another cycle' })
    .where('groupId', '=', 'reading')
    .execute()
  const sadia = await world.person('sadia')
  const before = await findEnquiry(world.db, sadia, 'reading')
  await inOne(world.db, trx => beginNextCycle(trx, before, sadia, { question: 'And now what?', takes: [] }, []))

  const now = (await world.as('sadia').get('/groups/reading/recommendations')).text
  expect(now).not.toContain('Keep the friends’ shelf')
  expect(now).toContain('/groups/reading/recommendations?cycle=1')
  const then = await world.as('sadia').get('/groups/reading/recommendations?cycle=1')
  expect(then.text).toContain('Keep the friends’ shelf')
  expect((await world.as('sadia').get('/groups/reading/recommendations.csv?cycle=1')).text).toContain('friends’ shelf')
  const cycle = (await world.as('sadia').get('/groups/reading/cycles/1')).text
  for (const list of ['claims', 'actions', 'evaluation', 'recommendations', 'write-up']) {
    expect(cycle).toContain(`/groups/reading/${list}?cycle=1`)
    expect((await world.as('sadia').get(`/groups/reading/${list}?cycle=1`)).status, list).toBe(200)
  }
  for (const list of ['claims', 'actions', 'evaluation'])
    expect((await world.as('sadia').get(`/groups/reading/${list}`)).text).toContain(`/groups/reading/${list}?cycle=1`)

  const answer = { answer: 'accept', reason: 'Gladly', reviewOn: '2027-06-01', version: 1 }
  await world.as('imran').post(`${address}/responses/weir`, answer).expect(303)
  const placed = { adoption: 'in place', inPlaceOn: '2026-11-25', whatCanBeSeen: 'The shelf', version: '2' }
  await world.as('imran').send(`${address}/responses/weir/adoption`).field(placed).expect(303)
  expect((await world.as('sadia').get(address)).text).toContain('since 25 November 2026')
  await world.db.updateTable('responses').set({ reviewOn: '2026-11-01' }).where('schoolId', '=', 'weir').execute()
  expect((await world.as('imran').get('/')).text).toContain('You wanted to look at it again')
})
