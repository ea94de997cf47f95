import type { Term } from './tables.js'

/** The term that today falls in; between terms, the one that ended last. */
export function termNow({ terms, today }: { terms: Term[]; today: string }, networkId: string): Term | undefined {
  return terms.find(term => term.networkId === networkId && term.startsOn <= today)
}

/** Reports are asked for from four weeks before the last day of a term. */
export function isNearEnd(term: Pick<Term, 'endsOn'>, today: string): boolean {
  return today >= daysFrom(term.endsOn, -28)
}

/** daysFrom('2027-03-05', -28) → `2027-02-05` */
export function daysFrom(day: string, days: number): string {
  return new Date(Date.parse(`${day}T12:00:00.000Z`) + days * 86_400_000).toISOString().slice(0, 10)
}
