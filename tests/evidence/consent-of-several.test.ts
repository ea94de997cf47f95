import { expect, test } from 'vitest'
import { findEvidence } from '../../src/evidence/evidence.js'
import { publishable } from '../../src/evidence/sharing/publishable.js'
import { newWorld } from '../world.js'
import { log, pieceRow, real } from './real-files.js'

const world = newWorld()
const agreed = { who: 'pupils', audience: 'public', givenBy: 'their parents', givenOn: '2026-11-02', wording: '' }
const say = (id: string, more: object) => world.as('sadia').post(`/evidence/${id}/consent`, { ...agreed, ...more })

/** What is kept on the piece, and what pages are told, must be the same. */
async function reachOf(id: string): Promise<string> {
  const row = await pieceRow(world, id)
  const piece = await findEvidence(world.db, await world.person('sadia'), id).catch(() => undefined)
  const told = [piece?.consent?.audience, piece?.cap?.audience].filter(Boolean)
  if (piece && told.length > 0) expect(told).toContain(row.agreed)
  return row.agreed
}

test('a piece goes as far as the narrowest of those seen in it, and each is asked anew by themselves', async () => {
  const id = await log(world.as('sadia'), { audience: 'group' })
  expect(await reachOf(id)).toBe('unasked')
  await say(id, { subject: 'the two pupils in the photo' })
  expect(await reachOf(id)).toBe('public')
  await say(id, { who: 'adults', subject: 'the teaching assistant', audience: 'network' })
  expect(await reachOf(id)).toBe('network')
  await say(id, { subject: 'a boy at the back', audience: 'unasked', givenBy: '' })
  expect(await reachOf(id)).toBe('group')
  const page = await world.as('sadia').get(`/evidence/${id}/consent`)
  for (const words of ['The two pupils in the photo', 'The teaching assistant', 'A boy at the back'])
    expect(page.text).toContain(words)
  await say(id, { subject: 'A boy at the back', audience: 'outside' })
  expect(await reachOf(id)).toBe('network')
  await say(id, { who: 'no one' })
  expect(await reachOf(id)).toBe('public')
  await say(id, { subject: 'a girl who came in later', audience: 'school' })
  expect(await reachOf(id)).toBe('school')
})

test('one of them taking it back hides the piece until the same one agrees again', async () => {
  const id = await log(world.as('sadia'), { audience: 'group' })
  await say(id, { subject: 'two pupils' })
  await say(id, { subject: 'their teacher', audience: 'network' })
  await world.as('joanna').post(`/evidence/${id}/consent/withdrawal`, { reason: 'By phone' }).expect(303)
  expect(await reachOf(id)).toBe('withdrawn')
  await say(id, { subject: 'two pupils', audience: 'public' })
  expect(await reachOf(id)).toBe('withdrawn')
  await say(id, { subject: 'their teacher', audience: 'group' })
  expect(await reachOf(id)).toBe('group')
})

test('a consent that has ended reaches no further than the group', async () => {
  const id = await log(world.as('sadia'), { audience: 'group' })
  await say(id, { endsOn: '2090-01-01' })
  expect(await reachOf(id)).toBe('public')
  await world.as('sadia').post(`/evidence/${id}/sharing`, { audience: 'network' }).expect(303)
  expect((await world.as('nia').get(`/evidence/${id}`)).status).toBe(200)
  await say(id, { endsOn: '2026-01-01' })
  expect(await reachOf(id)).toBe('group')
  expect((await world.as('nia').get(`/evidence/${id}`)).status).toBe(404)
})

test('a wording that the network keeps is picked in one tap', async () => {
  const id = await log(world.as('sadia'), { audience: 'group' })
  await say(id, { wording: 'The September form, signed at home.', keepWording: 'yes' })
  const other = await log(world.as('huw'), { audience: 'group' })
  expect((await world.as('huw').get(`/evidence/${other}/consent`)).text).toContain(
    'The September form, signed at home.',
  )
  await world
    .as('huw')
    .post(`/evidence/${other}/consent`, { ...agreed, template: 'The September form, signed at home.' })
  const row = await world.db
    .selectFrom('consents')
    .selectAll()
    .where('evidenceId', '=', other)
    .executeTakeFirstOrThrow()
  expect(row.wording).toBe('The September form, signed at home.')
})

