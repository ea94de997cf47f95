import { expect, test } from 'vitest'
import { newWorld } from '../world.js'

const world = newWorld()

test('moving on asks what was learned, going back asks why, and both stay in the history', async () => {
  const gwen = world.as('gwen')
  expect((await gwen.get('/groups/talk/stages/context')).text).toContain('Move on to Purpose')
  const page = await gwen.get('/groups/talk/moves/new?to=purpose')
  expect(page.text).toContain('What did we learn in Context?')
  expect(page.text).toContain('Context could still have')
  const empty = await gwen.post('/groups/talk/moves', { to: 'purpose', sentence: '' })
  expect(empty.status).toBe(422)
  expect(empty.text).toContain('Say it in one sentence')
  expect((await gwen.post('/groups/talk/moves', { to: 'purpose', sentence: 'Answers hide reasons.' })).status).toBe(303)
  expect((await gwen.get('/groups/talk')).text).toContain('moved on from Context to Purpose')

  expect((await gwen.get('/groups/talk/moves/new')).text).toContain('Why do you go back?')
  expect((await gwen.post('/groups/talk/moves', { sentence: 'x' })).status).toBe(422)
  await gwen.post('/groups/talk/moves', { to: 'context', sentence: 'A third school joined.' })
  const history = await gwen.get('/groups/talk/history?kind=stage')
  expect(history.text).toContain('went back from Purpose to Context')
  expect(history.text).toContain('A third school joined.')
  expect((await gwen.get('/groups/talk')).text).toContain('Went back once')
  expect((await gwen.post('/groups/talk/moves', { to: 'context', sentence: 'x' })).status).toBe(409)
})

test('the lead keeps the stages; volunteers and leaders of the network do not move the group', async () => {
  for (const person of ['bilal', 'nia', 'tomasz'])
    expect((await world.as(person).post('/groups/talk/moves', { to: 'purpose', sentence: 'x' })).status, person).toBe(
      403,
    )
  for (const person of ['ifan', 'yusra', 'alex'])
    expect((await world.as(person).post('/groups/talk/moves', { to: 'purpose', sentence: 'x' })).status, person).toBe(
      404,
    )
})

test('the question is put in other words, with a reason; the words before stay in the history', async () => {
  const gwen = world.as('gwen')
  const page = await gwen.get('/groups/talk/question')
  const was = /name="was" value="([^"]*)"/.exec(page.text)![1]!
  expect((await gwen.post('/groups/talk/question', { was, question: 'New?', because: '' })).status).toBe(422)
  expect(
    (await gwen.post('/groups/talk/question', { was, question: 'What do partners hear?', because: 'Sharper' })).status,
  ).toBe(303)
  const late = await gwen.post('/groups/talk/question', { was, question: 'Mine?', because: 'Kept' })
  expect(late.status).toBe(409)
  expect(late.text).toContain('Mine?')
  expect((await gwen.get('/groups/talk')).text).toContain('What do partners hear?')
  expect((await gwen.get('/groups/talk/history?kind=question')).text).toContain('Before, it asked')
  expect((await world.as('bilal').get('/groups/talk/question')).status).toBe(403)
})

test('a cycle is finished at its evaluation, with a decision and why; then its stages are read, not changed', async () => {
  const ifan = world.as('ifan')
  expect((await world.as('gwen').get('/groups/talk/finishing')).status).toBe(409)
  expect((await ifan.get('/groups/marking/stages/evaluation')).text).toContain('Finish this cycle')
  expect((await ifan.get('/groups/marking/finishing')).text).toContain('Begin another cycle')
  const bad = await ifan.post('/groups/marking/finishing', { because: 'We know enough' })
  expect(bad.status).toBe(422)
  expect(bad.text).toContain('We know enough')
  await ifan.post('/groups/marking/stages/evaluation/comments', { kind: 'challenge', words: 'What of the quiet ones?' })
  const decided = { decision: 'begin another cycle', because: 'One kind of feedback worked and we do not know why' }
  expect((await ifan.post('/groups/marking/finishing', decided)).status).toBe(303)
  expect((await ifan.post('/groups/marking/finishing', decided)).status).toBe(403)
  const page = await ifan.get('/groups/marking/stages/evaluation')
  expect(page.text).not.toContain('data-saved-text')
  expect(page.text).toContain('This cycle finished on')
  const text = '/texts/stage/marking-1/evaluation.pupils'
  expect((await ifan.post(text, { body: 'x', version: 0 })).status).toBe(403)
  expect((await ifan.get('/groups/marking')).text).toContain('Begin the next cycle')
})

test('the next cycle inherits the question and the unanswered challenges; the one before stays to be read', async () => {
  const ifan = world.as('ifan')
  const page = await ifan.get('/groups/marking/cycles/new')
  expect(page.text).toContain('Which kinds of feedback do children in Key Stage 2 act on')
  expect((await world.as('sadia').get('/groups/marking/cycles/new')).status).toBe(403)
  expect(page.text).toContain('1 challenge that waits for an answer')
  const empty = await ifan.post('/groups/marking/cycles', { question: '', takes: 'claims' })
  expect(empty.status).toBe(422)
  expect(empty.text).not.toMatch(/value="challenges" checked/)
  const next = { question: 'Why does it work?', takes: ['challenges', 'context-cards'] }
  expect((await ifan.post('/groups/marking/cycles', next)).status).toBe(303)
  expect((await ifan.post('/groups/marking/cycles', { question: 'Again?' })).status).toBe(403)

  const now = await ifan.get('/groups/marking/stages/evaluation')
  expect(now.text).toContain('What of the quiet ones?')
  expect(now.text).toContain('asked in the cycle before')
  const waiting = await world.as('sam').get('/groups/marking')
  expect(waiting.text.match(/stages\/evaluation#comment-/g)).toHaveLength(1)

  const before = await ifan.get('/groups/marking/stages/evaluation?cycle=1')
  expect(before.text).toContain('This is cycle 1')
  expect(before.text).not.toContain('data-saved-text')
  const cycle = await ifan.get('/groups/marking/cycles/1')
  expect(cycle.text).toContain('decided to begin another cycle')
  expect(cycle.text).toContain('/groups/marking/stages/evaluation?cycle=1')
  expect((await ifan.get('/groups/marking/cycles/7')).status).toBe(404)
  expect((await ifan.get('/groups/marking/stages/evaluation?cycle=x')).status).toBe(404)
  expect((await ifan.get('/groups/marking/history?cycle=1')).text).toContain('finished cycle 1')
  expect((await ifan.get('/groups/marking/history?cycle=2')).text).not.toContain('finished cycle 1')
})

test('everybody who stands behind a group reads its question and stage, and nobody else', async () => {
  for (const person of ['gwen', 'bilal', 'nia', 'tomasz', 'mair', 'owen']) {
    const page = await world.as(person).get('/groups/talk')
    expect(page.status, person).toBe(200)
    expect(page.text).toContain('class="ways-first track')
  }
  for (const person of ['ifan', 'joanna'])
    expect((await world.as(person).get('/groups/talk')).headers.location, person).toBe('/groups/talk/joining')
  for (const person of ['fiona', 'marek', 'ruth', 'alex', 'dilys'])
    expect((await world.as(person).get('/groups/talk')).status, person).toBe(404)
  expect((await world.stranger.get('/groups/talk')).headers.location).toContain('/sign-in')
})
