/** What kind of company a circle is; those of a network can be set up in one press. */
export const circleKinds = [
  { kind: 'strategic', text: 'Strategic circle' },
  { kind: 'operational', text: 'Operational circle' },
  { kind: 'research and development', text: 'Research and development circle' },
  { kind: 'co-leaders', text: 'Co-leaders of a theme' },
  { kind: 'breakfast', text: 'Breakfast meeting of a cluster' },
  { kind: 'governors', text: 'Governors’ data evening' },
  { kind: 'own', text: 'Something of our own' },
] as const

export type CircleKind = (typeof circleKinds)[number]['kind'] | 'group'

/** A group's own circle is made by itself. */
export function textOfKind(kind: CircleKind): string {
  return circleKinds.find(one => one.kind === kind)?.text ?? 'The group’s meetings'
}

/** The roles whose holders a circle can follow; the lead learner's is a role in groups, the others in the network. */
export const followedRoles = [
  { role: 'headteacher', text: 'Every headteacher', ofTheme: false },
  { role: 'network leader', text: 'Every network leader', ofTheme: false },
  { role: 'co-leader', text: 'Every co-leader', ofTheme: true },
  { role: 'lead learner', text: 'Every lead learner of an open group', ofTheme: true },
  { role: 'data lead', text: 'Every data lead', ofTheme: false },
  { role: 'staff', text: 'All members of staff', ofTheme: false },
] as const

export type FollowedRole = (typeof followedRoles)[number]['role']

export const followedRoleNames = followedRoles.map(one => one.role)

export function textOfRole(role: FollowedRole, theme: string | null): string {
  const { text } = followedRoles.find(one => one.role === role)!
  return theme ? `${text}, ${theme}` : text
}

interface UsualCircle {
  kind: CircleKind
  name: string
  purpose: string
  rhythm: string
  roles: FollowedRole[]
}

/** The circles that most networks have. */
export const usualCircles: UsualCircle[] = [
  {
    kind: 'strategic',
    name: 'Strategic circle',
    purpose: 'Where the network is going: its concern, its money and time, and what it asks of every school.',
    rhythm: 'Once a term',
    roles: ['headteacher', 'network leader'],
  },
  {
    kind: 'operational',
    name: 'Operational circle',
    purpose: 'How the work goes on: dates, groups and themes, what is stuck and who can help.',
    rhythm: 'Every half term',
    roles: ['network leader', 'co-leader'],
  },
  {
    kind: 'research and development',
    name: 'Research and development circle',
    purpose: 'What the groups are finding, how sure we are, and what to ask next.',
    rhythm: 'Once a term',
    roles: ['co-leader', 'lead learner'],
  },
]
