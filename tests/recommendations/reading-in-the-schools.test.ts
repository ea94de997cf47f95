import { expect, test } from 'vitest'
import { newWorld } from '../world.js'

// A recommendation of the group “reading” goes to Holly Bank, whose head is Carys and where Maeve works, to Weir Lane and to
// Ysgol y Bryn. None of them but those in the group have read anything of it before.
const world = newWorld()
const words = { recommendation: 'Let children choose who reads with them', reasons: 'They named it themselves.' }
const answer = { answer: 'adapt', reason: 'Only in the upper classes', reviewOn: '2027-06-01', version: 1 }

async function sent(schools: string[]) {
  const address = (await world.as('sam').post('/groups/reading/recommendations', words)).headers.location as string
  await world.as('sadia').post(`${address}/sending`, { schools }).expect(303)
  return address
}
const inPlace = (person: string, address: string, school: string) =>
  world
    .as(person)
    .send(`${address}/responses/${school}/adoption`)
    .field({
      adoption: 'in place',
      inPlaceOn: '2026-11-02',
      whatCanBeSeen: 'A choosing board by the door',
      version: '2',
    })
    .expect(303)

test('whoever works in a school reads what was recommended to it, and where it is in place, but not what heads answered', async () => {
  const address = await sent(['holly', 'weir'])
  await world.as('carys').post(`${address}/responses/holly`, answer).expect(303)
  const before = await world.as('maeve').get(address)
  expect(before.status).toBe(200)
  expect(before.text).toContain('They named it themselves.')
  expect(before.text).not.toContain('Only in the upper classes')
  await world
    .as('imran')
    .post(`${address}/responses/weir`, { ...answer, reason: 'Gladly' })
    .expect(303)
  await inPlace('imran', address, 'weir')
  const page = await world.as('maeve').get(address)
  expect(page.text).toContain('A choosing board by the door')
  expect(page.text).toContain('To visit, ask Imran Siddiqui, head')
  expect(page.text).not.toContain('Gladly')
  for (const outsider of ['alys', 'dilys', 'ruth', 'alex'])
    expect((await world.as(outsider).get(address)).status).toBe(404)
  expect((await world.as('maeve').get(`${address}/responses/holly`)).status).toBe(404)
  await world.following.settled()
  expect((await world.as('maeve').get('/search?q=choose')).text).toContain(address)
  expect((await world.as('alys').get('/search?q=choose')).text).not.toContain(address)
})

test('a head finds what is owed, promised and in place at her school, and how others did', async () => {
  const [owed, promised] = [await sent(['bryn']), await sent(['bryn', 'weir'])]
  await world.as('mair').post(`${promised}/responses/bryn`, answer).expect(303)
  await world.as('imran').post(`${promised}/responses/weir`, answer).expect(303)
  await inPlace('imran', promised, 'weir')
  for (const address of [
    '/networks/hafren/recommendations',
    '/networks/hafren/schools/bryn',
    '/networks/hafren/schools/bryn/recommendations',
  ]) {
    const { text, status } = await world.as('mair').get(address)
    expect(status, text).toBe(200)
    const places = ['Waiting for an answer', owed, 'Promised', promised].map(word => text.indexOf(word))
    expect(places, address).toEqual([...places].sort((one, other) => one - other))
    expect(places[0], address).toBeGreaterThan(0)
    expect(text).toContain('Accepted with changes on')
    expect(text).toContain('to look at again on 1 June 2027')
    expect(text).toContain('In place at 1 other school')
    expect(text).toContain('A choosing board by the door')
  }
  expect((await world.as('mair').get('/')).text).toContain('Recommended to Ysgol y Bryn')
})

test('what a school answered is not told to the colleagues of another', async () => {
  const address = await sent(['bryn', 'holly'])
  await world.as('mair').post(`${address}/responses/bryn`, answer).expect(303)
  const school = await world.as('maeve').get('/networks/hafren/schools/bryn/recommendations')
  expect(school.status).toBe(200)
  expect(school.text).not.toContain(address)
  expect((await world.as('ruth').get('/networks/hafren/schools/bryn/recommendations')).status).toBe(404)
})

test('leaders of the network find their own school first in the table of all schools', async () => {
  const { text } = await world.as('nia').get('/networks/hafren/recommendations')
  const heads = [...text.matchAll(/<th scope="col">([^<]+)<\/th>/g)].map(found => found[1])
  expect(heads.slice(0, 2)).toEqual(['Recommendation', 'Ysgol y Bryn'])
  expect(heads.slice(2)).toEqual([...heads.slice(2)].sort((one, other) => one!.localeCompare(other!, 'cy')))
})
