import { expect, test } from 'vitest'
import { newWorld } from '../world.js'
import { putAction } from './action-world.js'

const world = newWorld()

const agreed = {
  action: 'Maths on the field, every Thursday',
  expectedEffect: 'Children who never answer indoors answer outside',
  steps: 'Walk out\nMeasure something\nWrite it down inside',
  who: 'Year 3 and 4, on the field',
  startsOn: '2026-03-02',
  endsOn: '2026-05-20',
  schools: ['bryn', 'glanwy', 'st-davids'],
}

test('a volunteer agrees an action, with the schools that will try it', async () => {
  const form = await world.as('huw').get('/groups/outdoors/actions/new')
  expect(form.text).toContain('Ysgol Glan-wŷ')
  expect(form.text).not.toContain('St David’s Church Primary')
  const made = await world.as('huw').post('/groups/outdoors/actions', agreed)
  expect(made.status).toBe(303)
  const page = await world.as('maeve').get(made.get('location')!)
  expect(page.text).toContain('Children who never answer indoors answer outside')
  expect(page.text).toContain('<li>Measure something</li>')
  expect(page.text.indexOf('Ysgol Glan-wŷ')).toBeLessThan(page.text.indexOf('Ysgol y Bryn'))
  const list = await world.as('eleri').get('/groups/outdoors/actions')
  expect(list.text).toContain('Maths on the field, every Thursday')
  expect(list.text).toContain('2 March 2026 to 20 May 2026')
})

test('an action without an expected effect, or that ends before it begins, keeps what was typed', async () => {
  const browser = world.as('huw')
  const none = await browser.post('/groups/outdoors/actions', { ...agreed, expectedEffect: ' ' })
  expect(none.status).toBe(422)
  expect(none.text).toContain('Say what you expect it to change, and for whom')
  expect(none.text).toContain('Walk out\nMeasure something')
  const backwards = await browser.post('/groups/outdoors/actions', { ...agreed, endsOn: '2026-02-01' })
  expect(backwards.status).toBe(422)
  expect(backwards.text).toContain('The last day comes before the first')
})

test('an action is revised; two people who revise it at once see each other’s words', async () => {
  const action = await putAction(world)
  expect((await world.as('maeve').get(`/actions/${action.id}/revise`)).text).toContain('name="version" value="1"')
  const first = { ...agreed, action: 'Under the oak instead', version: 1 }
  expect((await world.as('maeve').post(`/actions/${action.id}/revisions`, first)).status).toBe(303)
  const late = await world.as('huw').post(`/actions/${action.id}/revisions`, { ...first, action: 'By the stream' })
  expect(late.status).toBe(409)
  expect(late.text).toContain('Under the oak instead')
  expect(late.text).toContain('By the stream')
  const again = { ...first, action: 'By the oak or the stream', version: 2 }
  expect((await world.as('huw').post(`/actions/${action.id}/revisions`, again)).status).toBe(303)
  expect((await world.as('huw').post(`/actions/${action.id}/revisions`, { ...again, action: '' })).status).toBe(422)
})

test('each school says how it made the action its own, and a stale card never overwrites', async () => {
  const action = await putAction(world)
  const address = `/actions/${action.id}/schools/bryn`
  expect((await world.as('huw').get(address)).text).toContain('How did this school make it its own?')
  const words = { adaptation: 'We stayed by the wall: no hedge here', whatHappened: '', version: 1 }
  expect((await world.as('huw').post(address, words)).status).toBe(303)
  const late = await world.as('kasia').post(address, { ...words, adaptation: 'In the yard, as it rained' })
  expect(late.status).toBe(409)
  expect(late.text).toContain('We stayed by the wall')
  expect(late.text).toContain('In the yard, as it rained')
  const page = await world.as('eleri').get(`/actions/${action.id}`)
  expect(page.text).toContain('We stayed by the wall')
})

