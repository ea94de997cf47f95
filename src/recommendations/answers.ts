/** What a head can answer, and where a recommendation then stands in the school. None of it is a mark. */
export const answers = [
  { answer: 'accept', does: 'Accept', said: 'Accepted', hint: 'We will do this.' },
  {
    answer: 'adapt',
    does: 'Accept with changes',
    said: 'Accepted with changes',
    hint: 'We will do this in our own way. Say how.',
  },
  {
    answer: 'decline',
    does: 'Decline',
    said: 'Declined',
    hint: 'We will not do this. Say why, so that the group learns from it.',
  },
] as const

export type Answer = (typeof answers)[number]['answer']

export const adoptions = [
  { adoption: 'considering', said: 'Not begun yet', hint: '' },
  { adoption: 'trying', said: 'Trying it', hint: '' },
  { adoption: 'in place', said: 'In place', hint: 'Somebody who visits could see it.' },
  { adoption: 'dropped', said: 'No longer done', hint: '' },
] as const

export type Adoption = (typeof adoptions)[number]['adoption']

export function answerSaid(answer: string | null): string {
  return answers.find(one => one.answer === answer)?.said ?? 'No answer yet'
}

export function adoptionSaid(adoption: string | null): string {
  return adoptions.find(one => one.adoption === adoption)?.said ?? ''
}

/** The answer as a form offers it. */
export const answersToGive = answers.map(({ answer, does, hint }) => ({ value: answer, text: does, hint }))

/** The same for lists that are narrowed by what was answered. */
export const answersToLookFor = [
  ...answers.map(({ answer, said }) => ({ value: answer as string, text: said as string })),
  { value: 'none', text: 'No answer yet' },
]

export const adoptionsToSay = adoptions.map(({ adoption, said, hint }) => ({
  value: adoption,
  text: said,
  ...(hint ? { hint } : {}),
}))

/** How it stands in one school, in a word or two: in place, or else what was answered. */
export function standsInShort({ answer, adoption }: { answer: Answer | null; adoption: Adoption | null }): string {
  return adoption === 'in place' || adoption === 'dropped' ? adoptionSaid(adoption) : answerSaid(answer)
}
