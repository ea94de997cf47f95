import { expect, test } from 'vitest'
import { findEvidence } from '../../src/evidence/evidence.js'
import { publishable } from '../../src/evidence/sharing/publishable.js'
import { newWorld } from '../world.js'
import { fileOf, log, pieceRow, real } from './real-files.js'

const world = newWorld()
const agreed = { who: 'pupils', audience: 'network', givenBy: 'parents of P07', givenOn: '2026-11-02', wording: '' }

test('who agreed, how far, when and in which words is written down and shown', async () => {
  const id = await log(world.as('sadia'), { audience: 'group' }, [real.photo])
  expect((await world.as('sadia').get(`/evidence/${id}/consent`)).status).toBe(200)
  const sent = { ...agreed, wording: 'The school’s form of September' }
  expect((await world.as('sadia').post(`/evidence/${id}/consent`, sent)).status).toBe(303)
  const page = await world.as('sadia').get(`/evidence/${id}`)
  expect(page.text).toContain('It may be seen only within the network, says parents of P07, 2 November 2026')
  expect((await world.as('sadia').get(`/evidence/${id}/consent`)).text).toContain('The school’s form of September')
})

test('for whom and by whom it was agreed is read by those who keep consent, and by no other reader of the piece', async () => {
  const id = await log(world.as('sadia'), { audience: 'group', whatWeSaw: 'Two at the window', schools: 'st-davids' })
  const said = { who: 'pupils', givenBy: 'Parent of P14, by form, in Urdu', subject: 'the taller one' }
  await world
    .as('sadia')
    .post(`/evidence/${id}/consent`, { ...agreed, ...said })
    .expect(303)
  await world.as('sadia').post(`/evidence/${id}/sharing`, { audience: 'network' }).expect(303)
  // Who logged it, leads the group, or works in its school; and those who read it only: in the group, the network, another school.
  for (const person of ['sadia', 'joanna']) {
    const { text } = await world.as(person).get(`/evidence/${id}`)
    expect([person, text.includes('says Parent of P14'), text.includes('The taller one can be')]).toEqual([
      person,
      true,
      true,
    ])
  }
  for (const person of ['sam', 'nia', 'mair']) {
    const { text } = await world.as(person).get(`/evidence/${id}`)
    expect([person, /P14|Urdu|taller/.test(text)]).toEqual([person, false])
    expect(text).toContain(
      'Pupils can be seen or heard in it. It may be seen only within the network, 2 November 2026.',
    )
  }
  const taken = await world.as('sam').post('/groups/reading/copies', { form: 'workbook', audience: 'group' })
  const copy = taken.get('location')!
  for (const at of ['/groups/reading/evidence.csv', '/groups/reading/evidence', '/groups/reading/history', copy])
    expect([at, /P14|Urdu|taller/.test((await world.as('sam').get(at)).text)]).toEqual([at, false])
})

test.each([
  [{ who: '' }, 'Say who can be seen'],
  [{ who: 'pupils', audience: '' }, 'Choose'],
  [{ who: 'pupils', audience: 'network', givenBy: '' }, 'Say who agreed'],
  [
    { who: 'pupils', audience: 'network', givenBy: 'parents', givenOn: '2026-02-31' },
    'Enter a date that is in the calendar',
  ],
  [{ who: 'pupils', audience: 'network', givenBy: 'parents', givenOn: '2099-01-01' }, 'This day is still to come'],
])('a consent that is not whole is asked for again: %o', async (sent, sentence) => {
  const id = await log(world.as('sadia'), { audience: 'group' })
  const page = await world.as('sadia').post(`/evidence/${id}/consent`, { ...sent, wording: 'Kept wörds' })
  expect(page.status).toBe(422)
  expect(page.text).toMatch(new RegExp(sentence))
  expect(page.text).toContain('Kept wörds')
})

test('a piece goes no further than those in it agreed', async () => {
  const id = await log(world.as('sadia'), { audience: 'group' })
  await world.as('sadia').post(`/evidence/${id}/consent`, { ...agreed, audience: 'group' })
  const page = await world.as('sadia').get(`/evidence/${id}/sharing`)
  expect(page.text).toContain('have not agreed to be seen that widely')
  expect(page.text).not.toContain('value="network"')
  const forced = await world.as('sadia').post(`/evidence/${id}/sharing`, { audience: 'network', nobody: 'yes' })
  expect(forced.status).toBe(422)
  expect((await world.as('nia').get(`/evidence/${id}`)).status).toBe(404)
})

test('a narrower consent takes a piece back at once; a wider one later does not send it out again', async () => {
  const id = await log(world.as('sadia'), { audience: 'group' })
  await world.as('sadia').post(`/evidence/${id}/consent`, agreed)
  await world.as('sadia').post(`/evidence/${id}/sharing`, { audience: 'network' })
  expect((await world.as('nia').get(`/evidence/${id}`)).status).toBe(200)
  await world.as('sadia').post(`/evidence/${id}/consent`, { ...agreed, audience: 'group' })
  expect((await world.as('nia').get(`/evidence/${id}`)).status).toBe(404)
  await world.as('sadia').post(`/evidence/${id}/consent`, { ...agreed, audience: 'public' })
  expect((await world.as('nia').get(`/evidence/${id}`)).status).toBe(404)
})

