import {
  groupRolesThat,
  type GroupRight,
  isGroupRole,
  isNetworkRole,
  type NetworkRight,
  rolesThat,
} from './roles/roles.js'
import type { GroupPerson, NetworkRole, PersonRow } from './tables.js'
import { today } from '../web/now.js'

/**
 * Somebody who is signed in, with every standing that they hold now. Rights are asked by name and come from what the roles
 * grant (roles.ts); a role that is not known there is not held by anybody.
 */
export class Person {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly isAdministrator: boolean
  /** How they like to see evidence; null is the wall. */
  readonly evidenceAs: string | null
  readonly roles: NetworkRole[]
  readonly groups: GroupPerson[]

  constructor(row: PersonRow, roles: NetworkRole[], groups: GroupPerson[]) {
    this.id = row.id
    this.name = row.name
    this.email = row.email
    this.isAdministrator = row.administratorSince !== null
    this.evidenceAs = row.evidenceAs
    this.roles = roles.filter(one => isNetworkRole(one.role))
    this.groups = groups.filter(one => isGroupRole(one.role))
  }

  /** The networks this person belongs to in any role. */
  get networkIds(): string[] {
    return [...new Set(this.rolesWith('belongs').map(role => role.networkId))]
  }

  /** The schools that this person works in, in any network. */
  get schoolIds(): string[] {
    return schoolsOf(this.rolesWith('works'))
  }

  belongsTo(networkId: string): boolean {
    return this.networkIds.includes(networkId)
  }

  /** Belongs to the network as somebody who works in or for its schools. */
  works(networkId: string): boolean {
    return this.rolesWith('works').some(role => role.networkId === networkId)
  }

  worksAt(schoolId: string): boolean {
    return this.schoolIds.includes(schoolId)
  }

  /** The schools that this person works in, in one network. */
  schoolsIn(networkId: string): string[] {
    return schoolsOf(this.rolesWith('works').filter(role => role.networkId === networkId))
  }

  /** The schools from which this person can take part in the groups of a network. */
  takesPartFrom(networkId: string): string[] {
    return schoolsOf(this.rolesWith('takes part in groups').filter(role => role.networkId === networkId))
  }

  /** Those from which they are asked to: the same, but for heads. */
  joinsFrom(networkId: string): string[] {
    return schoolsOf(this.rolesWith('joins groups').filter(role => role.networkId === networkId))
  }

  isNetworkLeaderOf(networkId: string): boolean {
    return this.rolesWith('leads the network').some(role => role.networkId === networkId)
  }

  isCoLeaderOf(themeId: string | null): boolean {
    return themeId !== null && this.rolesWith('leads the theme').some(role => role.themeId === themeId)
  }

  /** The head of the school. */
  answersFor(schoolId: string): boolean {
    return this.rolesWith('answers for the school').some(role => role.schoolId === schoolId)
  }

  isHeadIn(networkId: string): boolean {
    return this.rolesWith('answers for the school').some(role => role.networkId === networkId)
  }

  /** Looks after the keys to pupils’ codes of a school. */
  isDataLeadOf(schoolId: string): boolean {
    return this.rolesWith('keeps the keys of the school').some(role => role.schoolId === schoolId)
  }

  /** What groups have released is read by governors of the network. */
  readsReleasedIn(networkId: string): boolean {
    return this.rolesWith('reads what is released').some(role => role.networkId === networkId)
  }

  /** A volunteer of the group, or its lead learner, who is a volunteer too. */
  isVolunteerIn(groupId: string): boolean {
    return this.membershipsWith('takes part').some(one => one.groupId === groupId)
  }

  leads(groupId: string): boolean {
    return this.membershipsWith('leads the group').some(one => one.groupId === groupId)
  }

  /** Invited to challenge the group, until a date. */
  isFacilitatorIn(groupId: string): boolean {
    return this.membershipsWith('challenges').some(
      one => one.groupId === groupId && (one.until === null || one.until >= today()),
    )
  }

  /** The roles in networks that grant a right. */
  rolesWith(right: NetworkRight): NetworkRole[] {
    const roles = rolesThat(right)
    return this.roles.filter(one => roles.includes(one.role))
  }

  /** The memberships of groups that grant a right. */
  membershipsWith(right: GroupRight): GroupPerson[] {
    const roles = groupRolesThat(right)
    return this.groups.filter(one => roles.includes(one.role))
  }
}

function schoolsOf(roles: NetworkRole[]): string[] {
  return [...new Set(roles.flatMap(role => role.schoolId ?? []))]
}
