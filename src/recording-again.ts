import { replayWithdrawals } from './evidence/withdrawing/replaying-withdrawals.js'
import type { House } from './house.js'
import { replayKeeping } from './keeping/replaying.js'
import { replayErasures } from './requests/erasing/journal.js'
import { brought } from './rooms.js'

/** How much of the journal a database that was put back did not know. */
export interface Again {
  withdrawals: number
  /** Of what was erased at the end of its time, or as a whole. */
  lines: number
  pupils: number
}

/**
 * After a backup was put back: what was withdrawn or erased after it was made is recorded again.
 * @param journal the path of the journal beside the database; nothing is recorded where there is none
 */
export async function recordAgain(house: Pick<House, 'db' | 'engine' | 'keys'>, journal: string): Promise<Again> {
  return {
    withdrawals: await replayWithdrawals(house.db, journal, brought.erases),
    lines: await replayKeeping(house, journal, brought),
    pupils: await replayErasures(house, journal, brought.searchables),
  }
}
