import { afterEach, describe, expect, test } from 'vitest'
import { readEnvironment } from '../../src/environment.js'
import { onThisMachine } from '../../src/trusted-proxy.js'
import { newWorld } from '../world.js'

const world = newWorld()
afterEach(() => void world.app.set('trust proxy', onThisMachine))

/** Somebody opens a link to a dossier, and the web server in front says where they are. */
const open = (from: string) => world.stranger.get('/dossiers/no-such-link').set('X-Forwarded-For', from)

async function statuses(times: number, from: (time: number) => string): Promise<Set<number>> {
  const found = new Set<number>()
  for (let time = 0; time < times; time++) found.add((await open(from(time))).status)
  return found
}

describe('behind a web server on the same machine', () => {
  test('sixty people who open a dossier within a minute are not counted as one', async () => {
    expect(await statuses(60, time => `192.0.2.${time}`)).toEqual(new Set([404]))
  })

  test('whoever tries links one after another is told when to come back, whatever else they say of themselves', async () => {
    expect(await statuses(40, time => `10.0.0.${time}, 198.51.100.7`)).toEqual(new Set([404]))
    const refused = await open('10.0.0.99, 198.51.100.7')
    expect([refused.status, refused.text.includes('That is many requests from one place')]).toEqual([429, true])
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(50)
  })
})

test('where no web server is trusted, nobody’s word about where they are is taken', async () => {
  world.app.set('trust proxy', false)
  expect(await statuses(45, time => `203.0.113.${time}`)).toEqual(new Set([404, 429]))
})

describe('TRUST_PROXY', () => {
  test.each([
    [undefined, ['loopback']],
    ['', ['loopback']],
    ['none', false],
    ['1', 1],
    ['10.0.0.2, 10.1.0.0/16', ['10.0.0.2', '10.1.0.0/16']],
    ['loopback, fd00::/8', ['loopback', 'fd00::/8']],
  ])('of %s is understood', (words, trusted) => {
    expect(readEnvironment({ TRUST_PROXY: words }).trustedProxy).toEqual(trusted)
  })

  test.each(['true', '0', '10.0.0.2/33', '10.0.0.2/0', 'proxy.example.org', '10.0.0.2,', '::1/129'])(
    'of %s is refused in a sentence',
    words => {
      expect(() => readEnvironment({ TRUST_PROXY: words })).toThrow(/^TRUST_PROXY must be none, loopback, /)
    },
  )
})
