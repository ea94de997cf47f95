import type { Db } from '../../database.js'
import type { Person } from '../person.js'
import { resetLinksMadeFor } from '../passwords/reset-links-made.js'
import type { WaitingKind } from '../../web/waiting.js'

/** Somebody else had a link made with which this person's password can be chosen: they read of it until they say so. */
export const resetLinksMade: WaitingKind<{ db: Db; person: Person }> = async ({ db, person }) =>
  (await resetLinksMadeFor(db, person))
    .filter(one => !one.seen)
    .map(({ text }) => ({ text, href: '/account#reset-links', action: 'Read it on your account', networkId: null }))
