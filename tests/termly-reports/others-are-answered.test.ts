import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { brought } from '../../src/rooms.js'
import { bringUpToDate } from '../../src/search/keeping.js'
import { beginAnew } from '../../src/search/renewing.js'
import { fillReport } from '../bench/a-large-report.js'
import { newWorld } from '../world.js'

// A report of 73 groups is composed for a second or more. What others ask for meanwhile is answered meanwhile: what they wait is held
// against how long it takes, since a machine that is busy makes both of them slower.

const world = newWorld()
const server = createServer(world.app)
const report = '/networks/hafren/reports/autumn-2026'

beforeAll(async () => {
  await fillReport(world.db, 73, 30)
  await beginAnew(world.db, brought.searchables)
  await bringUpToDate(world.db, brought.searchables)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
})
afterAll(() => {
  server.close()
})

test.each([report, `${report}/preview`])('while %s is composed, others are answered all the time', async address => {
  const { cookie, known } = world.as('nia')
  await known
  await asked(address, cookie)
  const began = performance.now()
  let [last, longest, isComposed] = [began, 0, false]
  const page = asked(address, cookie).finally(() => (isComposed = true))
  while (!isComposed) {
    expect((await asked('/healthz')).status).toBe(200)
    longest = Math.max(longest, performance.now() - last)
    last = performance.now()
  }
  const { status, words } = await page
  expect(status).toBe(200)
  expect(words).toContain('Reading together 72')
  expect(longest).toBeLessThan((last - began) / 3)
})

async function asked(address: string, cookie = ''): Promise<{ status: number; words: string }> {
  const { port } = server.address() as AddressInfo
  const answer = await fetch(`http://127.0.0.1:${port}${address}`, {
    headers: { Cookie: cookie, 'Sec-Fetch-Site': 'same-origin', Connection: 'close' },
  })
  return { status: answer.status, words: await answer.text() }
}
