import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../../src/root.js'
import { newWorld } from '../world.js'

const world = newWorld()
const photo = join(root, 'src/demo/material/files', photoName())

function photoName(): string {
  return readdirSync(join(root, 'src/demo/material/files')).find(name => name.endsWith('.jpg'))!
}

async function acceptedAtWeir(): Promise<string> {
  const words = { recommendation: 'Ten minutes a day', reasons: 'Children named it.', releaseDays: '1', cost: 'Books' }
  const made = await world.as('sam').post('/groups/reading/recommendations', words).expect(303)
  const address = String(made.headers.location)
  await world
    .as('sadia')
    .post(`${address}/sending`, { schools: ['weir'] })
    .expect(303)
  const answer = { answer: 'accept', reason: 'Yes', reviewOn: '2027-06-01', version: 1 }
  await world.as('imran').post(`${address}/responses/weir`, answer).expect(303)
  return address
}

test('a form sent by a script is told in JSON what is to be mended, and where to go on', async () => {
  const address = await acceptedAtWeir()
  const inPlace = { adoption: 'in place', inPlaceOn: '2026-11-02', whatCanBeSeen: 'A basket of books', version: '2' }
  const send = (more: object) =>
    world
      .as('imran')
      .send(`${address}/responses/weir/adoption`)
      .set('Accept', 'application/json')
      .field({ ...inPlace, ...more })
      .attach('files', photo)
  const without = await send({})
  expect(without.status).toBe(422)
  expect(without.body).toMatchObject({ errors: { alt: expect.stringContaining('what the picture shows') as string } })
  const told = await send({ alt: 'A basket of books' })
  expect(told.status).toBe(201)
  expect(told.body).toEqual({ location: address })
  expect(told.headers.location).toBe(address)
  const late = await send({ alt: 'A basket of books' })
  expect(late.status).toBe(409)
  expect((late.body as { message: string }).message).toContain('somebody has changed this meanwhile')
})

test.each([
  ['/groups/reading/recommendations', {}],
  ['/groups/reading/claims', {}],
  ['/groups/reading/actions', { title: '' }],
  ['/groups/reading/evidence', {}],
])('what is refused at %s is told to a script in JSON, and to a person as a page', async (address, fields) => {
  const script = await world.as('sadia').post(address, fields).set('Accept', 'application/json')
  expect(script.status).toBe(422)
  expect(script.type).toBe('application/json')
  expect(Object.keys((script.body as { errors: object }).errors).length).toBeGreaterThan(0)
  const person = await world.as('sadia').post(address, fields)
  expect(person.status).toBe(422)
  expect(person.type).toBe('text/html')
})

test('a script that sends a form twice is told twice where it led, and it was done once', async () => {
  const fields = { claim: 'Comics begin it', strength: 'a hunch', sureBecause: 'Two of us saw it', whatWouldChange: '' }
  const send = () =>
    world
      .as('sam')
      .post('/groups/reading/claims', { ...fields, once: 'a-key-for-one-claim-only' })
      .set('Accept', 'application/json')
  const [first, second] = [await send(), await send()]
  expect(first.status).toBe(201)
  expect(second.body).toEqual(first.body)
})

test('no script of our pages reads a form’s address or manner by its property, which a field of that name takes over', () => {
  const folder = join(root, 'src/look/browser')
  const scripts = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.ts'))
  const wrong = scripts.filter(name =>
    /\b[fF]orm\.(?:action|method|id|name|target)\b/.test(readFileSync(join(folder, name), 'utf8')),
  )
  expect(wrong).toEqual([])
})
