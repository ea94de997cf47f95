import { expect, test } from 'vitest'
import { cardFields, fieldsOf, stageFields } from '../../src/enquiries/stages/stage-fields.js'
import { stages } from '../../src/stages.js'
import { newWorld } from '../world.js'

const world = newWorld()

test('every stage asks what it asks, in plain words, with a place for each answer', async () => {
  const sadia = world.as('sadia')
  for (const stage of stages) {
    const page = await sadia.get(`/groups/reading/stages/${stage.key}`)
    expect(page.status, stage.key).toBe(200)
    expect(page.text).toContain(stage.question)
    for (const field of fieldsOf(stage.key)) expect(page.text).toContain(`/texts/stage/reading-1/${field.field}`)
  }
  expect((await sadia.get('/groups/reading/stages/nonsense')).status).toBe(404)
})

test('a text of a stage is saved by the group, merged or refused, and never by others', async () => {
  const address = '/texts/stage/talk-1/context.startingPoint'
  expect((await world.as('gwen').post(address, { body: 'We all start with answers.', version: 0 })).status).toBe(303)
  expect((await world.as('gwen').get('/groups/talk/stages/context')).text).toContain('We all start with answers.')
  const anew = 'We all start with questions.'
  expect((await world.as('gwen').post(address, { body: anew, version: 1 })).status).toBe(303)
  const late = await world.as('bilal').post(address, { body: 'We all start with silence.', version: 1 })
  expect(late.status).toBe(409)
  expect(late.text).toContain('We all start with silence.')
  for (const person of ['nia', 'tomasz', 'mair', 'ifan', 'yusra', 'alex'])
    expect((await world.as(person).post(address, { body: 'x', version: 1 })).status, person).toBe(404)
  expect((await world.as('gwen').post('/texts/stage/talk-1/context.nonsense', { body: 'x', version: 0 })).status).toBe(
    404,
  )
})

test('a school’s context card is begun once, written on, and mended', async () => {
  const gwen = world.as('gwen')
  const begun = await gwen.post('/groups/talk/context-cards', { school: 'bryn' })
  expect(begun.status).toBe(303)
  const card = begun.headers.location!
  expect((await gwen.post('/groups/talk/context-cards', { school: 'bryn' })).status).toBe(409)
  expect((await gwen.post('/groups/talk/context-cards', { school: 'weir' })).status).toBe(409)

  const page = await gwen.get(card)
  for (const { label } of cardFields) expect(page.text).toContain(label)
  const after = /name="school" value="([^"]+)">\s*<button[^>]*>Begin the next card/.exec(page.text)?.[1]
  expect(after).toBeTruthy()
  expect(after).not.toBe('bryn')
  const id = card.split('/').at(-1)!
  await gwen.post(`/texts/context-card/${id}/barriers`, { body: 'One hall for everything.', version: 0 })
  expect((await gwen.get('/groups/talk/stages/context')).text).toContain('One hall for everything.')

  const bad = await gwen.post(card, { phase: 'Primary', roll: 'seventy' })
  expect(bad.status).toBe(422)
  expect(bad.text).toContain('seventy')
  expect((await gwen.post(card, { phase: 'Primary', roll: '72' })).status).toBe(303)
  expect((await gwen.get(card)).text).toContain('72 on roll')
  for (const person of ['nia', 'mair', 'yusra']) expect((await world.as(person).get(card)).status).toBe(404)
})

test('somebody who knows how is put on the map, and taken out again', async () => {
  const gwen = world.as('gwen')
  const bad = await gwen.post('/groups/talk/expertise', {
    who: 'Mrs Pugh',
    school: 'bryn',
    knowsHowTo: '',
    howWeKnow: '',
  })
  expect(bad.status).toBe(422)
  expect(bad.text).toContain('Say what they know how to do')
  expect(bad.text).toContain('Mrs Pugh')
  const elsewhere = await gwen.post('/groups/talk/expertise', { who: 'A', school: 'quay', knowsHowTo: 'b' })
  expect(elsewhere.status).toBe(422)
  await gwen.post('/groups/talk/expertise', {
    who: 'Mrs Pugh',
    school: 'bryn',
    knowsHowTo: 'wait for an answer',
    howWeKnow: '',
  })
  const page = await gwen.get('/groups/talk/stages/context')
  expect(page.text).toContain('wait for an answer')
  const out = /\/groups\/talk\/expertise\/[a-z0-9]+\/taking-out/.exec(page.text)![0]
  expect((await gwen.get(out)).text).toContain('Mrs Pugh')
  expect((await world.as('nia').post(out)).status).toBe(403)
  expect((await gwen.post(out)).status).toBe(303)
  expect((await gwen.get('/groups/talk/stages/context')).text).not.toContain('wait for an answer')
  expect((await gwen.post(out)).status).toBe(409)
})

