import { lettersAfter } from '../../mail/following.js'
import { askedRoleInWords } from './asked-role-in-words.js'
import { askedRoleBy } from './confirming-roles.js'
import '../facts.js'
import { roleAnsweredLetter, roleToConfirmLetter } from '../letters.js'

/** To those who may confirm a role that was asked for; one that was answered meanwhile asks nobody. */
export const askForConfirmation = lettersAfter({
  name: 'letters that ask to confirm a role',
  follows: ['role asked for'],
  async write({ db, baseUrl }, { details }) {
    const asked = await askedRoleBy(db, details.asked)
    if (!asked || asked.confirmedAt || asked.refusedAt) return []
    const link = `${baseUrl}/confirmations/${asked.id}`
    return asked.confirmers.map(({ email }) =>
      roleToConfirmLetter(email, { ...asked, words: askedRoleInWords(asked) }, link),
    )
  },
})

/** To whoever asked and whoever it is about, but not to the one who answered. */
export const tellOfAnswer = lettersAfter({
  name: 'letters of roles that were answered',
  follows: ['role confirmed', 'role refused'],
  async write({ db }, { kind, personId, details }) {
    const asked = await askedRoleBy(db, details.asked)
    const by = await db.selectFrom('people').select(['name', 'email']).where('id', '=', personId).executeTakeFirst()
    if (!asked || !by) return []
    const answer = kind === 'role confirmed' ? 'confirmed' : 'refused'
    const words = askedRoleInWords(asked)
    const concerned = [asked.email, asked.askerEmail].filter(email => email !== by.email)
    return [...new Set(concerned)].map(to => roleAnsweredLetter(to, { ...asked, words }, by.name, answer))
  },
})