test('how it went in every school is written down on one page, and what somebody wrote meanwhile is not overwritten', async () => {
  const action = await putAction(world)
  const address = `/actions/${action.id}/schools`
  expect((await world.as('maeve').get(`/actions/${action.id}`)).text).toContain(`href="${address}"`)
  const page = await world.as('maeve').get(address)
  expect(page.text).toContain('How A1 went in every school'.replace('A1', `A${action.number}`))
  const blank = { 'adaptation-upper-marsh': '', 'whatHappened-upper-marsh': '', 'version-upper-marsh': 1 }
  const bryn = { 'adaptation-bryn': 'By the wall', 'whatHappened-bryn': 'Two spoke first', 'version-bryn': 1 }
  const once = await world.as('maeve').post(address, { ...blank, ...bryn })
  expect(once.get('location')).toBe(`/actions/${action.id}#schools`)
  const shown = await world.as('huw').get(`/actions/${action.id}`)
  expect(shown.text).toContain('Two spoke first')
  expect(shown.text).toContain('Say how it went<span class="govuk-visually-hidden"> at Upper Marsh')

  const late = await world.as('huw').post(address, {
    ...{ ...blank, 'whatHappened-upper-marsh': 'It rained' },
    ...{ ...bryn, 'whatHappened-bryn': 'Three spoke first' },
  })
  expect(late.status).toBe(409)
  expect(late.text).toContain('Somebody else has written at Ysgol y Bryn')
  expect(late.text).toContain('Two spoke first')
  expect(late.text).toContain('Three spoke first')
  expect((await world.as('eleri').get(`/actions/${action.id}`)).text).toContain('It rained')
  expect((await world.as('sadia').get(address)).status).toBe(404)
})

test('of two who write on different cards of one page at once, neither takes back what the other wrote', async () => {
  const action = await putAction(world)
  const address = `/actions/${action.id}/schools`
  const opened = (await world.as('huw').get(address)).text
  const fields: Record<string, string> = {}
  for (const [, name, value] of opened.matchAll(/type="hidden" name="((?:version|was)-[^"]+)" value="([^"]*)"/g))
    fields[name!] = value!
  for (const school of ['bryn', 'upper-marsh'])
    for (const field of ['adaptation', 'whatHappened']) fields[`${field}-${school}`] = ''
  await world
    .as('maeve')
    .post(address, { ...fields, 'whatHappened-bryn': 'Two spoke first' })
    .expect(303)
  const second = await world.as('huw').post(address, { ...fields, 'whatHappened-upper-marsh': 'It rained' })
  expect(second.status).toBe(303)
  const shown = (await world.as('huw').get(`/actions/${action.id}`)).text
  for (const words of ['Two spoke first', 'It rained']) expect(shown).toContain(words)
})

/** The hidden fields of an opened page, as a browser sends them, and the boxes of these schools, empty. */
function openedWith(page: string, schools: string[]): Record<string, string> {
  const fields: Record<string, string> = {}
  for (const [, name, value] of page.matchAll(/type="hidden" name="((?:version|was)-[^"]+)" value="([^"]*)"/g))
    fields[name!] = value!
  for (const school of schools) for (const field of ['adaptation', 'whatHappened']) fields[`${field}-${school}`] = ''
  return fields
}

test('a school that joins, or is taken off, while the page of all schools is open costs nobody their words', async () => {
  const action = await putAction(world)
  const address = `/actions/${action.id}/schools`
  const fields = openedWith((await world.as('huw').get(address)).text, ['bryn', 'upper-marsh'])
  const holly = { adaptation: 'In the allotment', whatHappened: '', version: '0' }
  await world.as('maeve').post(`${address}/holly`, holly).expect(303)
  await world.as('maeve').post(`${address}/upper-marsh/removal`, {}).expect(303)
  const tooLong = await world.as('huw').post(address, { ...fields, 'whatHappened-bryn': 'x'.repeat(10_001) })
  expect(tooLong.status).toBe(422)
  expect(tooLong.text).toContain('In the allotment')
  expect(tooLong.text).not.toContain('name="version-holly" value=""')
  await world
    .as('huw')
    .post(address, { ...fields, 'whatHappened-bryn': 'Two spoke first' })
    .expect(303)
  const shown = (await world.as('huw').get(`/actions/${action.id}`)).text
  for (const words of ['Two spoke first', 'In the allotment']) expect(shown).toContain(words)
  expect(shown).not.toContain('Upper Marsh')
  await world
    .as('huw')
    .post(address, { ...fields, 'whatHappened-upper-marsh': 'It rained' })
    .expect(303)
  expect((await world.as('huw').get(`/actions/${action.id}`)).text).toContain('It rained')
})

test('what is too long on the page of all schools is named with its school', async () => {
  const action = await putAction(world)
  const address = `/actions/${action.id}/schools`
  const fields = openedWith((await world.as('huw').get(address)).text, ['bryn', 'upper-marsh'])
  const long = 'x'.repeat(10_001)
  const answer = await world
    .as('huw')
    .post(address, { ...fields, 'whatHappened-bryn': long, 'adaptation-upper-marsh': long })
  expect(answer.status).toBe(422)
  expect(answer.text).toContain('What happened at Ysgol y Bryn is longer than 10,000 characters')
  expect(answer.text).toContain('How Upper Marsh Primary made it its own is longer than 10,000 characters')
})

