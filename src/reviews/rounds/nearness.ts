import { fewestAnswers } from './outcome.js'

/** Rounds of the same statements that lie closer together than this could be taken from one another. */
export const daysApart = 300

/**
 * Whether spreads of the same statements can be shown beside each other without anything being learned about fewer than
 * five people. Everybody is put into a pile by which of the rounds they have answered; every pile must hold five at least.
 * Whatever is added to or taken from spreads says the same of all in a pile, so that nothing can be narrowed down further:
 * not by taking one round from another, nor three from a fourth.
 * @param companies who answered, round by round
 */
export function areFarApart(companies: ReadonlySet<string>[]): boolean {
  return smallestPile(companies) >= fewestAnswers
}

/** How many are in the smallest pile; more than anybody can count where nobody has answered at all. */
export function smallestPile(companies: ReadonlySet<string>[]): number {
  const piles = new Map<string, number>()
  for (const person of new Set(companies.flatMap(one => [...one]))) {
    const pile = companies.map(one => (one.has(person) ? 1 : 0)).join('')
    piles.set(pile, (piles.get(pile) ?? 0) + 1)
  }
  return Math.min(Number.POSITIVE_INFINITY, ...piles.values())
}
