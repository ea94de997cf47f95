import { expect, test } from 'vitest'
import { newWorld } from '../world.js'

const world = newWorld()
const ethics = '/texts/stage/reading-1/purpose.ethics'
const purpose = '/groups/reading/stages/purpose'

test('a draft stage is the group’s alone; shared, it is read by those who stand behind the group', async () => {
  await world.as('sadia').post(ethics, { body: 'Families are asked first.', version: 0 })
  const behind = ['nia', 'tomasz', 'joanna', 'fiona']
  for (const person of behind) expect((await world.as(person).get(purpose)).status, person).toBe(404)
  expect((await world.as('sam').get(`${purpose}/sharing`)).status).toBe(403)
  expect((await world.as('sadia').get(`${purpose}/sharing`)).text).toContain('headteachers of the schools')
  expect((await world.as('sadia').post(`${purpose}/sharing`)).status).toBe(303)

  for (const person of behind) {
    const page = await world.as(person).get(purpose)
    expect(page.text, person).toContain('Families are asked first.')
    expect(page.text).not.toContain('data-saved-text')
    expect((await world.as(person).get('/groups/reading')).text).toContain('What the group shares with you')
    expect((await world.as(person).post(ethics, { body: 'Mine', version: 1 })).status, person).toBe(403)
    expect((await world.as(person).get('/groups/reading/stages/context')).status).toBe(404)
  }
  for (const person of ['carys', 'ifan', 'yusra', 'ruth', 'alex', 'dilys'])
    expect((await world.as(person).get(purpose)).status, person).toBe(404)

  expect((await world.as('sadia').get(`${purpose}/taking-back`)).status).toBe(200)
  await world.as('sadia').post(`${purpose}/taking-back`)
  for (const person of behind) expect((await world.as(person).get(purpose)).status, person).toBe(404)
})

test('sharing and taking back are noted in the audit trail', async () => {
  const lines = (await world.audited('stage')).filter(line => line.aboutId === 'reading-1')
  expect(lines.map(line => line.did)).toEqual(['took stage purpose back', 'shared stage purpose'])
})

test('a facilitator challenges a shared stage, and the group answers', async () => {
  await world.as('sadia').post(`${purpose}/sharing`)
  const fiona = world.as('fiona')
  const empty = await fiona.post(`${purpose}/comments`, { kind: 'challenge', words: ' ' })
  expect(empty.status).toBe(422)
  expect(empty.text).toContain('Write what you want to say')
  const said = await fiona.post(`${purpose}/comments`, { kind: 'challenge', words: 'Who is *missing*?' })
  expect(said.status).toBe(303)
  const id = said.headers.location!.split('comment-')[1]!

  expect((await world.as('sam').get('/groups/reading')).text).toContain('Fiona Strand challenges Purpose in ')
  expect((await world.as('sam').get(purpose)).text).toContain('Who is <em>missing</em>?')
  expect((await fiona.post(`/comments/${id}/answer`, { words: 'I answer myself' })).status).toBe(403)
  const unwritten = await world.as('sam').post(`/comments/${id}/answer?back=${purpose}`, { words: '' })
  expect(unwritten.status).toBe(422)
  expect(unwritten.text).toContain('Write your answer')
  const answered = await world.as('sam').post(`/comments/${id}/answer?back=${purpose}`, { words: 'The absent ones.' })
  expect(answered.headers.location).toBe(`${purpose}#comment-${id}`)
  expect((await world.as('sadia').post(`/comments/${id}/answer`, { words: 'Again' })).status).toBe(409)
  expect((await fiona.get(purpose)).text).toContain('The absent ones.')
  expect((await fiona.get(`/comments/${id}/removal`)).status).toBe(403)
})

test('whoever is asked in to challenge finds the way to it at the top, a challenge chosen, and is told when it is posted', async () => {
  await world.as('sadia').post(`${purpose}/sharing`)
  const fiona = world.as('fiona')
  const page = (await fiona.get(purpose)).text
  expect(page.indexOf('<a href="#f-words">Challenge this</a>')).toBeLessThan(page.indexOf('<h2'))
  expect(page).toMatch(/value="challenge"[^>]* checked/)
  const said = await fiona.post(`${purpose}/comments`, { kind: 'challenge', words: 'Whom did you not ask?' })
  const after = (await fiona.get(said.headers.location!)).text
  expect(after).toContain('Your challenge on Purpose is posted. The group is asked for an answer.')
  expect(after).toContain(`id="${said.headers.location!.split('#')[1]}" tabindex="-1"`)
  const ofMember = (await world.as('sam').get(purpose)).text
  expect(ofMember).not.toContain('Challenge this')
  expect(ofMember).toMatch(/value="comment"[^>]* checked/)
})

test('one takes back one’s own words, and nobody else’s', async () => {
  const said = await world.as('sam').post(`${purpose}/comments`, { kind: 'comment', words: 'Too quick of me' })
  const id = said.headers.location!.split('comment-')[1]!
  expect((await world.as('sadia').post(`/comments/${id}/removal`)).status).toBe(403)
  expect((await world.as('yusra').post(`/comments/${id}/removal`)).status).toBe(404)
  expect((await world.as('sam').get(`/comments/${id}/removal?back=//evil.example`)).text).not.toContain('evil.example#')
  const gone = await world.as('sam').post(`/comments/${id}/removal?back=//evil.example`)
  expect(gone.headers.location).toBe('/groups/reading#comments')
  expect((await world.as('sadia').get(purpose)).text).not.toContain('Too quick of me')
  expect((await world.as('sam').post(`/comments/${id}/removal`)).status).toBe(404)
})

test('whoever cannot read a stage cannot speak about it', async () => {
  const address = '/groups/reading/stages/context/comments'
  for (const person of ['fiona', 'nia', 'joanna', 'ifan', 'yusra'])
    expect((await world.as(person).post(address, { kind: 'comment', words: 'Hello' })).status, person).toBe(404)
})

test('what is typed as HTML is shown as typed', async () => {
  await world.as('sam').post(`${purpose}/comments`, { kind: 'comment', words: '<script>alert(1)</script>' })
  expect((await world.as('sadia').get(purpose)).text).not.toContain('<script>alert')
})
