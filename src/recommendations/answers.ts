/** What a head can answer, and where a recommendation then stands in the school. None of it is a mark. */
export const answers = [
  { answer: 'accept', said: 'Accepted', hint: 'We will do this.' },
  { answer: 'adapt', said: 'Accepted with changes', hint: 'We will do this in our own way. Say how.' },
  { answer: 'decline', said: 'Declined', hint: 'We will not do this. Say why, so that the group learns from it.' },
] as const

export type Answer = (typeof answers)[number]['answer']

export const adoptions = [
  { adoption: 'considering', said: 'Still considering' },
  { adoption: 'trying', said: 'Trying it' },
  { adoption: 'in place', said: 'In place' },
  { adoption: 'dropped', said: 'No longer done' },
] as const

export type Adoption = (typeof adoptions)[number]['adoption']

export function answerSaid(answer: string | null): string {
  return answers.find(one => one.answer === answer)?.said ?? 'No answer yet'
}

export function adoptionSaid(adoption: string | null): string {
  return adoptions.find(one => one.adoption === adoption)?.said ?? ''
}
