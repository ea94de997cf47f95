/**
 * Who sees what: the words of the one table that a page shows, `may…` functions keep and a test walks, resource by kind of
 * person. Each room brings the rows of its own things (`whoSees` in its face). Rights come from membership and from the state
 * of a thing; a kind of person that a row does not name has none: for them the thing does not exist.
 */
export const roles = [
  'network leader',
  'co-leader',
  'lead learner',
  'volunteer',
  'headteacher',
  'governor',
  'facilitator',
  'partner',
  'administrator',
  'public',
] as const

export type Role = (typeof roles)[number]

/** What somebody may do with a thing. */
export const deeds = {
  R: 'read',
  C: 'add',
  U: 'change',
  D: 'remove',
  A: 'approve or publish',
  second: 'be the second person who confirms',
  invite: 'invite',
  join: 'join and leave',
  narrow: 'narrow who sees it',
  share: 'share its numbers',
  link: 'make a link',
  comment: 'comment',
  submit: 'submit',
  return: 'send back',
  part: 'write your part',
  edition: 'make a new edition and withdraw',
  'take down': 'take down',
  accounts: 'look after accounts, never content',
} as const

export type Deed = keyof typeof deeds

/** Whose things are meant. */
export const whose = {
  o: 'your own',
  g: 'in your group',
  t: 'in your theme',
  s: 'of your school',
  n: 'in your network',
  i: 'where you are invited, until the last day',
  p: 'once it is published',
} as const

export type Whose = keyof typeof whose

/** What has to be true of a thing first. */
export const conditions = {
  shared: 'once it is shared',
  'shared outside': 'once it is shared outside',
  released: 'once it is released',
  submitted: 'once it is submitted',
  'its head agrees': 'if the head agrees',
  'in the group': 'only as a member of the group',
  'in the project': 'only for those in the project',
  'there is no head': 'where the school has no head here',
  'there is nobody else': 'where nobody else can',
  'where it is read': 'wherever you read the thing itself',
  'as its evidence': 'as far as the evidence that it belongs to',
  'inside published work': 'inside published work',
  'with its link': 'with the link, as long as it is open',
  'in the circle': 'as one of the circle',
  invited: 'if invited',
  opened: 'once it is opened to them',
  present: 'if present',
  'present or in the circle': 'if present, or one of the circle',
  'where they are asked': 'if they are asked',
  'in the chair': 'if they chair a circle or the next meeting',
} as const

export type Condition = keyof typeof conditions

/** Some deeds, on whose things, on which conditions. */
export interface Right {
  deeds: Deed[]
  whose: Whose | null
  when: Condition[]
}

export interface Resource {
  resource: string
  /** The nouns of its addresses. */
  at: string[]
  rights: Partial<Record<Role, Right[]>>
}

type Letters = 'R' | 'CR' | 'CRU' | 'CRUD' | 'RU' | 'CRD' | 'C' | 'A' | 'RA'

export const may = (letters: Letters, of: Whose | null = null, ...when: Condition[]): Right[] => [
  { deeds: [...letters] as Deed[], whose: of, when },
]
export const does = (deed: Deed, of: Whose | null = null, ...when: Condition[]): Right[] => [
  { deeds: [deed], whose: of, when },
]
export const member = may('R', 'g', 'in the group')
export const read = may('R')

/**
 * What whoever is invited to challenge a group reads of it: said here once, for the page on which a group invites, the
 * invitation and the help. The rows of the rooms keep it, and tests/people/what-facilitators-see.test.ts walks it.
 */
export const facilitatorsReadAlways =
  'the question, the people and the meetings of the group, and its claims, actions, instruments and evaluation while it works on them'

export const facilitatorsReadOnceShared =
  'of the stages, evidence, numbers and write-up they read only what the group has shared or submitted'
