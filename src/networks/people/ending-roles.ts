import { isGivenByLeaders } from '../../people/roles/roles.js'
import type { Network } from '../tables.js'
import type { PersonInNetwork } from './people-of.js'

/** Somebody with the address at which each of their roles is ended. */
export interface WithEnds extends PersonInNetwork {
  roles: (PersonInNetwork['roles'][number] & { end: string | null })[]
}

/** Somebody with the address at which each of their roles is ended; a data lead's is for the head. */
export function withEnds(network: Network, one: PersonInNetwork): WithEnds {
  const roles = one.roles.map(role => ({
    ...role,
    end: isGivenByLeaders(role.role) ? endOf(network, one, role.id) : null,
  }))
  return { ...one, roles }
}

/** The address at which a role is ended. */
export function endOf(network: Pick<Network, 'id'>, one: { id: string }, roleId: string): string {
  return `/networks/${network.id}/people/${one.id}/roles/${roleId}/end`
}
