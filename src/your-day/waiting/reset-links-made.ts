import { resetLinksMadeFor } from '../../people/reset-links-made.js'
import type { WaitingKind } from './kind.js'

/** Somebody else had a link made with which this person's password can be chosen: they read of it until they say so. */
export const resetLinksMade: WaitingKind = async ({ db, person }) =>
  (await resetLinksMadeFor(db, person))
    .filter(one => !one.seen)
    .map(({ text }) => ({ text, href: '/account#reset-links', action: 'Read it on your account', networkId: null }))
