/** Everybody and everything the demo and the tests begin with. All of it is invented. The stories are told elsewhere. */

export const password = 'tell me a story'

/** Opens the key of Weir Lane in the reading group; views/people/sign-in.ejs tells it. */
export const keyPassphrase = 'four quiet herons walk'

/** The day on which the demo stands: the middle of its autumn term. */
export const demoToday = '2026-11-20'

export { networks, partners, termBreaks, terms, themes } from './cast/networks.js'
export { schools } from './cast/schools.js'
export { emailOf, people } from './cast/people.js'
export { groups } from './cast/groups.js'
export type { CastPerson } from './cast/people.js'
export type { CastGroup } from './cast/groups.js'
