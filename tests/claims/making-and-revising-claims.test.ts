import { expect, test } from 'vitest'
import { newWorld } from '../world.js'
import { putClaim, putPiece } from './claim-world.js'

const world = newWorld()

test('a volunteer makes a claim, and finds it in the list with what is worth asking', async () => {
  const words = { claim: 'Children read what a friend has read first', strength: 'a hunch', whatWouldChange: '' }
  const made = await world.as('sam').post('/groups/reading/claims', words)
  expect(made.status).toBe(303)
  const list = await world.as('huw').get('/groups/reading/claims')
  expect(list.text).toContain('Children read what a friend has read first')
  expect(list.text).toContain('Nothing is linked that speaks for it yet')
})

test('the form for a new claim begins with the piece that gave the idea, and links it', async () => {
  const piece = await putPiece(world, { title: 'Four comics gone by Friday' })
  const form = await world.as('sam').get(`/groups/reading/claims/new?piece=${piece.id}&bearing=against`)
  expect(form.text).toContain('Four comics gone by Friday')
  const fields = { claim: 'Nobody reads comics', strength: 'a hunch', piece: piece.id, bearing: 'against' }
  const made = await world.as('sam').post('/groups/reading/claims', fields)
  const page = await world.as('sam').get(made.get('location')!)
  expect(page.text).toContain('Four comics gone by Friday')
})

test('evidence for and against is ticked while the claim is made; a piece stands on one side, and another group’s on none', async () => {
  const [forIt, against] = [
    await putPiece(world, { title: 'Nine read on' }),
    await putPiece(world, { title: 'Two did not' }),
  ]
  const form = await world.as('sam').get('/groups/reading/claims/new')
  expect(form.text).toContain(`E${forIt.number} Nine read on`)
  const words = { claim: 'Those who choose read on', strength: 'a hunch', speaksFor: forIt.id }
  const both = await world.as('sam').post('/groups/reading/claims', { ...words, speaksAgainst: forIt.id })
  expect(both.status).toBe(422)
  expect(both.text).toContain(`E${forIt.number} Nine read on is ticked on both sides. Leave it on one`)
  const gone = await world.as('sam').post('/groups/reading/claims', { ...words, speaksAgainst: 'of-another-group' })
  expect(gone.status).toBe(422)
  expect(gone.text).toContain('Those who choose read on')
  const made = await world.as('sam').post('/groups/reading/claims', { ...words, speaksAgainst: against.id })
  const page = await world.as('huw').get(made.get('location')!)
  expect(page.text).toContain('1 piece for, 1 against')
  expect(page.text).toContain('href="/groups/reading/claims/new">Make another claim')
})

test('a ticked piece stays listed and ticked, however many pieces come after it', async () => {
  const old = await putPiece(world, { title: 'The first of many' })
  const form = (page: { text: string }) =>
    page.text.match(new RegExp(`<input[^>]*name="speaksFor"[^>]*value="${old.id}"[^>]*>`))?.[0]
  for (let more = 0; more < 100; more++) await putPiece(world, { title: `One more, ${more}` })
  expect(form(await world.as('sam').get('/groups/reading/claims/new'))).toBeUndefined()
  const words = { strength: 'a hunch', speaksFor: old.id }
  const wordless = await world.as('sam').post('/groups/reading/claims', { ...words, claim: '' })
  expect(wordless.status).toBe(422)
  expect(form(wordless)).toContain('checked')
  expect(wordless.text).not.toContain('cannot be linked any more')
  const made = await world.as('sam').post('/groups/reading/claims', { ...words, claim: 'The first counts too' })
  expect((await world.as('sam').get(made.get('location')!)).text).toContain('The first of many')
})

test('a claim without words keeps what was typed, and says what is missing beside it', async () => {
  const answer = await world
    .as('sam')
    .post('/groups/reading/claims', { claim: ' ', strength: 'certain', whatWouldChange: 'A quiet week' })
  expect(answer.status).toBe(422)
  expect(answer.text).toContain('Say what you claim, in a sentence or two')
  expect(answer.text).toContain('Choose how sure you are')
  expect(answer.text).toContain('A quiet week')
})

test('a claim is revised with a reason, and what it said before is kept', async () => {
  const claim = await putClaim(world, 'All children read comics')
  const revised = { claim: 'Most children read comics', strength: 'fairly sure', whatWouldChange: '', version: 1 }
  const refused = await world.as('huw').post(`/claims/${claim.id}/revisions`, { ...revised, because: '' })
  expect(refused.status).toBe(422)
  expect(refused.text).toContain('Most children read comics')
  const done = await world
    .as('huw')
    .post(`/claims/${claim.id}/revisions`, { ...revised, because: 'Two said they do not' })
  expect(done.status).toBe(303)
  const page = await world.as('sadia').get(`/claims/${claim.id}`)
  expect(page.text).toContain('All children read comics')
  expect(page.text).toContain('Most children read comics')
  expect(page.text).toContain('Two said they do not')
})

test('two people who revise the same claim see each other’s words, and neither is lost', async () => {
  const claim = await putClaim(world, 'Mornings are best')
  expect((await world.as('sam').get(`/claims/${claim.id}/revise`)).text).toContain('name="version" value="1"')
  const words = (said: string) => ({ claim: said, strength: 'sure', because: `Because ${said}`, version: 1 })
  await world.as('sam').post(`/claims/${claim.id}/revisions`, words('Afternoons are best'))
  const late = await world.as('huw').post(`/claims/${claim.id}/revisions`, words('Evenings are best'))
  expect(late.status).toBe(409)
  expect(late.text).toContain('Afternoons are best')
  expect(late.text).toContain('Evenings are best')
  const again = await world
    .as('huw')
    .post(`/claims/${claim.id}/revisions`, { ...words('Any quiet time is best'), version: 2 })
  expect(again.status).toBe(303)
})

test('a retired claim stays with its reason, cannot be revised, and can be brought back', async () => {
  const claim = await putClaim(world, 'Boys do not read')
  expect((await world.as('sam').get(`/claims/${claim.id}/retirement`)).status).toBe(200)
  expect((await world.as('sam').post(`/claims/${claim.id}/retirement`, { because: '' })).status).toBe(422)
  await world.as('sam').post(`/claims/${claim.id}/retirement`, { because: 'Every piece spoke against it' })
  const list = await world.as('huw').get('/groups/reading/claims')
  expect(list.text).toContain('Every piece spoke against it')
  expect((await world.as('huw').get(`/claims/${claim.id}/revise`)).status).toBe(403)
  await world.as('huw').post(`/claims/${claim.id}/retirement/end`)
  expect((await world.as('huw').get(`/claims/${claim.id}/revise`)).status).toBe(200)
})

test('someone challenges a claim beside it', async () => {
  const claim = await putClaim(world)
  const said = { words: 'What about those who read at home?', kind: 'challenge' }
  expect((await world.as('fiona').post(`/claims/${claim.id}/comments`, said)).status).toBe(303)
  expect((await world.as('sadia').get(`/claims/${claim.id}`)).text).toContain('What about those who read at home?')
  const empty = await world.as('fiona').post(`/claims/${claim.id}/comments`, { words: '', kind: 'challenge' })
  expect(empty.status).toBe(422)
  expect(empty.text).toContain('Write what you want to say')
})

test('the list downloads as a spreadsheet, and no cell in it runs as a formula', async () => {
  await putClaim(world, '=1+1 is a claim')
  const csv = await world.as('sam').get('/groups/reading/claims.csv')
  expect(csv.status).toBe(200)
  expect(csv.text).toContain("'=1+1 is a claim")
})
