import type { GroupPerson, NetworkRole, PersonRow } from './tables.js'
import { today } from '../web/now.js'

/** Somebody who is signed in, with every standing that they hold now. Rights come from these, never from a role alone. */
export class Person {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly isAdministrator: boolean

  constructor(
    row: PersonRow,
    readonly roles: NetworkRole[],
    readonly groups: GroupPerson[],
  ) {
    this.id = row.id
    this.name = row.name
    this.email = row.email
    this.isAdministrator = row.administratorSince !== null
  }

  /** The networks this person belongs to in any role, or helps as a facilitator of a group. */
  get networkIds(): string[] {
    return [...new Set(this.roles.map(role => role.networkId))]
  }

  belongsTo(networkId: string): boolean {
    return this.roles.some(role => role.networkId === networkId)
  }

  /** Belongs to the network as somebody who works in or for its schools: not as a governor or reader. */
  isStaffIn(networkId: string): boolean {
    return this.roles.some(role => role.networkId === networkId && role.role !== 'governor')
  }

  isNetworkLeaderOf(networkId: string): boolean {
    return this.roles.some(role => role.networkId === networkId && role.role === 'network leader')
  }

  isCoLeaderOf(themeId: string | null): boolean {
    return themeId !== null && this.roles.some(role => role.role === 'co-leader' && role.themeId === themeId)
  }

  isHeadOf(schoolId: string): boolean {
    return this.roles.some(role => role.role === 'headteacher' && role.schoolId === schoolId)
  }

  /** Looks after the keys to pupils' codes of a school. */
  isDataLeadOf(schoolId: string): boolean {
    return this.roles.some(role => role.role === 'data lead' && role.schoolId === schoolId)
  }

  isHeadIn(networkId: string): boolean {
    return this.roles.some(role => role.role === 'headteacher' && role.networkId === networkId)
  }

  /** The schools that this person works in, in one network. */
  schoolsIn(networkId: string): string[] {
    const ids = this.roles.filter(role => role.networkId === networkId).flatMap(role => role.schoolId ?? [])
    return [...new Set(ids)]
  }

  /** A volunteer of the group, or its lead learner, who is a volunteer too. */
  isVolunteerIn(groupId: string): boolean {
    return this.groups.some(one => one.groupId === groupId && one.role !== 'facilitator')
  }

  leads(groupId: string): boolean {
    return this.groups.some(one => one.groupId === groupId && one.role === 'lead learner')
  }

  /** Invited to challenge the group, until a date. */
  isFacilitatorIn(groupId: string): boolean {
    return this.groups.some(
      one => one.groupId === groupId && one.role === 'facilitator' && (one.until === null || one.until >= today()),
    )
  }
}
