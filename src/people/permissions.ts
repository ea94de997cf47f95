import type { Person } from './person.js'

export function mayAdminister(person: Person): boolean {
  return person.isAdministrator
}

/** Where somebody has a standing: their networks, and whether they look after the site. */
export interface Reach {
  networkIds: string[]
  isAdministrator: boolean
}

/**
 * Whoever sets somebody's password can enter as them. So a network leader may do it only for people whose whole reach
 * lies within the networks that this leader leads; for everybody else there are the administrators.
 */
export function mayMakeResetLink(person: Person, whose: Reach): boolean {
  if (person.isAdministrator) return true
  if (whose.isAdministrator || whose.networkIds.length === 0) return false
  return whose.networkIds.every(id => person.isNetworkLeaderOf(id))
}
