import { totalmem } from 'node:os'
import { whatIsNotReady } from '../backups/being-ready.js'
import { workNow } from '../heavy/at-once.js'
import type { House } from '../house.js'
import { version } from '../version.js'

/** How this instance stands at the moment. */
export interface Standing {
  /** What `/readyz` would say is wrong, or null. */
  problem: string | null
  version: string
  node: string
  startedAt: string
  engine: House['engine']['kind']
  /** Whether it is the one that posts letters and follows deeds for all. */
  leads: boolean
  /** Bytes of this program in memory, and of the machine or what it is held to. */
  memory: { held: number; of: number }
  /** Bytes that may still come where files are received. */
  freeBytes: number
  heavy: ReturnType<typeof workNow>
}

export async function standingOf(house: House): Promise<Standing> {
  const [problem, leads, freeBytes] = await Promise.all([
    whatIsNotReady(house),
    house.engine.leads(),
    house.store.freeBytes(),
  ])
  return {
    problem: problem ?? null,
    version,
    node: process.versions.node,
    startedAt: new Date(Date.now() - process.uptime() * 1000).toISOString(),
    engine: house.engine.kind,
    leads,
    memory: { held: process.memoryUsage.rss(), of: Math.min(totalmem(), process.constrainedMemory() || Infinity) },
    freeBytes,
    heavy: workNow(),
  }
}
