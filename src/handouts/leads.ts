/**
 * The words that lead a paragraph of a write-up. The write-up is composed with them, and its short forms find by them what
 * belongs together, also where the group has written the words after them anew.
 */
export const leads = {
  for: 'What speaks for it',
  against: 'What speaks against it',
  asked: 'Asked, and not answered yet',
  changes: 'What would change our minds',
  costs: 'What it costs',
  expected: 'What we expected',
  whoAndWhen: 'Who and when',
  where: 'Where',
  step: 'The step',
  steps: 'The steps',
  here: 'How we did it here',
  happened: 'What happened',
} as const

/** What a write-up tells under headings of their own between its claims and its actions, and is neither of them. */
export const besides = {
  seeing: 'What we began to see',
  answers: 'What answers each part of our question',
  way: 'The way we went',
  missing: 'Whose voices were hardest to hear',
  reasoning: 'Why we thought it was worth trying',
} as const

/** How sure a group is of a claim, as it says it, from least to most. */
export const sureness = {
  'a hunch': 'This is a hunch',
  'fairly sure': 'We are fairly sure',
  sure: 'We are sure',
} as const

/** Words that lead a paragraph, without the point or colon after them. */
export function isLead(words: string): boolean {
  const plain = words.trim().replace(/[.:]+$/, '')
  return Object.values<string>(leads).includes(plain)
}

/** What a list of claims says of one against which nothing is told. */
export const nothingAgainstSaid = 'Nothing that we have logged speaks against it.'
