import type { Db } from '../database.js'
import { now } from '../web/now.js'
import './tables.js'

/** What the post office says about an address: noted where people see it, and forgotten when a letter arrives again. */
export interface PostOfficeSays {
  returned(email: string, said: string): Promise<void>
  arrived(email: string): Promise<void>
}

export function noteReturns(db: Db): PostOfficeSays {
  return {
    async returned(email, said) {
      await db
        .insertInto('addressesThatReturn')
        .values({ email, since: now(), said })
        .onConflict(c => c.column('email').doUpdateSet({ said }))
        .execute()
    },
    async arrived(email) {
      if (await returns(db, email)) await db.deleteFrom('addressesThatReturn').where('email', '=', email).execute()
    },
  }
}

/** Whether letters to this address come back. */
export async function returns(db: Db, email: string): Promise<boolean> {
  const row = await db.selectFrom('addressesThatReturn').select('email').where('email', '=', email).executeTakeFirst()
  return row !== undefined
}
