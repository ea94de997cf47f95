import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildOnce } from '../built-once.js'
import { Doing, halves } from './doing.js'
import { Installation } from './installation.js'
import { prepare } from './journeys.js'
import { makeImage, mayMountImages, mountImage } from './mounting.js'

// Skipped where a test may not mount an image: what-the-machine-does.test.ts shows there that no deed is acknowledged before its fsync.
describe.runIf(mayMountImages)('the power is cut', { timeout: 600_000 }, () => {
  const home = mkdtempSync(join(tmpdir(), 'workbench-power-'))
  const [image, disk] = [join(home, 'image'), join(home, 'disk')]
  let at: Installation
  let unmount: () => void

  beforeAll(async () => {
    buildOnce()
    // More than is kept free for words; what is empty takes no room.
    makeImage(image, 800)
    unmount = mountImage(image, disk)
    at = new Installation(disk)
    await at.start()
    await prepare(at)
  }, 600_000)
  afterAll(async () => {
    await at.kill()
    unmount()
    rmSync(home, { recursive: true, force: true, maxRetries: 5 })
  })

  test('in the middle of six journeys: of what stood on the disk, journal and all, nothing acknowledged is missing', async () => {
    const doing = new Doing(at)
    expect([...(await doing.each(1))].filter(([, { done }]) => done === 0)).toEqual([])
    const people = doing.untilGone()
    const before = doing.count
    while (doing.count < before + 10) await new Promise(resolve => setTimeout(resolve, 2))
    at.running!.process.kill('SIGSTOP')
    // What was answered before arrives; what was only in memory is in no copy of the disk.
    await new Promise(resolve => setTimeout(resolve, 300))
    copyAtRest(image, `${image}.cut`)
    await at.kill()
    await people
    unmount()
    renameSync(`${image}.cut`, image)
    unmount = mountImage(image, disk)

    await at.start()
    await expect.poll(() => doing.lost(), { timeout: 60_000 }).toEqual([])
    expect([...(await doing.each(1))].filter(([, { done }]) => done === 0)).toEqual([])
    await expect.poll(() => doing.lost(), { timeout: 90_000 }).toEqual([])
    await at.kill()
    expect(at.lookedThrough()).toMatch(/^Everything is as it was kept/)
    expect(await halves(at)).toEqual([])
  })
})

/** Until the copy is as the disk still is: it may just be writing its journal. */
function copyAtRest(from: string, to: string): void {
  for (let tries = 0; tries < 50; tries++) {
    execFileSync('cp', ['--sparse=always', from, to])
    if (spawnSync('cmp', ['-s', from, to]).status === 0) return
  }
  throw new Error('The disk did not come to rest.')
}
