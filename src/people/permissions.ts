import type { WaitingRole } from './roles/confirming-roles.js'
import type { Person } from './person.js'

export function mayAdminister(person: Person): boolean {
  return person.isAdministrator
}

/** Where somebody has a standing: their networks, whether they look after the site, and whether they reach pupils' names. */
export interface Reach {
  networkIds: string[]
  isAdministrator: boolean
  /** Head or data lead of a school, or looks after a key to pupils' codes: what no leader and no administrator does. */
  reachesPupils: boolean
}

/**
 * Whoever chooses somebody's password can enter as them. A network leader may see to it only for people whose whole reach
 * lies within the networks that this leader leads; for everybody else there are the administrators.
 */
export function mayHelpWithPassword(person: Person, whose: Reach): boolean {
  if (person.isAdministrator) return true
  if (whose.isAdministrator || whose.networkIds.length === 0) return false
  return whose.networkIds.every(id => person.isNetworkLeaderOf(id))
}

/** A link that is shown to the helper enters as its owner, so it is never made for somebody who reaches further. */
export function mayBeShownResetLink(person: Person, whose: Reach): boolean {
  return mayHelpWithPassword(person, whose) && !whose.reachesPupils
}

type AskedRole = Pick<WaitingRole, 'confirmers' | 'askedBy' | 'personId' | 'confirmedAt' | 'refusedAt'>

/** Nobody has answered yet whether the role is to be held. */
export function isOpen(asked: Pick<WaitingRole, 'confirmedAt' | 'refusedAt'>): boolean {
  return asked.confirmedAt === null && asked.refusedAt === null
}

/** The second person to a role that was asked for (src/people/roles/who-confirms.ts). */
export function mayConfirmRole(person: Person, asked: AskedRole): boolean {
  return isOpen(asked) && asked.confirmers.some(one => one.id === person.id)
}

/** Those who may confirm it, whoever asked, and whoever should hold it. */
export function mayRefuseRole(person: Person, asked: AskedRole): boolean {
  return mayConfirmRole(person, asked) || (isOpen(asked) && [asked.askedBy, asked.personId].includes(person.id))
}

/** Those whose role reaches far show a second step at the door: administrators, network leaders, heads and data leads. */
export function needsSecondStep(person: Person): boolean {
  return (
    person.isAdministrator ||
    person.rolesWith('leads the network').length > 0 ||
    person.rolesWith('answers for the school').length > 0 ||
    person.rolesWith('keeps the keys of the school').length > 0
  )
}
