import type { Db } from '../database.js'
import { lettersAfter } from '../mail/following.js'
import { everybodyIsAskedLetter, passwordChangedLetter, schoolAccountLetter, secondStepLetter } from './letters.js'
import { namesOf } from './people.js'
import { asksEverybody, everybodyIn } from './second-step/networks-that-ask.js'
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

const tellOfSecondSteps = lettersAfter({
  name: 'letters of second steps',
  follows: [
    'second step set up',
    'second step taken off',
    'second step taken off for somebody',
    'passkey added',
    'passkey removed',
    'passkey refused',
    'recovery codes made anew',
    'recovery code used',
  ],
  write: async ({ db }, { kind, aboutId, personId }) => {
    const nameOf = await namesOf(db, [personId])
    const by = personId === null ? 'Whoever looks after the machine' : nameOf(personId)
    return (await addressesOf(db, aboutId)).map(({ email }) => secondStepLetter(email, kind, by))
  },
})

const tellOfSchoolAccounts = lettersAfter({
  name: 'letters of accounts of a school',
  follows: ['school account joined', 'school account left'],
  write: async ({ db }, { kind, aboutId, details }) =>
    (await addressesOf(db, aboutId)).map(({ email }) => schoolAccountLetter(email, kind, details.issuer)),
})

/** Beforehand: their next sign-in leads them to it, and for fourteen days it can be put off. */
const tellThatEverybodyIsAsked = lettersAfter({
  name: 'letters of networks that ask a second step of everybody',
  follows: ['second step asked of everybody'],
  async write({ db, baseUrl }, { networkId, personId }) {
    const network = await db.selectFrom('networks').select('name').where('id', '=', networkId).executeTakeFirst()
    if (!network || !networkId || !(await asksEverybody(db, networkId))) return []
    const by = (await namesOf(db, [personId]))(personId)
    const without = (await everybodyIn(db, networkId)).filter(one => !one.has)
    return without.map(({ email }) => everybodyIsAskedLetter(email, network.name, by, `${baseUrl}/account/second-step`))
  },
})

function addressesOf(db: Db, personId: string | null): Promise<{ name: string; email: string }[]> {
  return db.selectFrom('people').select(['name', 'email']).where('id', '=', personId).execute()
}

export const peopleFollowers = [
  tellOfPasswords,
  tellOfSecondSteps,
  tellOfSchoolAccounts,
  tellThatEverybodyIsAsked,
  askForConfirmation,
  tellOfAnswer,
]
