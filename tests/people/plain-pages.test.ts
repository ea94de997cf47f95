import { expect, test } from 'vitest'
import { sweepPeople } from '../../src/people/sweeping.js'
import { whereFrom } from '../../src/web/where-from.js'
import { newWorld } from '../world.js'

const world = newWorld()

test.each(['/about', '/accessibility', '/privacy', '/sign-in', '/forgotten-password'])(
  '%s is open to everybody',
  async page => {
    expect((await world.stranger.get(page)).status).toBe(200)
    expect((await world.as('dilys').get(page)).status).toBeLessThan(400)
  },
)

test('only the head of a page can be asked for', async () => {
  const { default: request } = await import('supertest')
  const head = await request(world.app).head('/privacy')
  expect(head.status).toBe(200)
  expect(head.text).toBeFalsy()
})

test('what has served its time is swept away, and nothing else', async () => {
  const ago = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString()
  await world.db
    .insertInto('keptForms')
    .values([kept('old', ago(31)), kept('young', ago(29))])
    .execute()
  await world.db
    .insertInto('signInAttempts')
    .values([tried('old', ago(2)), tried('young', ago(0.5))])
    .execute()
  await world.db
    .insertInto('sessions')
    .values([session('old', ago(15)), session('young', ago(13))])
    .execute()
  await sweepPeople(world.db)
  for (const table of ['keptForms', 'signInAttempts'] as const) {
    expect((await world.db.selectFrom(table).select('id').execute()).map(row => row.id)).toEqual(['young'])
  }
  const sessions = await world.db.selectFrom('sessions').select('tokenHash').execute()
  expect(sessions.map(row => row.tokenHash)).toContain('young')
  expect(sessions.map(row => row.tokenHash)).not.toContain('old')
})

test('of an IPv6 address only the half counts that a provider gives out', () => {
  expect(whereFrom({ ip: '::ffff:192.0.2.7' })).toBe('192.0.2.7')
  expect(whereFrom({ ip: '2001:db8:1:2:3:4:5:6' })).toBe('2001:db8:1:2')
  expect(whereFrom({ ip: '2001:db8::6' })).toBe('2001:db8:0:0')
})

const kept = (id: string, keptAt: string) => ({
  id,
  personId: 'nia',
  address: '/',
  fields: '{}',
  keptAt,
  givenBackAt: null,
})
const tried = (id: string, failedAt: string) => ({ id, account: 'x', address: 'y', failedAt })
const session = (tokenHash: string, lastSeenAt: string) => ({
  tokenHash, personId: 'nia', startedAt: lastSeenAt, lastSeenAt, endedAt: null, notice: null,
}) // prettier-ignore
