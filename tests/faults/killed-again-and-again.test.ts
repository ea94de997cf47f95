import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildOnce } from '../built-once.js'
import { Doing, halves } from './doing.js'
import { Installation } from './installation.js'
import { prepare } from './journeys.js'

const at = new Installation()
const doing = new Doing(at)

beforeAll(buildOnce, 300_000)
afterAll(() => at.leave())

/** What follows from a deed that nobody was told of, such as its line in the journal, follows once the workbench is there again. */
const patience = { timeout: 60_000 }

/** After how many acknowledged deeds, and how many milliseconds more, it is killed: drawn once, so that each run is the same. */
const kills: [deeds: number, milliseconds: number][] = [
  [9, 3],
  [5, 17],
  [12, 41],
  [7, 8],
]

test(
  'killed again and again in the middle of six journeys, it loses nothing that it acknowledged',
  { timeout: 600_000 },
  async () => {
    await at.start()
    await prepare(at)
    for (const [deeds, milliseconds] of kills) {
      const before = doing.count
      const people = doing.untilGone()
      while (doing.count < before + deeds) await new Promise(resolve => setTimeout(resolve, 2))
      await new Promise(resolve => setTimeout(resolve, milliseconds))
      await at.kill()
      await people
      await at.start()
      await expect.poll(() => doing.lost(), patience).toEqual([])
    }
    const [...after] = await doing.each(1)
    expect(after.filter(([, { done }]) => done === 0)).toEqual([])
    await expect.poll(() => doing.lost(), patience).toEqual([])
    await at.kill()
    expect(at.lookedThrough()).toMatch(/^Everything is as it was kept/)
    expect(await halves(at)).toEqual([])
  },
)
