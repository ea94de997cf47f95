import { inOne } from '../../database.js'
import type { House } from '../../house.js'
import type { Brought } from '../../room.js'
import { type AccountChoice, closeAccount } from '../erasing/closing-account.js'
import { eraseGroup } from '../erasing/erasing-group.js'
import { eraseNetwork } from '../erasing/erasing-network.js'
import { eraseSchool } from '../erasing/erasing-school.js'

export type ErasingHouse = Pick<House, 'db' | 'engine'>
export type BroughtToErase = Pick<Brought, 'tables' | 'erases' | 'searchables'>

/** What ends as a whole. */
export type Whole = 'group' | 'network' | 'account' | 'school'

/** What is to end: by whom, and `fact` where it is known from a journal. */
export interface End {
  ofId: string
  networkId: string | null
  choice: string
  by: string | null
  fact?: string
}

/** How each of them is erased; each can be begun again from the beginning. */
export const erasingOf: Record<Whole, (house: ErasingHouse, brought: BroughtToErase, end: End) => Promise<void>> = {
  group: (house, brought, { ofId, ...done }) => eraseGroup(house, brought, ofId, done),
  network: (house, brought, { ofId, ...done }) => eraseNetwork(house, brought, ofId, done),
  school: (house, brought, { ofId, ...done }) => eraseSchool(house, brought, ofId, done),
  account: ({ db }, { erases }, { ofId, choice, ...done }) =>
    inOne(db, trx => closeAccount(trx, ofId, choice as AccountChoice, erases, done)),
}
