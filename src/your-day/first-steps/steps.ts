/**
 * One of the first steps of a network, a group or a person. They are shown one at a time, in this order, until each is done or
 * skipped.
 */
export interface FirstStep<Known> {
  step: string
  text: string
  /** A verb with its object, as the button says it. */
  action: string
  href(known: Known): string
  isDone(known: Known): boolean
  /** Whether it is a step for this one at all; it is, where nothing is said. */
  isFor?(known: Known): boolean
}

export interface KnownNetwork {
  id: string
  terms: number
  schools: number
  /** People who work in it, with those who are invited. */
  people: number
  /** Those who can be the second person: network leaders and co-leaders, with those who are invited. */
  leaders: number
  groups: number
  circles: number
  /** Kinds of things of which it has said how long they are kept. */
  periods: number
}

/** For those who lead the network. */
export const stepsOfNetwork: FirstStep<KnownNetwork>[] = [
  {
    step: 'terms',
    text: 'Reports and meetings go by term, and the network has no terms yet.',
    action: 'Set the terms',
    href: ({ id }) => `/networks/${id}/terms`,
    isDone: ({ terms }) => terms > 0,
  },
  {
    step: 'schools',
    text: 'The network has no schools yet. A pasted list is enough.',
    action: 'Add schools',
    href: ({ id }) => `/networks/${id}/schools/new`,
    isDone: ({ schools }) => schools > 0,
  },
  {
    step: 'people',
    text: 'Nobody else is in the network yet. Paste a list of colleagues, with what each will be.',
    action: 'Invite people',
    href: ({ id }) => `/networks/${id}/people/invitations/many`,
    isDone: ({ people }) => people > 1,
  },
  {
    step: 'second person',
    text: 'You lead alone. A termly report takes a second person’s yes: another network leader, or a co-leader.',
    action: 'Invite a second leader',
    href: ({ id }) => `/networks/${id}/people/invitations/new?role=network+leader`,
    isDone: ({ leaders }) => leaders > 1,
  },
  {
    step: 'question',
    text: 'No group has begun yet. A group begins with one colleague and a question.',
    action: 'Propose a question',
    href: ({ id }) => `/networks/${id}/groups/new`,
    isDone: ({ groups }) => groups > 0,
  },
  {
    step: 'circle',
    text: 'Nobody meets yet. Form the circles that your network needs, such as heads and co-ordinators.',
    action: 'Form the circles',
    href: ({ id }) => `/networks/${id}/meetings`,
    isDone: ({ circles }) => circles > 0,
  },
  {
    step: 'keeping',
    text: 'The network has not said how long it keeps things, and so nothing ever goes. One press keeps each as long as is usual.',
    action: 'Say how long',
    href: ({ id }) => `/networks/${id}/keeping`,
    isDone: ({ periods }) => periods > 0,
  },
]

export interface KnownGroup {
  id: string
  schools: number
  hasEvidence: boolean
}

/** For those who are in the group. */
export const stepsOfGroup: FirstStep<KnownGroup>[] = [
  {
    step: 'colleagues',
    text: 'A group learns most from several schools, and so far there is one. Pass the join link on.',
    action: 'Find colleagues',
    href: ({ id }) => `/groups/${id}/people`,
    isDone: ({ schools }) => schools > 1,
  },
  {
    step: 'evidence',
    text: 'Nothing is logged yet. What one of you noticed this week is a start.',
    action: 'Log evidence',
    href: ({ id }) => `/groups/${id}/evidence/new`,
    isDone: ({ hasEvidence }) => hasEvidence,
  },
]

export interface KnownPerson {
  isAdministrator: boolean
  networks: number
  /** Works where they can take part in groups, and is head of a school. */
  joins: boolean
  isHead: boolean
  /** The network in whose groups they can take part; null once they are in a group. */
  joinsIn: string | null
  /** Groups there that take volunteers. */
  open: number
  /** The school that they are head of and that has no data lead; null where there is none. */
  withoutDataLead: { id: string; networkId: string } | null
}

/** For oneself. */
export const stepsOfPerson: FirstStep<KnownPerson>[] = [
  {
    step: 'network',
    text: 'There is no network yet. Make the first one, and invite whoever leads it.',
    action: 'Make a network',
    href: () => '/networks/new',
    isFor: ({ isAdministrator }) => isAdministrator,
    isDone: ({ networks }) => networks > 0,
  },
  {
    step: 'group',
    text: 'You are in no group yet. Join one whose question is yours, or ask a question of your own.',
    action: 'See the groups',
    href: ({ joinsIn }) => `/groups?network=${joinsIn}`,
    isFor: ({ joins, open }) => joins && open > 0,
    isDone: ({ joinsIn }) => joinsIn === null,
  },
  {
    step: 'question',
    text: 'No group takes volunteers just now. What would you like to find out with colleagues?',
    action: 'Propose a question',
    href: ({ joinsIn }) => `/networks/${joinsIn}/groups/new`,
    isFor: ({ joins, open }) => joins && open === 0,
    isDone: ({ joinsIn }) => joinsIn === null,
  },
  {
    step: 'data lead',
    text: 'Names of pupils stay in your school. Name the colleague who looks after them, its data lead.',
    action: 'Name a data lead',
    href: ({ withoutDataLead }) => `/networks/${withoutDataLead?.networkId}/schools/${withoutDataLead?.id}/data-leads`,
    isFor: ({ isHead }) => isHead,
    isDone: ({ withoutDataLead }) => withoutDataLead === null,
  },
]
