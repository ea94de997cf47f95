import { openFile } from '../../src/database.js'
import { folderStore } from '../../src/files/stores/folder.js'
import { sweepStore } from '../../src/files/sweeping.js'
import type { Installation } from './installation.js'
import { type Journey, journeys } from './journeys.js'

/** What was acknowledged, by the journey; and what was answered, for whoever looks why a test failed. */
export class Doing {
  private readonly acknowledged = new Map<Journey, number[]>(journeys.map(one => [one, []]))
  readonly answers = new Map<string, number[]>(journeys.map(one => [one.name, []]))
  private last = 0

  constructor(private readonly at: Installation) {}

  get count(): number {
    return [...this.acknowledged.values()].reduce((sum, numbers) => sum + numbers.length, 0)
  }

  /** Everybody does what they do so often, beside each other. @returns the statuses by journey, and how many of each were acknowledged */
  async each(times: number): Promise<Map<string, { statuses: number[]; done: number }>> {
    const all = await Promise.all(journeys.map(async one => [one.name, await this.one(one, times)] as const))
    return new Map(all)
  }

  /** The same until the workbench is gone. */
  async untilGone(): Promise<void> {
    await Promise.all(journeys.map(one => this.one(one, Infinity)))
  }

  /** @returns what is lost or half there now, of all journeys */
  lost(): string[] {
    return journeys.flatMap(one => one.lost(this.at, this.acknowledged.get(one)!))
  }

  private async one(journey: Journey, times: number): Promise<{ statuses: number[]; done: number }> {
    const statuses: number[] = []
    let done = 0
    for (let time = 0; time < times; time++) {
      const number = ++this.last
      const answer = await journey.deed(this.at, number)
      statuses.push(answer.status)
      this.answers.get(journey.name)!.push(answer.status)
      if (answer.done) done = this.acknowledged.get(journey)!.push(number)
      if (answer.status === 0 && times === Infinity) break
    }
    return { statuses, done }
  }
}

/** With the workbench stopped: what nothing speaks of is swept. @returns what then is still without its other half */
export async function halves(at: Installation): Promise<string[]> {
  const { db, engine } = openFile(at.file)
  try {
    const store = folderStore(at.uploads)
    await sweepStore(db, store, new Date(Date.now() + 60_000))
    const named = new Set(
      at
        .rows<Record<string, string | null>>(
          'select stored_as, small_as, middle_as, thumbnail_as from files where erased_at is null',
        )
        .flatMap(row => Object.values(row)),
    )
    const wrong: string[] = []
    for await (const { key } of store.keys()) if (!named.has(key)) wrong.push(`The bytes ${key} have no row.`)
    for (const key of named)
      if (key !== null && (await store.size(key)) === undefined) wrong.push(`The row of ${key} has no bytes.`)
    await engine.rest()
    return wrong
  } finally {
    await db.destroy()
  }
}