test('a school that is unticked is taken off an action, unless something of it was recorded; then it stays, and why is said', async () => {
  const action = await putAction(world, { schools: ['bryn', 'upper-marsh', 'holly'] })
  const huw = world.as('huw')
  await huw.post(`/actions/${action.id}/schools/bryn`, { adaptation: 'By the wall', whatHappened: '', version: 1 })
  await huw.post(`/actions/${action.id}/effects/holly`, {
    ...{ judgement: 'made some difference', confidence: 'a hunch', whatHappened: 'Two spoke', whyHere: '', version: 0 },
  })
  const form = (await huw.get(`/actions/${action.id}/revise`)).text
  const stood = [...form.matchAll(/name="stood" value="([^"]+)"/g)].map(([, id]) => id!)
  expect(stood.sort()).toEqual(['bryn', 'holly', 'upper-marsh'])
  const revised = await huw.post(`/actions/${action.id}/revisions`, { ...agreed, schools: 'glanwy', stood, version: 1 })
  const page = (await huw.get(revised.get('location')!)).text
  expect(page).toContain('stay on it, because something has been written, measured or judged there.')
  for (const id of ['bryn', 'holly', 'glanwy']) expect(page).toContain(`id="school-${id}"`)
  expect(page).not.toContain('id="school-upper-marsh"')
  expect((await huw.post(`/actions/${action.id}/schools/holly/removal`)).status).toBe(409)
})

test('a school of the group joins an action by writing on its card, and one that will not try it is taken off', async () => {
  const action = await putAction(world)
  const holly = `/actions/${action.id}/schools/holly`
  await world.as('maeve').post(holly, { adaptation: 'In the allotment', whatHappened: '', version: 0 })
  expect((await world.as('kasia').get(`/actions/${action.id}`)).text).toContain('In the allotment')
  expect((await world.as('maeve').post(`${holly}/removal`)).status).toBe(409)
  expect((await world.as('huw').post(`/actions/${action.id}/schools/bryn/removal`)).status).toBe(303)
  expect((await world.as('maeve').get(`/actions/${action.id}/schools/st-davids`)).status).toBe(404)
})

test('an action is completed and taken up again, removed and brought back', async () => {
  const action = await putAction(world, { action: 'Bird count at playtime' })
  const huw = world.as('huw')
  await huw.post(`/actions/${action.id}/completion`)
  expect((await huw.get('/groups/outdoors/actions?state=completed')).text).toContain('Bird count at playtime')
  await huw.post(`/actions/${action.id}/completion/end`)
  expect((await huw.get('/groups/outdoors/actions?state=completed')).text).not.toContain('Bird count at playtime')
  expect((await huw.get(`/actions/${action.id}/removal`)).status).toBe(200)
  await huw.post(`/actions/${action.id}/removal`)
  expect((await huw.get(`/actions/${action.id}`)).status).toBe(404)
  expect((await huw.get('/groups/outdoors/actions')).text).toContain('Bird count at playtime')
  await huw.post(`/actions/${action.id}/removal/end`)
  expect((await huw.get(`/actions/${action.id}`)).status).toBe(200)
})

test('someone comments beside an action', async () => {
  const action = await putAction(world)
  const said = { words: 'Who takes the register?', kind: 'comment' }
  expect((await world.as('eleri').post(`/actions/${action.id}/comments`, said)).status).toBe(303)
  expect((await world.as('kasia').get(`/actions/${action.id}`)).text).toContain('Who takes the register?')
  expect((await world.as('eleri').post(`/actions/${action.id}/comments`, { ...said, words: '' })).status).toBe(422)
})

test('an action whose last day is over asks whether it is done, and one press says so', async () => {
  const action = await putAction(world, { startsOn: '2026-01-12', endsOn: '2026-02-13' })
  const list = (await world.as('kasia').get('/groups/outdoors/actions')).text
  expect(list).toContain('its last day was 13 February 2026: is it done?')
  expect(list).toContain(`action="/actions/${action.id}/completion"`)
  expect((await world.as('kasia').get(`/actions/${action.id}`)).text).toContain('It is done: mark it as completed')
  await world.as('kasia').post(`/actions/${action.id}/completion`).expect(303)
  expect((await world.as('kasia').get(`/actions/${action.id}`)).text).not.toContain('is it done?')
})
