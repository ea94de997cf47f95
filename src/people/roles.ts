/** What somebody can be in a network. Which needs a school or a theme is said here, once. */
export const networkRoles = [
  { role: 'network leader', needs: 'none', means: 'keeps the whole network going and publishes its termly reports' },
  { role: 'co-leader', needs: 'theme', means: 'leads the groups of one theme' },
  { role: 'headteacher', needs: 'school', means: 'answers recommendations to their school' },
  { role: 'staff', needs: 'school', means: 'may propose a question, volunteer for a group and log evidence' },
  { role: 'data lead', needs: 'school', means: 'looks after the keys to pupils’ codes of their school' },
  { role: 'governor', needs: 'school', means: 'reads what is published' },
] as const

/** What network leaders give: a school's data lead is named by its head (src/networks/data-leads.ts). */
export const rolesToGive = networkRoles.filter(one => one.role !== 'data lead')

export type NetworkRoleName = (typeof networkRoles)[number]['role']

/** Roles that reach the names of pupils, or lead there: whoever gives one is not enough, a second person confirms it. */
export const confirmedRoles = ['headteacher', 'data lead'] as const

export type ConfirmedRole = (typeof confirmedRoles)[number]

export function isConfirmedRole(role: string): role is ConfirmedRole {
  return confirmedRoles.some(one => one === role)
}

/** What somebody can be in a group. */
export const groupRoles = ['lead learner', 'volunteer', 'facilitator'] as const

export type GroupRole = (typeof groupRoles)[number]

/** What somebody with this role does, in a sentence. */
export function meaningOf(role: NetworkRoleName): string {
  const { means } = networkRoles.find(one => one.role === role)!
  return `In this network a ${role === 'staff' ? 'member of staff' : role} ${means}.`
}

export function isGroupRole(role: string): role is GroupRole {
  return groupRoles.some(one => one === role)
}