test('a colleague of the school takes consent back: at the next click nobody sees the piece or its files', async () => {
  const id = await log(world.as('sadia'), { whatWeSaw: 'Two girls behind the curtain', audience: 'group' }, [
    real.photo,
  ])
  await world.as('sadia').post(`/evidence/${id}/consent`, agreed)
  await world.as('sadia').post(`/evidence/${id}/sharing`, { audience: 'network' })
  const { address, thumbnail, row } = await fileOf(world, id)
  expect((await world.as('nia').get(thumbnail)).status).toBe(200)

  // Joanna is head of St David's, where the piece comes from; Mair leads another school.
  expect((await world.as('mair').get(`/evidence/${id}/consent/withdrawal`)).status).toBe(404)
  expect((await world.as('dilys').get(`/evidence/${id}/consent/withdrawal`)).status).toBe(404)
  expect((await world.as('joanna').get(`/evidence/${id}/consent/withdrawal`)).status).toBe(200)
  expect((await world.as('joanna').post(`/evidence/${id}/consent/withdrawal`, { reason: '' })).status).toBe(422)
  const done = await world.as('joanna').post(`/evidence/${id}/consent/withdrawal`, { reason: 'A parent, by phone' })
  expect(done.status).toBe(303)

  for (const person of ['sadia', 'sam', 'nia', 'joanna', 'fiona'])
    for (const at of [address, thumbnail, `/files/${row.id}/small/x.jpg`])
      expect([person, at, (await world.as(person).get(at)).status]).toEqual([person, at, 404])
  const gap = await world.as('sam').get(`/evidence/${id}`)
  expect(gap.status).toBe(200)
  expect(gap.text).toContain('Consent for it was taken back')
  expect(gap.text).not.toContain('curtain')
  expect((await world.as('nia').get(`/evidence/${id}`)).status).toBe(404)
  const list = await world.as('sam').get('/groups/reading/evidence')
  expect(list.text).not.toContain('curtain')
  expect((await world.as('sam').get('/groups/reading/evidence.csv')).text).not.toContain('curtain')
  expect((await world.as('sam').get('/groups/reading/evidence?words=curtain')).text).toContain('Nothing like this')
  const sadia = await world.person('sadia')
  await expect(findEvidence(world.db, sadia, id)).rejects.toThrow()
  expect((await publishable(world.db, [id], 'network'))[0]!.because).toMatch(/^The consent for E\d+ was taken back on/)

  expect((await world.as('sadia').post(`/evidence/${id}/consent`, agreed)).status).toBe(303)
  expect((await world.as('sam').get(address)).status).toBe(200)
  expect((await world.as('nia').get(address)).status).toBe(404)
})

test('a colleague who may not read a piece meets its number only, and a draft not at all', async () => {
  const shared = await log(world.as('sadia'), { whatWeSaw: 'Secret words', audience: 'group' })
  const page = await world.as('joanna').get(`/evidence/${shared}/consent/withdrawal`)
  expect(page.status).toBe(200)
  expect(page.text).not.toContain('Secret words')
  const draft = await log(world.as('sadia'))
  expect((await world.as('joanna').get(`/evidence/${draft}/consent/withdrawal`)).status).toBe(404)
})

test('the publication check names everything that stops a piece, and nothing when all is well', async () => {
  const draft = await log(world.as('sadia'))
  const group = await log(world.as('sadia'), { audience: 'group' }, [real.photo])
  const fine = await log(world.as('sadia'), { audience: 'group' })
  const gone = await log(world.as('sadia'), { audience: 'group' })
  await world.as('sadia').post(`/evidence/${group}/consent`, agreed)
  await world.as('sadia').post(`/evidence/${group}/named-pupil`, { named: 'yes' })
  await world.as('sadia').post(`/evidence/${fine}/sharing`, { audience: 'network', nobody: 'yes' })
  await world.as('sadia').post(`/evidence/${gone}/withdrawal`, { reason: 'The family asked' })
  const found = await publishable(world.db, [draft, group, fine, gone, 'nowhere'], 'public')
  const of = (id: string) => found.filter(one => one.piece.id === id).map(one => one.because)
  const number = async (id: string) => `E${(await pieceRow(world, id)).number}`
  expect(of(draft)[0]).toContain('private draft')
  expect(of(group)).toEqual([
    `${await number(group)} is shared with the group only, not with the network.`,
    `The people in ${await number(group)} agreed to be seen only within the network.`,
    `${await number(group)} may name a pupil. The name must come out first.`,
    `A picture in ${await number(group)} has no description for those who cannot see it.`,
  ])
  expect(of(fine)).toEqual([])
  expect(of(gone)[0]).toContain('was withdrawn on')
  expect(of('nowhere')[0]).toContain('has been erased')
})
