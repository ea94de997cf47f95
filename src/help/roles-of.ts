import type { Person } from '../people/person.js'

/** The pages of the help that are about what somebody is, by their paths. */
export function rolesOf(person: Person): string[] {
  const inNetworks = person.roles.map(one => one.role)
  const inGroups = person.groups.map(one => one.groupId)
  return [
    ...(inGroups.some(id => person.isVolunteerIn(id)) || inNetworks.includes('staff') ? ['volunteer'] : []),
    ...(inGroups.some(id => person.leads(id)) ? ['lead-learner'] : []),
    ...inNetworks.map(role =>
      role === 'partner' || role === 'adviser' ? 'partner-and-adviser' : role.replace(' ', '-'),
    ),
    ...(inGroups.some(id => person.isFacilitatorIn(id)) ? ['facilitator'] : []),
    ...(person.isAdministrator ? ['administrator'] : []),
  ]
}
