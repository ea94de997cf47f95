import { describe, expect, test } from 'vitest'
import { newWorld } from '../world.js'
import { inDays, usualCircles } from './meeting.js'

const world = newWorld()
const own = {
  kind: 'breakfast',
  name: 'Breakfast by the weir',
  purpose: 'Three schools talk over toast.',
  rhythm: 'First Friday',
}

describe('an empty network', () => {
  test('is offered the usual circles, and its leader sets them up in one press', async () => {
    expect((await world.as('nia').get('/networks/hafren/meetings')).text).toContain('Set up the usual circles')
    expect((await world.as('sam').get('/networks/hafren/meetings')).text).not.toContain('Set up the usual circles')
    expect((await world.as('sam').post('/networks/hafren/circles/usual')).status).toBe(403)
    const { strategic } = await usualCircles(world)
    const page = (await world.as('sam').get(`/circles/${strategic}`)).text
    for (const head of ['Mair Llwyd', 'Imran Siddiqui', 'Nia Prŷs']) expect(page).toContain(head)
    expect(page).not.toContain('Sadia Qureshi')
  })
})

describe('a circle that somebody founds', () => {
  let circle = ''

  test('keeps every word when something is missing', async () => {
    const page = await world.as('sam').post('/networks/hafren/circles', { ...own, name: '', kind: 'nonsense' })
    expect(page.status).toBe(422)
    expect(page.text).toContain('Give the circle a name')
    expect(page.text).toContain('Three schools talk over toast.')
  })

  test('has its founder in it, and whoever holds a role that it follows', async () => {
    const made = await world.as('sam').post('/networks/hafren/circles', { ...own, roles: ['co-leader~language'] })
    circle = made.headers.location!
    const page = (await world.as('sam').get(circle)).text
    expect(page).toContain('Sam O’Neill')
    expect(page).toContain('Tomasz Wójcik')
    expect(page).not.toContain('Mair Llwyd')
  })

  test('is looked after by those in it, and by nobody else as long as they are not', async () => {
    for (const person of ['sadia', 'imran', 'nia'])
      expect((await world.as(person).post(circle, { ...own })).status).toBe(403)
    await world
      .as('sam')
      .post(circle, { ...own, open: 'yes', chair: 'tomasz', roles: ['co-leader~language'] })
      .expect(303)
    expect((await world.as('sam').post(circle, own)).status).toBe(403)
    expect((await world.as('sam').get(circle)).text).toContain('Tomasz Wójcik chairs it')
  })

  test('can be joined where it is open, and left', async () => {
    await world.as('kasia').post(`${circle}/joining`).expect(303)
    expect((await world.as('sam').get(circle)).text).toContain('Kasia')
    await world.as('kasia').post(`${circle}/leaving`).expect(303)
    expect((await world.as('sam').get(circle)).text).not.toContain('Kasia')
  })

  test('is not for a head’s governor, until they are invited', async () => {
    expect((await world.as('dilys').get(circle)).status).toBe(404)
    expect((await world.as('dilys').get('/networks/hafren/circles')).status).toBe(404)
    expect((await world.as('tomasz').get(`${circle}/people?find=dilys`)).text).toContain('Dilys Prosser')
    await world.as('tomasz').post(`${circle}/people`, { person: 'dilys' }).expect(303)
    expect((await world.as('dilys').get(circle)).status).toBe(200)
    expect((await world.as('dilys').get('/networks/hafren/meetings')).status).toBe(200)
    expect((await world.as('dilys').get(`${circle}/terms`)).text).not.toContain('data-saved-text')
  })

  test('takes in several people in one press, who are offered by name', async () => {
    const { text } = await world.as('tomasz').get(`${circle}/people`)
    expect(text).toContain('Zofia Łukasik')
    expect(text).not.toContain('value="dilys"')
    await world
      .as('tomasz')
      .post(`${circle}/people`, { person: ['zofia', 'gwen'] })
      .expect(303)
    const after = (await world.as('tomasz').get(`${circle}/people?find=zofia`)).text
    expect(after).toContain('In it already: Zofia Łukasik')
    await world
      .as('tomasz')
      .post(`${circle}/people`, { person: ['huw', 'ruth'] })
      .expect(404)
    expect((await world.as('tomasz').get(circle)).text).not.toContain('Huw ap Siôn')
  })

  test('takes nobody from another network', async () => {
    expect((await world.as('tomasz').post(`${circle}/people`, { person: 'ruth' })).status).toBe(404)
    expect((await world.as('tomasz').get(`${circle}/people?find=ruth`)).text).toContain('Nobody of the network')
  })

  test('is unknown to another network, to administrators and to those who are not signed in', async () => {
    for (const person of ['ruth', 'marek', 'alex', 'fiona'])
      for (const address of [circle, `${circle}/terms`, '/networks/hafren/circles', '/networks/hafren/decisions'])
        expect({ person, address, status: (await world.as(person).get(address)).status }).toEqual({
          ...{ person, address },
          status: 404,
        })
    expect((await world.stranger.get(circle)).status).toBe(303)
  })

  test('whoever follows by a role and leaves stays out, and can be invited back', async () => {
    const { strategic } = Object.fromEntries(
      (await world.db.selectFrom('circles').select(['id', 'kind']).execute()).map(row => [row.kind, row.id]),
    ) as { strategic: string }
    await world.as('imran').post(`/circles/${strategic}/leaving`).expect(303)
    expect((await world.as('nia').get(`/circles/${strategic}`)).text).not.toContain('Imran')
    await world.as('nia').post(`/circles/${strategic}/people`, { person: 'imran' }).expect(303)
    expect((await world.as('nia').get(`/circles/${strategic}`)).text).toContain('Imran')
  })

  test('closes with a reason, and opens again', async () => {
    expect((await world.as('tomasz').post(`${circle}/closing`, { because: '' })).status).toBe(422)
    await world.as('tomasz').post(`${circle}/closing`, { because: 'The café closed.' }).expect(303)
    expect((await world.as('sam').get(circle)).text).toContain('The café closed.')
    expect((await world.as('sam').get(`${circle}/meetings/new`)).status).toBe(403)
    await world.as('tomasz').post(`${circle}/reopening`).expect(303)
    expect((await world.as('sam').get(`${circle}/meetings/new`)).status).toBe(200)
  })
})

