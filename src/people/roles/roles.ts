/** What somebody can be allowed by a role in a network. Rights are granted by these names, never by "everybody but". */
export type NetworkRight =
  /** Is one of the network, if only to read what it publishes. */
  | 'belongs'
  /** Works in or for the schools of the network, and sees its life. */
  | 'works'
  /** Takes part in its enquiry groups, from the school of the role. */
  | 'takes part in groups'
  /** Is asked to join groups, proposes questions, and can lead. */
  | 'joins groups'
  | 'leads the network'
  /** Leads the groups of the theme of the role. */
  | 'leads the theme'
  /** Answers recommendations to the school of the role, and names its data lead. */
  | 'answers for the school'
  | 'keeps the keys of the school'
  /** Reads what groups have released to governors. */
  | 'reads what is released'

/**
 * What somebody can be in a network: what it needs, who gives it, and the rights that it grants. A role that is not in this
 * list grants nothing, wherever its name is written.
 */
export const networkRoles = [
  {
    role: 'network leader',
    needs: 'none',
    givenBy: 'network leader',
    means: 'keeps the whole network going and publishes its termly reports',
    grants: ['belongs', 'works', 'takes part in groups', 'joins groups', 'leads the network'],
  },
  {
    role: 'co-leader',
    needs: 'theme',
    givenBy: 'network leader',
    means: 'leads the groups of one theme',
    grants: ['belongs', 'works', 'takes part in groups', 'joins groups', 'leads the theme'],
  },
  {
    role: 'headteacher',
    needs: 'school',
    givenBy: 'network leader',
    means: 'answers recommendations to their school, and may take part in a group as its volunteers do',
    grants: ['belongs', 'works', 'takes part in groups', 'answers for the school'],
  },
  {
    role: 'staff',
    needs: 'school',
    givenBy: 'network leader',
    means: 'may propose a question, volunteer for a group and log evidence',
    grants: ['belongs', 'works', 'takes part in groups', 'joins groups'],
  },
  {
    role: 'data lead',
    needs: 'school',
    givenBy: 'head',
    means: 'looks after the keys to pupils’ codes of their school',
    grants: ['belongs', 'works', 'keeps the keys of the school'],
  },
  {
    role: 'governor',
    needs: 'school',
    givenBy: 'network leader',
    means: 'reads what is published',
    grants: ['belongs', 'reads what is released'],
  },
  {
    role: 'partner',
    needs: 'partner',
    givenBy: 'network leader',
    means: 'takes part in the circles, projects and visits to which they are invited',
    grants: ['belongs'],
  },
  {
    role: 'adviser',
    needs: 'none',
    givenBy: 'network leader',
    means: 'serves several schools from outside, as a facilitator, an adviser or a researcher',
    grants: ['belongs'],
  },
] as const satisfies readonly {
  role: string
  needs: 'none' | 'theme' | 'school' | 'partner'
  /** A school's data lead is named by its head (src/networks/people/data-leads.ts). */
  givenBy: 'network leader' | 'head'
  means: string
  grants: readonly NetworkRight[]
}[]

export type NetworkRoleName = (typeof networkRoles)[number]['role']

/** What network leaders give and end. */
export const rolesToGive = networkRoles.filter(one => one.givenBy === 'network leader')

export function isGivenByLeaders(role: string): boolean {
  return rolesToGive.some(one => one.role === role)
}

export function isNetworkRole(role: string): role is NetworkRoleName {
  return networkRoles.some(one => one.role === role)
}

/** The roles in a network that grant a right. */
export function rolesThat(right: NetworkRight): NetworkRoleName[] {
  return networkRoles.filter(one => (one.grants as readonly NetworkRight[]).includes(right)).map(one => one.role)
}

/** Roles that reach the names of pupils, or lead there: whoever gives one is not enough, a second person confirms it. */
export const confirmedRoles = ['headteacher', 'data lead'] as const

export type ConfirmedRole = (typeof confirmedRoles)[number]

export function isConfirmedRole(role: string): role is ConfirmedRole {
  return confirmedRoles.some(one => one === role)
}

/** What somebody with this role does, in a sentence. */
export function meaningOf(role: NetworkRoleName): string {
  const { means } = networkRoles.find(one => one.role === role)!
  return `In this network ${withArticle(role)} ${means}.`
}

/** `a member of staff`, `an adviser` */
export function withArticle(role: NetworkRoleName | GroupRole): string {
  if (role === 'staff') return 'a member of staff'
  return `${role === 'adviser' ? 'an' : 'a'} ${role}`
}

/** Roles of people who come from a partner that is no school: a partner always does, an adviser can. */
export function comesFromPartner(role: string): boolean {
  return role === 'partner' || role === 'adviser'
}

/** What somebody can be allowed by a role in a group. */
export type GroupRight =
  /** One of the group, who reads and writes in it. */
  | 'takes part'
  | 'leads the group'
  /** Asks hard questions from outside, until a date. */
  | 'challenges'

/** What somebody can be in a group, and the rights that it grants. */
export const groupRoles = [
  { role: 'lead learner', grants: ['takes part', 'leads the group'] },
  { role: 'volunteer', grants: ['takes part'] },
  { role: 'facilitator', grants: ['challenges'] },
] as const satisfies readonly { role: string; grants: readonly GroupRight[] }[]

export type GroupRole = (typeof groupRoles)[number]['role']

export function isGroupRole(role: string): role is GroupRole {
  return groupRoles.some(one => one.role === role)
}

/** The roles in a group that grant a right. */
export function groupRolesThat(right: GroupRight): GroupRole[] {
  return groupRoles.filter(one => (one.grants as readonly GroupRight[]).includes(right)).map(one => one.role)
}

/** Those who are the group: its lead learner and its volunteers. */
export const takingPart = groupRolesThat('takes part')

export function takesPart({ role }: { role: string }): boolean {
  return takingPart.some(one => one === role)
}
