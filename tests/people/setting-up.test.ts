import { beforeEach, expect, test, vi } from 'vitest'
import { printSetupCode } from '../../src/people/signing-in/setup-code.js'
import { newWorld } from '../world.js'
import { ownBrowser } from './own-browser.js'

const world = newWorld()
const form = { name: 'Alex Thorne', email: 'first@schools.example', password: 'a kettle full of geese' }

beforeEach(async () => {
  await world.db.updateTable('people').set({ administratorSince: null }).execute()
  await world.db.deleteFrom('signInAttempts').execute()
})

test('the code that was printed makes the first administrator, once, who goes on to make a network', async () => {
  const code = await printed()
  const browser = ownBrowser(world)
  expect((await browser.get('/setup')).text).toContain('Setup code')
  const answer = await browser.post('/setup', { ...form, code: ` ${code.toUpperCase()} ` })
  expect(answer.status).toBe(303)
  expect(answer.headers.location).toBe('/networks/new')
  expect((await browser.get('/administration')).status).toBe(200)
  expect((await world.stranger.get('/setup')).status).toBe(404)
  expect((await world.stranger.post('/setup', { ...form, email: 'second@schools.example', code })).status).toBe(404)
  const [stored] = await world.db.selectFrom('settings').selectAll().where('key', '=', 'setup-code').execute()
  expect(stored).toBeUndefined()
})

test('a wrong code keeps the words, and guessing is slowed', async () => {
  await printed()
  const browser = ownBrowser(world, '192.0.2.20')
  const wrong = await browser.post('/setup', { ...form, email: 'x@schools.example', code: 'abcd-efgh-jkmn' })
  expect(wrong.status).toBe(422)
  expect(wrong.text).toContain('This is not the code')
  expect(wrong.text).toContain('value="x@schools.example"')
  for (let time = 0; time < 3; time++) await browser.post('/setup', { ...form, code: 'abcd-efgh-jkmn' })
  expect((await browser.post('/setup', { ...form, code: 'abcd-efgh-jkmn' })).status).toBe(429)
})

test('every start prints a new code, and only its hash is stored', async () => {
  const [first, second] = [await printed(), await printed()]
  expect(first).not.toBe(second)
  const rows = await world.db.selectFrom('settings').selectAll().where('key', '=', 'setup-code').execute()
  expect(rows).toHaveLength(1)
  expect(rows[0]!.value).toMatch(/^[0-9a-f]{64}$/)
  const late = await ownBrowser(world, '192.0.2.21').post('/setup', {
    ...form,
    email: 'y@schools.example',
    code: first,
  })
  expect(late.status).toBe(422)
})

test('two who press at once make one administrator', async () => {
  const code = await printed()
  const both = await Promise.all(
    ['one', 'two'].map((who, place) =>
      ownBrowser(world, `192.0.2.3${place}`).post('/setup', { ...form, email: `${who}@schools.example`, code }),
    ),
  )
  expect(both.map(answer => answer.status).sort()).toEqual([303, 409])
})

test('once there is an administrator, nothing is printed', async () => {
  await world.db.updateTable('people').set({ administratorSince: '2026-01-01' }).where('id', '=', 'alex').execute()
  const said = vi.spyOn(process.stdout, 'write').mockReturnValue(true)
  await printSetupCode(world.db, 'http://localhost:3000')
  expect(said).not.toHaveBeenCalled()
  said.mockRestore()
})

async function printed(): Promise<string> {
  const said = vi.spyOn(process.stdout, 'write').mockReturnValue(true)
  await printSetupCode(world.db, 'http://localhost:3000')
  const words = said.mock.calls.map(call => String(call[0])).join('')
  said.mockRestore()
  expect(words).toContain('http://localhost:3000/setup')
  return /([a-z0-9]{4}-){2}[a-z0-9]{4}/.exec(words)![0]
}
