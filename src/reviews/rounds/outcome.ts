import type { ReviewRound, Stands } from '../tables.js'

/** Below this many answers nothing at all is shown. */
export const fewestAnswers = 5

/** The most who can be asked in one round. */
export const mostAsked = 1000

export const standings: Stands[] = ['self', 'peer', 'facilitator']

export const standingInWords: Record<Stands, string> = {
  self: 'Ourselves',
  peer: 'Neighbours',
  facilitator: 'Those who help us from outside',
}

/**
 * What is shown of those who stand alike: their spread; or nothing, because fewer than five answered, or because too nearly
 * the same people had answered a little before. How many answered is known only where something is shown.
 */
export type ShownOf = { state: 'shown'; answers: number } | { state: 'few' } | { state: 'near' }

/** For those groups of whom anybody was asked. */
export type Outcome = Partial<Record<Stands, ShownOf>>

export function outcomeOf({ outcome }: Pick<ReviewRound, 'outcome'>): Outcome {
  return outcome === null ? {} : (JSON.parse(outcome) as Outcome)
}

export function shownIn(outcome: Outcome): Stands[] {
  return standings.filter(one => outcome[one]?.state === 'shown')
}

export function showsAnything(outcome: Outcome): boolean {
  return shownIn(outcome).length > 0
}
