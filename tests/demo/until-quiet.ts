import { setTimeout as pause } from 'node:timers/promises'
import type { DemoHouse } from './demo-house.js'

/** The index is made anew while the demo begins; nothing is counted before it is. */
export async function untilQuiet({ house: { db } }: DemoHouse): Promise<void> {
  const left = async () =>
    [
      await db.selectFrom('searchWaiting').select('kind').limit(1).execute(),
      await db.selectFrom('searchRebuilding').select('kind').limit(1).execute(),
      await db.selectFrom('factOutbox').select('factId').limit(1).execute(),
    ].flat().length
  while ((await left()) > 0) await pause(200)
}
