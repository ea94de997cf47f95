import request from 'supertest'
import { expect, test } from 'vitest'
import { confirmedBy } from '../people/second-person.js'
import { newWorld } from '../world.js'

const world = newWorld()
const passphrase = 'four quiet herons walk'
const naming = '/networks/hafren/schools/weir/data-leads'
let key = ''

test('a passphrase cannot be guessed: after four wrong ones each must wait, also after a restart, and it is seen', async () => {
  key = (await world.as('sam').post('/groups/reading/keys', { passphrase })).headers.location!
  await world.as('sam').post(`${key}/openings`, { because: 'To give codes', passphrase }).expect(303)
  await world.as('sam').post(`${key}/pupils`, { name: 'Ozoemena Hughes', also: '', year: '', notes: '' }).expect(303)
  await world.as('sam').post(`${key}/closing`)
  const sam = world.as('sam')
  const guess = (words: string) => sam.post(`${key}/openings`, { because: 'To look', passphrase: words })
  // It remembers none of the tries, and is made before them: to wait for it could be to wait long enough.
  const restarted = world.anew()
  for (let at = 0; at < 4; at++) expect((await guess('wrong wrong wrong')).text).toContain('That is not the passphrase')
  expect((await guess('wrong wrong wrong')).text).toContain('many tries in a row')
  const right = await request(restarted)
    .post(`${key}/openings`)
    .set('Cookie', sam.cookie)
    .set('Sec-Fetch-Site', 'same-origin')
    .set('Accept', 'text/html')
    .type('form')
    .send({ because: 'To look', passphrase })
  expect(right.status).toBe(422)
  expect(right.text).toContain('many tries in a row')
  expect(right.text).not.toContain(passphrase)
  await world.db
    .updateTable('signInAttempts')
    .set({ failedAt: new Date(Date.now() - 120_000).toISOString() })
    .execute()
  await guess(passphrase).expect(303)
  const page = await sam.get(key)
  expect(page.text).toContain('A wrong passphrase. It stayed closed.')
  await sam.post(`${key}/passphrase`, { passphrase: 'short' }).expect(422)
  await sam.post(`${key}/passphrase`, { passphrase: 'nine slow swifts turn' }).expect(303)
})

test('only the head names the data lead of a school; a network leader where there is no head', async () => {
  expect((await world.as('nia').get(naming)).text).toContain('names the data lead. Nobody else does')
  expect((await world.as('nia').post(naming, { person: 'zofia' })).status).toBe(403)
  expect((await world.as('sam').post(naming, { person: 'sam' })).status).toBe(403)
  expect((await world.as('sadia').get(naming)).status).toBe(404)
  expect((await world.as('imran').post(naming, { person: 'sadia' })).status).toBe(422)
  const roles = await world
    .as('nia')
    .post('/networks/hafren/people/zofia/roles', { role: 'data lead', school: 'weir', theme: '' })
  expect(roles.status).toBe(422)
  await world.as('imran').post(naming, { person: 'zofia' }).expect(303)
  await confirmedBy(world, 'rhian', 'zofia')
  const { id } = await world.db
    .selectFrom('networkRoles')
    .select('id')
    .where('role', '=', 'data lead')
    .executeTakeFirstOrThrow()
  expect((await world.as('nia').post(`/networks/hafren/people/zofia/roles/${id}/end`)).status).toBe(403)
  expect((await world.as('zofia').get(key)).status).toBe(200)
  await world.as('imran').post(`${naming}/${id}/ending`).expect(303)
  expect((await world.as('zofia').get(key)).status).toBe(404)

  const headless = { role: 'headteacher', schoolId: 'weir' } as const
  const heads = world.db.updateTable('networkRoles').where('role', '=', headless.role).where('schoolId', '=', 'weir')
  await heads.set({ endedAt: '2026-11-01T00:00:00.000Z' }).execute()
  expect((await world.as('nia').get(naming)).text).toContain('no head on the workbench, so a network leader')
  await world.as('nia').post(naming, { person: 'nobody' }).expect(422)
  await heads.set({ endedAt: null }).execute()
})

test('before leaving, the owner hands the key on', async () => {
  expect((await world.as('sam').get('/groups/reading/leaving')).text).toContain('Hand on the key of Weir Lane')
  expect((await world.as('sam').post(`${key}/handover`, { to: 'sadia' })).status).toBe(422)
  await world.as('sam').post(`${key}/handover`, { to: 'zofia' }).expect(303)
  expect((await world.as('sam').get(key)).status).toBe(404)
  expect((await world.as('sam').get('/groups/reading/leaving')).text).not.toContain('Hand on the key')
  expect((await world.as('zofia').get(key)).status).toBe(200)
})

test('a key whose owner has left is read by nobody, and waits for a data lead, who takes it over with everything in it', async () => {
  expect((await world.as('zofia').get('/groups/reading/leaving')).text).toContain('nobody can open it until its head')
  await world.as('zofia').post('/groups/reading/leaving').expect(303)
  for (const person of ['zofia', 'sam', 'sadia', 'imran', 'nia', 'alex'])
    expect([person, (await world.as(person).get(key)).status]).toEqual([person, 404])
  const keys = await world.as('sadia').get('/groups/reading/keys')
  expect(keys.text).toContain('Nobody can open it now, and nothing of it is lost')
  expect((await world.as('imran').get('/')).text).toContain('Name a data lead')
  expect((await world.as('nia').get('/')).text).not.toContain('Name a data lead')
  await world.as('imran').post(naming, { person: 'sam' }).expect(303)
  expect((await world.as('imran').get('/')).text).not.toContain('Name a data lead')
  await confirmedBy(world, 'zofia', 'sam')
  expect((await world.as('sam').get(`${key}/handover`)).text).toContain('Take the key over')
  await world.as('sam').post(`${key}/takeovers`, { because: 'Whoever knew the passphrase has left' }).expect(303)
  const { id } = await world.db.selectFrom('graveActs').select('id').executeTakeFirstOrThrow()
  await world.as('imran').post(`/grave-acts/${id}/agreement`).expect(303)
  expect((await world.as('sam').post(`${key}/owner`, { passphrase: 'two brown wrens sing' })).status).toBe(422)
  await world.db.updateTable('graveActs').set({ notBefore: '2026-01-02T00:00:00.000Z', ripeWhenRan: 0 }).execute()
  await world.as('sam').post(`${key}/owner`, { passphrase: 'two brown wrens sing' }).expect(303)
  const open = { because: 'I look after it now', passphrase: 'two brown wrens sing' }
  await world.as('sam').post(`${key}/openings`, open).expect(303)
  expect((await world.as('sam').get(key)).text).toContain('Ozoemena Hughes')
})