test('a group’s own circle is called as the group is, also once the group is called something else', async () => {
  const made = await world.as('sadia').post('/groups/reading/meetings').expect(303)
  const circle = made.headers.location!.replace('/meetings/new', '')
  const page = await world.as('sadia').get('/groups/reading/details')
  const was = unescaped(/name="was" value="([^"]*)"/.exec(page.text)![1]!)
  const words = { was, name: 'Books they choose', why: 'To see what is chosen.', theme: 'language' }
  await world.as('sadia').post('/groups/reading/details', words).expect(303)
  await world.posted()
  expect((await world.as('sam').get(circle)).text).toContain('Books they choose')
  expect((await world.as('sam').get('/search?q=books+they+choose')).text).toContain(circle)
})

function unescaped(value: string): string {
  return value.replaceAll('&#34;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&')
}

describe('terms of reference', () => {
  test('are worded by the circle, agreed with a day, and a new wording needs agreeing again', async () => {
    const circle = (
      await world.as('sam').post('/networks/hafren/circles', { ...own, name: 'Terms', roles: ['co-leader~'] })
    ).headers.location!
    const id = circle.split('/').at(-1)
    const text = `/texts/circle-terms/${id}/terms`
    expect((await world.as('kasia').post(text, { body: 'Ours', version: 0 })).status).toBe(404)
    await world.as('sam').post(text, { body: 'We meet **fasting**.', version: 0 }).expect(303)
    expect((await world.as('kasia').get(`${circle}/terms`)).text).not.toContain('fasting')
    const tomorrow = await world.as('sam').post(`${circle}/terms/agreement`, { agreedOn: inDays(1) })
    expect(tomorrow.status).toBe(422)
    await world
      .as('sam')
      .post(`${circle}/terms/agreement`, { agreedOn: inDays(0) })
      .expect(303)
    expect((await world.as('kasia').get(`${circle}/terms`)).text).toContain('<strong>fasting</strong>')
    expect((await world.as('sam').post(`${circle}/terms/agreement`, { agreedOn: inDays(0) })).status).toBe(409)
    await world.as('tomasz').post(text, { body: 'We meet over toast.', version: 1 }).expect(303)
    expect((await world.as('kasia').get(`${circle}/terms`)).text).not.toContain('over toast')
    expect((await world.as('sam').get(`${circle}/terms`)).text).toContain('The circle agreed this wording')
  })
})