test('shared with its school, a piece is read by those who work there and by nobody else outside the group', async () => {
  const id = await log(world.as('sadia'), { audience: 'group', schools: 'st-davids' }, [real.photo])
  await say(id, { audience: 'school' })
  expect((await world.as('joanna').get(`/evidence/${id}`)).status).toBe(404)
  await world.as('sadia').post(`/evidence/${id}/sharing`, { audience: 'school' }).expect(303)
  expect((await world.as('sadia').get(`/evidence/${id}`)).text).toContain('the group and its own school')
  expect((await world.as('joanna').get(`/evidence/${id}`)).status).toBe(200)
  for (const person of ['nia', 'mair', 'imran', 'dilys', 'fiona', 'alex'])
    expect([person, (await world.as(person).get(`/evidence/${id}`)).status]).toEqual([person, 404])
  await world.as('sadia').post(`/evidence/${id}/sharing`, { audience: 'group' }).expect(303)
  expect((await world.as('joanna').get(`/evidence/${id}`)).status).toBe(404)
})

test('a school’s refusal holds for every such piece at once, now and later, and tells those who keep consent why', async () => {
  const refusals = '/networks/hafren/schools/st-davids/refusals'
  const before = await log(world.as('sadia'), { audience: 'group', schools: 'st-davids' }, [real.photo])
  const words = await log(world.as('sadia'), { audience: 'group', schools: 'st-davids' })
  for (const id of [before, words]) {
    await say(id, {})
    await world.as('sadia').post(`/evidence/${id}/sharing`, { audience: 'network' }).expect(303)
    expect((await world.as('nia').get(`/evidence/${id}`)).status).toBe(200)
  }
  for (const person of ['nia', 'dilys', 'mair', 'alex'])
    expect([person, (await world.as(person).get(refusals)).status]).toEqual([person, 404])
  expect((await world.as('joanna').get(refusals)).status).toBe(200)
  expect(
    (await world.as('joanna').post(refusals, { content: 'photographs', audience: 'school', because: '' })).status,
  ).toBe(422)
  const because = 'Three families are not to be found.'
  await world.as('joanna').post(refusals, { content: 'photographs', audience: 'school', because }).expect(303)

  expect(await reachOf(before)).toBe('school')
  expect(await reachOf(words)).toBe('public')
  expect((await world.as('nia').get(`/evidence/${before}`)).status).toBe(404)
  expect((await world.as('joanna').get(`/evidence/${before}`)).status).toBe(200)
  expect((await world.as('nia').get(`/evidence/${words}`)).status).toBe(200)
  expect((await world.as('sadia').get(`/evidence/${before}/consent`)).text).toContain(because)
  expect((await world.as('sadia').get(`/evidence/${before}`)).text).toContain(because)
  const readers = await world.as('sam').get(`/evidence/${before}`)
  expect(readers.text).toContain('photographs may be seen only by the group and their own school.')
  expect(readers.text).not.toContain(because)
  const stops = (await publishable(world.db, [before], 'public')).map(one => one.because)
  expect(stops.join()).not.toContain(because)
  expect(stops.join()).toContain(
    `E${(await pieceRow(world, before)).number} is held back. St David’s Church Primary has said`,
  )

  const after = await log(world.as('sadia'), { audience: 'group', schools: 'st-davids' }, [real.photo])
  await say(after, {})
  expect((await world.as('sadia').post(`/evidence/${after}/sharing`, { audience: 'network' })).status).toBe(422)

  const { id } = await world.db.selectFrom('schoolRefusals').select('id').executeTakeFirstOrThrow()
  expect((await world.as('nia').post(`${refusals}/${id}/lifting`)).status).toBe(404)
  await world.as('joanna').post(`${refusals}/${id}/lifting`).expect(303)
  expect((await world.as('nia').get(`/evidence/${before}`)).status).toBe(200)
})
