import type { Term } from '../asking/question.js'
import type { Wanted } from './index-door.js'
import type { SearchEntry } from '../tables.js'

/** How a question is put to an engine: its parts, each as something to be matched. */
export interface Putting {
  /** Every term in the title. */
  inTitle(): string
  /** Every term as it was typed. */
  asTyped(): string
  /** All of them in a row. */
  inARow(): string
}

/**
 * In the title, in a row and as it was typed counts for more than a root; of equals the newer comes first.
 * @param found what answers, the newest first
 * @param among the numbers of those, from the oldest on, that match besides
 */
export async function closestFirst(
  found: SearchEntry[],
  { question: { terms } }: Pick<Wanted, 'question'>,
  put: Putting,
  among: (match: string, oldest: number) => Promise<{ number: number }[]>,
): Promise<SearchEntry[]> {
  const oldest = found.at(-1)?.number
  if (oldest === undefined) return []
  const worth = [
    ...(terms.length > 0 ? [{ points: 6, match: put.inTitle() }] : []),
    ...(terms.length > 0 ? [{ points: 3, match: put.asTyped() }] : []),
    ...(terms.length > 1 ? [{ points: 8, match: put.inARow() }] : []),
  ]
  const score = new Map<number, number>()
  for (const { points, match } of worth)
    for (const { number } of await among(match, oldest)) score.set(number, (score.get(number) ?? 0) + points)
  const of = ({ number }: SearchEntry) => score.get(number) ?? 0
  return found.sort((one, other) => of(other) - of(one) || other.number - one.number)
}

export function allWords(terms: Term[]): string[] {
  return terms.flatMap(term => term.words)
}
