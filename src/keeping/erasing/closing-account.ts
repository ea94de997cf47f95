import type { Trx } from '../../database.js'

/** Addresses of accounts that are closed end so; no letter goes there. */
export const formerEnding = '@former.invalid'

export async function closeAccount(_trx: Trx, _id: string, _choice: string): Promise<void> {}
