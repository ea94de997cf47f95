import { writeAnewIfErased } from '../backups/writing-anew.js'
import { inOne } from '../database.js'
import type { House } from '../house.js'
import type { Brought } from '../room.js'
import { announceWhatComes, isAnnouncedToday } from './coming/announcing.js'
import { eraseWhatIsDue } from './coming/erasing-due.js'
import { carryOutGraveActs } from '../grave-acts/carrying-out.js'
import { ranOn } from '../backups/running-time.js'
import { noteAccountsUsed } from './used-accounts.js'

const minutes = 60_000

/** One round of what is done by itself: what comes due is announced, and what was announced long enough ago goes. */
export async function keepNoLonger(house: House, brought: Brought): Promise<void> {
  if (!(await isAnnouncedToday(house.db))) {
    await noteAccountsUsed(house.db)
    await announceWhatComes(house.db)
  }
  await eraseWhatIsDue(house, brought)
  await carryOutGraveActs(house, brought.graveActs)
  await writeAnewIfErased(house)
}

/**
 * Counts the time that the workbench runs, and every hour does what is due; only at the instance that does it for all.
 * @returns how to stop, which waits for what is under way
 */
export function keepKeeping(house: House, brought: Brought): () => Promise<void> {
  let under: Promise<unknown> | undefined
  let counted = performance.now()
  let rounds = 0
  const step = async () => {
    const at = performance.now()
    const seconds = (at - counted) / 1000
    if (!(await house.engine.leads())) return void (counted = at)
    await inOne(house.db, trx => ranOn(trx, seconds))
    counted += Math.floor(seconds) * 1000
    if (rounds++ % 6 === 0) await keepNoLonger(house, brought)
  }
  const run = () => {
    under ??= step()
      .catch((error: unknown) => house.log.error({ err: error }, 'keeping failed'))
      .finally(() => (under = undefined))
  }
  const soon = setTimeout(run, 90_000)
  const often = setInterval(run, 10 * minutes)
  soon.unref()
  often.unref()
  return async () => {
    clearTimeout(soon)
    clearInterval(often)
    await under
  }
}
