import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildOnce } from '../built-once.js'
import { Doing, halves } from './doing.js'
import { Installation } from './installation.js'
import { journeys, prepare } from './journeys.js'
import { fillDisk, mayMount, mountSmallDisk } from './mounting.js'

/** SQLite writes in its log again and again before it asks the disk for more. */
const rounds = 60

// Skipped where a test may not mount a disk of its own: tests/house/a-full-disk.test.ts tells there what each page says.
describe.runIf(mayMount)('on a disk that is really full', { timeout: 600_000 }, () => {
  const home = mkdtempSync(join(tmpdir(), 'workbench-full-'))
  const [disk, files] = [join(home, 'disk'), join(home, 'uploads')]
  let at: Installation
  let doing: Doing
  let unmount: () => void

  beforeAll(async () => {
    buildOnce()
    unmount = mountSmallDisk(disk, 48)
    at = new Installation(disk, files)
    doing = new Doing(at)
    await at.start()
    await prepare(at)
    await doing.each(1)
  }, 600_000)
  afterAll(async () => {
    await at.kill()
    unmount()
    rmSync(home, { recursive: true, force: true, maxRetries: 5 })
  })

  test('every one of six journeys is refused in a sentence, goes on once there is room, and is never half done', async () => {
    const free = fillDisk(disk)
    const met = new Map(journeys.map(one => [one.name, new Set<number>()]))
    for (let round = 0; round < rounds && [...met.values()].some(statuses => !statuses.has(507)); round++)
      for (const [name, { statuses }] of await doing.each(1)) statuses.forEach(status => met.get(name)!.add(status))
    for (const [name, statuses] of met) {
      expect([name, [...statuses]]).toEqual([name, expect.arrayContaining([507])])
      expect([name, [...statuses].filter(status => ![303, 200, 201, 507].includes(status))]).toEqual([name, []])
    }

    free()
    await expect.poll(() => doing.lost(), { timeout: 90_000 }).toEqual([])
    const after = await doing.each(1)
    expect([...after].filter(([, { done }]) => done === 0)).toEqual([])
    await expect.poll(() => doing.lost(), { timeout: 90_000 }).toEqual([])
    await at.kill()
    expect(at.lookedThrough()).toMatch(/^Everything is as it was kept/)
    expect(await halves(at)).toEqual([])
  })
})
