import type { Person } from '../people/person.js'

/** What somebody can be, as the help names it: the last word of the addresses of its pages about roles. */
export const rolePaths = [
  'volunteer',
  'lead-learner',
  'co-leader',
  'network-leader',
  'headteacher',
  'governor',
  'facilitator',
  'partner-and-adviser',
  'administrator',
] as const

export type RolePath = (typeof rolePaths)[number]

const pagesOfNetworkRoles: Record<string, RolePath> = {
  'network leader': 'network-leader',
  'co-leader': 'co-leader',
  headteacher: 'headteacher',
  governor: 'governor',
  partner: 'partner-and-adviser',
  adviser: 'partner-and-adviser',
}

/** What somebody is, each once; what the help has no page for (a keeper of keys) is left out. */
export function rolesOf(person: Person): RolePath[] {
  const inNetworks = person.roles.map(one => one.role)
  const inGroups = person.groups.map(one => one.groupId)
  const mine: RolePath[] = [
    ...(inGroups.some(id => person.isVolunteerIn(id)) || inNetworks.includes('staff') ? ['volunteer' as const] : []),
    ...(inGroups.some(id => person.leads(id)) ? ['lead-learner' as const] : []),
    ...inNetworks.flatMap(role => pagesOfNetworkRoles[role] ?? []),
    ...(inGroups.some(id => person.isFacilitatorIn(id)) ? ['facilitator' as const] : []),
    ...(person.isAdministrator ? ['administrator' as const] : []),
  ]
  return [...new Set(mine)]
}
