import { expect, test } from 'vitest'
import { claimsGoAlong } from '../../src/claims/carrying-forward.js'
import { findEnquiry } from '../../src/enquiries/enquiry.js'
import { unread } from '../../src/names/names.js'
import { newWorld } from '../world.js'
import { putClaim, putPiece } from './claim-world.js'

const world = newWorld()
const status = async (person: string, address: string) => (await world.as(person).get(address)).status

test('an unshared claim is read by the group, its co-leader and its facilitator, and does not exist for others', async () => {
  const claim = await putClaim(world, 'Not for everybody yet')
  for (const person of ['sadia', 'sam', 'tomasz', 'fiona'])
    expect([person, await status(person, `/claims/${claim.id}`)]).toEqual([person, 200])
  for (const person of ['nia', 'joanna', 'gwen', 'dilys', 'alex', 'ruth', 'marek'])
    expect([person, await status(person, `/claims/${claim.id}`)]).toEqual([person, 404])
  const list = await world.as('nia').get('/groups/reading/claims')
  expect(list.status).toBe(200)
  expect(list.text).not.toContain('Not for everybody yet')
  expect((await world.as('joanna').get('/groups/reading/claims.csv')).text).not.toContain('Not for everybody yet')
})

test('sharing says who will read it; then network leaders and heads do, without the evidence that is the group’s', async () => {
  const claim = await putClaim(world, 'Ready to be read')
  const inside = await putPiece(world, { title: 'For the group alone' })
  const outside = await putPiece(world, { title: 'For the whole network', shared: 'network' })
  for (const { id } of [inside, outside])
    await world.as('sam').post(`/claims/${claim.id}/evidence`, { piece: id, bearing: 'for' })
  const confirm = await world.as('sam').get(`/claims/${claim.id}/sharing`)
  expect(confirm.text).toContain('Nia Prŷs, network leader')
  expect(confirm.text).toContain('Joanna Nowak, headteacher of St David’s Church Primary')
  await world.as('sam').post(`/claims/${claim.id}/sharing`)
  for (const person of ['nia', 'joanna']) {
    const page = await world.as(person).get(`/claims/${claim.id}`)
    expect(page.status).toBe(200)
    expect(page.text).toContain('For the whole network')
    expect(page.text).not.toContain('For the group alone')
    expect(page.text).not.toContain('Link evidence')
  }
  expect(await status('carys', `/claims/${claim.id}`)).toBe(404)
  await world.as('sadia').post(`/claims/${claim.id}/sharing/end`)
  expect(await status('nia', `/claims/${claim.id}`)).toBe(404)
})

test('those who may only read a claim may not change, link, share or retire it', async () => {
  const claim = await putClaim(world)
  const words = { claim: 'Mine now', strength: 'sure', because: 'I say so', version: 1 }
  for (const person of ['tomasz', 'fiona']) {
    const browser = world.as(person)
    expect((await browser.post('/groups/reading/claims', words)).status).toBe(403)
    expect((await browser.post(`/claims/${claim.id}/revisions`, words)).status).toBe(403)
    expect((await browser.post(`/claims/${claim.id}/evidence`, { piece: 'x', bearing: 'for' })).status).toBe(403)
    expect((await browser.post(`/claims/${claim.id}/sharing`)).status).toBe(403)
    expect((await browser.post(`/claims/${claim.id}/retirement`, { because: 'No' })).status).toBe(403)
  }
  expect((await world.as('gwen').post('/groups/reading/claims', words)).status).toBe(404)
})

test('in a closed or finished enquiry claims are read and no longer made', async () => {
  expect(await status('eleri', '/groups/bilingual/claims')).toBe(200)
  expect(await status('eleri', '/groups/bilingual/claims/new')).toBe(403)
  expect(await status('eleri', '/groups/bilingual/claims?cycle=7')).toBe(404)
})

test('the next cycle begins with the claims that stand, their evidence with them, and unshared', async () => {
  const claim = await putClaim(world, 'Worth carrying on')
  const retired = await putClaim(world, 'Not worth carrying on')
  const piece = await putPiece(world)
  await world.as('sam').post(`/claims/${claim.id}/evidence`, { piece: piece.id, bearing: 'for' })
  await world.as('sam').post(`/claims/${retired.id}/retirement`, { because: 'It was wrong' })
  await world.as('sam').post(`/claims/${claim.id}/sharing`)
  const sadia = await world.person('sadia')
  const from = await findEnquiry(world.db, sadia, 'reading')
  const row = await world.db.selectFrom('enquiries').selectAll().where('id', '=', from.id).executeTakeFirstOrThrow()
  const to = { id: 'reading-2', cycle: 2 }
  await world.db.transaction().execute(async trx => {
    await trx
      .insertInto('enquiries')
      .values({ ...unread(row), ...to, follows: from.id })
      .execute()
    await claimsGoAlong.take!(trx, from, to, sadia)
  })
  const carried = await world.db.selectFrom('claims').selectAll().where('enquiryId', '=', to.id).execute()
  expect(carried.map(one => one.claim)).toContain('Worth carrying on')
  expect(carried.map(one => one.claim)).not.toContain('Not worth carrying on')
  expect(carried.every(one => one.sharedAt === null)).toBe(true)
  const page = await world.as('sadia').get(`/claims/${carried.find(one => one.carriedFrom === claim.id)!.id}`)
  expect(page.text).toContain(`C${claim.number} of cycle 1`)
  expect(page.text).toContain('Three boys swapped comics')
})
