import { daysAfter } from '../../web/now.js'
import type { Term } from '../tables.js'

/** The term that today falls in; between terms, the one that ended last. */
export function termNow({ terms, today }: { terms: Term[]; today: string }, networkId: string): Term | undefined {
  return terms.find(term => term.networkId === networkId && term.startsOn <= today)
}

/** Reports are asked for from four weeks before the last day of a term. */
export function isNearEnd(term: Pick<Term, 'endsOn'>, today: string): boolean {
  return today >= daysAfter(term.endsOn, -28)
}
