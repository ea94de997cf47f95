import { type Db, inOne } from '../../database.js'
import type { House } from '../../house.js'
import type { Brought } from '../../room.js'
import { now } from '../../web/now.js'
import { type AccountChoice, closeAccount } from '../erasing/closing-account.js'
import { eraseGroup } from '../erasing/erasing-group.js'
import { eraseNetwork } from '../erasing/erasing-network.js'
import { eraseSchool } from '../erasing/erasing-school.js'
import type { Ending, EndingOf } from '../tables.js'
import { endingsThatAreRipe } from './endings.js'

export type EndingHouse = Pick<House, 'db' | 'engine'>
export type EndingBrought = Pick<Brought, 'tables' | 'erases' | 'searchables'>

/** What is to end: by whom, and `fact` where it is known from a journal. */
export interface End {
  ofId: string
  networkId: string | null
  choice: string
  by: string | null
  fact?: string
}

/** How each of them is erased; each can be begun again from the beginning. */
export const erasingOf: Record<EndingOf, (house: EndingHouse, brought: EndingBrought, end: End) => Promise<void>> = {
  group: (house, brought, { ofId, ...done }) => eraseGroup(house, brought, ofId, done),
  network: (house, brought, { ofId, ...done }) => eraseNetwork(house, brought, ofId, done),
  school: (house, brought, { ofId, ...done }) => eraseSchool(house, brought, ofId, done),
  account: ({ db }, { erases }, { ofId, choice, ...done }) =>
    inOne(db, trx => closeAccount(trx, ofId, choice as AccountChoice, erases, done)),
}

/** Carries out what has waited long enough, one after the other. @returns how many */
export async function carryOutEndings(house: EndingHouse, brought: EndingBrought): Promise<number> {
  const ripe = await endingsThatAreRipe(house.db)
  for (const ending of ripe) {
    await house.db
      .updateTable('endings')
      .set({ begunAt: ending.begunAt ?? now() })
      .where('id', '=', ending.id)
      .execute()
    await erasingOf[ending.of](house, brought, { ...ending, by: ending.agreedBy })
    await noteDone(house.db, ending)
  }
  return ripe.length
}

/** Why it was asked for goes with it: the audit trail holds who asked, agreed and when. */
async function noteDone(db: Db, { id }: Ending): Promise<void> {
  await db.updateTable('endings').set({ doneAt: now(), because: '' }).where('id', '=', id).execute()
}
