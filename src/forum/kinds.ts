/**
 * The six kinds of post, in the order in which they are offered. Each is one sentence to begin with; the kinds are said here
 * and nowhere else.
 */
export const postKinds = [
  {
    kind: 'heard of',
    label: 'Something I heard of',
    many: 'Heard of',
    begins: 'I heard of',
    example: 'a school where children write the notes for the parents’ evening themselves.',
    taking: 'I’ll look into it',
    mark: '◌',
    isOffer: false,
  },
  {
    kind: 'tried',
    label: 'Something I tried and would recommend',
    many: 'Tried and recommended',
    begins: 'We tried',
    example: 'a quiet first ten minutes after lunch, and I would do it again.',
    taking: 'I’ll take it',
    mark: '✓',
    isOffer: true,
  },
  {
    kind: 'done here',
    label: 'Something we do here',
    many: 'Done here',
    begins: 'Here we',
    example: 'let Year 6 run the library on Fridays.',
    taking: 'I’ll take it',
    mark: '⌂',
    isOffer: true,
  },
  {
    kind: 'copy',
    label: 'Would you like a copy?',
    many: 'Copies offered',
    begins: 'Would you like a copy of',
    example: 'our cards for talking about number?',
    taking: 'I’d like a copy',
    mark: '❐',
    isOffer: false,
  },
  {
    kind: 'come',
    label: 'Would you like to come?',
    many: 'Invitations',
    begins: 'Would you like to come to',
    example: 'our reading morning on the yard?',
    taking: 'I’ll take it home',
    mark: '→',
    isOffer: true,
  },
  {
    kind: 'help',
    label: 'Can you help?',
    many: 'Requests for help',
    begins: 'Who can help with',
    example: 'a child who has just arrived and speaks only Pashto?',
    taking: 'We’ll use this too',
    mark: '?',
    isOffer: false,
  },
] as const

export type PostKind = (typeof postKinds)[number]['kind']

export const postKindKeys = postKinds.map(one => one.kind) as [PostKind, ...PostKind[]]

export function isPostKind(words: string): words is PostKind {
  return postKinds.some(one => one.kind === words)
}

export function kindNamed(kind: PostKind) {
  return postKinds.find(one => one.kind === kind)!
}

/** Those of which whoever posts them can say that colleagues may ask. */
export const offers = postKinds.filter(one => one.isOffer).map(one => one.kind) as PostKind[]

/** What a school does with a post. */
export const ways = [
  { how: 'takes it', says: 'takes it', said: 'took it' },
  { how: 'tried it', says: 'tried it', said: 'tried it' },
  { how: 'not for us', says: 'says it is not for them', said: 'said it is not for them' },
] as const

export type Way = (typeof ways)[number]['how']

/** What came of it, in the words of a list and of what moved between schools. */
export const outcomes = [
  { key: 'in use', name: 'We use it now', says: 'uses it now', moved: 'has it in place' },
  { key: 'changed', name: 'We use it, changed to suit us', says: 'uses it in its own way', moved: 'adapted it' },
  { key: 'still trying', name: 'We are still trying', says: 'is still trying', moved: 'tries it' },
  { key: 'dropped', name: 'We let it go', says: 'let it go', moved: 'dropped it' },
] as const

export type Outcome = (typeof outcomes)[number]['key']

export const outcomeKeys = outcomes.map(one => one.key) as [Outcome, ...Outcome[]]

export function outcomeNamed(key: Outcome) {
  return outcomes.find(one => one.key === key)!
}
