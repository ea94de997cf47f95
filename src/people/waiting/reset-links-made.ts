import { inTheSameWords } from '../../database/in-the-same-words.js'
import { linksMadeFor, madeInWords } from '../passwords/reset-links-made.js'
import type { Person } from '../person.js'
import { waits } from '../../web/waiting.js'

/** Somebody else had a link made with which this person's password can be chosen: they read of it until they say so. */
export const resetLinksMade = waits({
  asks: inTheSameWords(
    ({ person }: { person: Person }) => ({ me: person.id }),
    (db, { me }) => linksMadeFor(db, me).where('passwordResets.seenAt', 'is', null),
  ),
  says: rows =>
    rows.map(row => ({
      text: madeInWords(row),
      href: '/account#reset-links',
      action: 'Read it on your account',
      networkId: null,
    })),
})
