import type { Db } from '../database.js'
import { lettersAfter } from '../mail/following.js'
import { passwordChangedLetter } from './letters.js'
import { askForConfirmation, tellOfAnswer } from './roles/telling-of-roles.js'

/**
 * Letters to somebody whose account was changed. Those that carry a link which works once (invitations, resets) are sent
 * by the request that made the link: only its hash is kept, so nobody could write them afterwards. Nor is the address
 * that somebody gave up kept anywhere, so the letter to it goes at once too.
 */
const tellOfPasswords = lettersAfter({
  name: 'letters of changed passwords',
  follows: ['password changed', 'password reset'],
  write: async ({ db }, { aboutId }) =>
    (await addressesOf(db, aboutId)).map(({ email }) => passwordChangedLetter(email)),
})

function addressesOf(db: Db, personId: string | null): Promise<{ name: string; email: string }[]> {
  return db.selectFrom('people').select(['name', 'email']).where('id', '=', personId).execute()
}

export const peopleFollowers = [tellOfPasswords, askForConfirmation, tellOfAnswer]