test('the question is tested four ways; a judgement needs its reason, and two who test at once are told', async () => {
  const gwen = world.as('gwen')
  const bad = await gwen.post('/groups/talk/leverage', {
    seen: '',
    pupils: 'yes',
    pupilsBecause: '',
    powerBecause: 'we can',
  })
  expect(bad.status).toBe(422)
  expect(bad.text).toContain('Say why, for “It matters to children”')
  expect(bad.text).toContain('Choose yes, partly or no for “It is within our power”')
  const good = {
    pupils: 'yes',
    pupilsBecause: 'they would be heard',
    powerBecause: '',
    sharedBecause: '',
    evidenceBecause: '',
  }
  expect((await gwen.post('/groups/talk/leverage', { seen: '', ...good })).status).toBe(303)
  expect((await gwen.get('/groups/talk/stages/purpose')).text).toContain('they would be heard')
  const late = await world
    .as('bilal')
    .post('/groups/talk/leverage', { seen: '', ...good, pupils: 'no', pupilsBecause: 'my reason' })
  expect(late.status).toBe(409)
  expect(late.text).toContain('my reason')
  expect(late.text).toContain('because they would be heard')
})

test('signs of success and published knowledge are added; what challenges is as welcome as what affirms', async () => {
  const gwen = world.as('gwen')
  expect((await gwen.post('/groups/talk/success-signs', { sign: '', howWeWouldKnow: 'kept' })).text).toContain('kept')
  await gwen.post('/groups/talk/success-signs', { sign: 'A child says “because” unasked', howWeWouldKnow: 'we count' })
  const bad = await gwen.post('/groups/talk/published-knowledge', {
    source: 'A book',
    address: 'javascript:alert(1)',
    stance: 'praises',
    sentence: 'It says so',
  })
  expect(bad.status).toBe(422)
  expect(bad.text).toContain('Enter a web address such as')
  expect(bad.text).toContain('Choose what it does to your thinking')
  await gwen.post('/groups/talk/published-knowledge', {
    source: 'A study of 2019',
    address: 'https://example.org/study',
    stance: 'challenges',
    sentence: 'Talk helped those most who talked already.',
  })
  const page = await gwen.get('/groups/talk/stages/purpose')
  expect(page.text).toContain('A child says “because” unasked')
  expect(page.text).toContain('challenges us')
  expect(page.text).toContain('[@study2019]')
})

test('the list of needs is met as the records grow, and never blocks', async () => {
  const before = await world.as('kasia').get('/groups/outdoors/stages/purpose')
  expect(before.text).toContain(
    '<a href="/groups/outdoors/stages/purpose#success-signs">A sign that would count as success</a>',
  )
  await world.as('kasia').post('/groups/outdoors/success-signs', { sign: 'One child asks a question indoors' })
  const after = await world.as('kasia').get('/groups/outdoors/stages/purpose')
  expect(after.text).toContain('</span>A sign that would count as success')
})

test('an evidence stage needs volunteers from two schools', async () => {
  const proposed = await world
    .as('alys')
    .post('/networks/hafren/groups', { question: 'Why?', name: 'Alone', why: '', theme: '', school: 'coed' })
  const alone = await world.as('alys').get(`${proposed.headers.location}/stages/evidence`)
  expect(alone.text).toMatch(/<a href="[^"]+\/people">Volunteers from two schools<\/a>/)
  expect((await world.as('sadia').get('/groups/reading/stages/evidence')).text).toContain(
    '</span>Volunteers from two schools',
  )
})

test('a head or a leader does not write, and to others the stage is not there', async () => {
  for (const person of ['nia', 'tomasz'])
    expect((await world.as(person).post('/groups/talk/success-signs', { sign: 'x' })).status).toBe(403)
  for (const person of ['ifan', 'yusra', 'alex', 'dilys'])
    expect((await world.as(person).post('/groups/talk/success-signs', { sign: 'x' })).status).toBe(404)
})

test('every field of every stage has its words for page, list and write-up', () => {
  expect(new Set(stageFields.map(one => one.field)).size).toBe(stageFields.length)
  for (const one of stageFields) {
    expect(one.field.startsWith(`${one.stage}.`)).toBe(true)
    expect(one.label && one.hint && one.need && one.heading).toBeTruthy()
  }
})
