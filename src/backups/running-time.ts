import type { Db } from '../database.js'
import { noteUpkeep, upkeepNoted } from './upkeep.js'

/**
 * For how many seconds the workbench has run, all its starts together, by a clock that nobody can set. What waits before it is
 * erased waits by this one too, so that a date that is wrong by a year erases nothing (docs/decisions/erasing-waits.md).
 */
export async function hasRun(db: Db): Promise<number> {
  return Number((await upkeepNoted(db, 'seconds run')) ?? 0)
}

/** Counts on. @param seconds since this was last said */
export async function ranOn(db: Db, seconds: number): Promise<void> {
  await noteUpkeep(db, 'seconds run', String((await hasRun(db)) + Math.max(0, Math.floor(seconds))))
}

export const secondsOf = { hours: (hours: number) => hours * 3600, days: (days: number) => days * 86_400 }
