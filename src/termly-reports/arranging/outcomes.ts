/** What can become of a promise. None of it is a mark: a promise that was let go is told like one that was kept. */
export const outcomes = [
  { outcome: 'kept', said: 'Done' },
  { outcome: 'begun', said: 'Begun' },
  { outcome: 'waiting', said: 'Still to come' },
  { outcome: 'let go', said: 'Let go' },
] as const

export type Outcome = (typeof outcomes)[number]['outcome']

export const outcomeKeys = outcomes.map(one => one.outcome) as [Outcome, ...Outcome[]]

export function outcomeInWords(outcome: Outcome | null): string {
  return outcomes.find(one => one.outcome === outcome)?.said ?? 'Not told yet'
}
