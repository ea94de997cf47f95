/**
 * How two readers used one code over the same units, counted: both used it, only the first, only the second, neither.
 * The units are sentences, or characters (see agreement.ts).
 */
export interface Counts {
  both: number
  first: number
  second: number
  neither: number
}

export const noCounts: Counts = { both: 0, first: 0, second: 0, neither: 0 }

/** How many units were counted. */
export function total({ both, first, second, neither }: Counts): number {
  return both + first + second + neither
}

/** The counts of two codes, or of two texts, together. */
export function added(one: Counts, other: Counts): Counts {
  return {
    both: one.both + other.both,
    first: one.first + other.first,
    second: one.second + other.second,
    neither: one.neither + other.neither,
  }
}

/** The share of units on which the two decided alike; null without units. */
export function agreementOf(counts: Counts): number | null {
  const units = total(counts)
  return units === 0 ? null : (counts.both + counts.neither) / units
}

/**
 * Cohen's kappa (Cohen 1960, Educational and Psychological Measurement 20): agreement beyond what chance would give two
 * readers who use the code as often as these two do. Null where it cannot be worked out: without units, and where chance
 * alone would make them agree everywhere, because both never or both always used the code.
 */
export function kappaOf(counts: Counts): number | null {
  const units = total(counts)
  if (units === 0) return null
  const [first, second] = [counts.both + counts.first, counts.both + counts.second]
  const byChance = first * second + (units - first) * (units - second)
  if (byChance === units * units) return null
  return ((counts.both + counts.neither) * units - byChance) / (units * units - byChance)
}

/** What a kappa says, as a rule of thumb: the words are after Landis and Koch (1977), and no more than a beginning. */
export function kappaInWords(counts: Counts): string {
  const units = total(counts)
  if (units === 0) return 'There is nothing to compare: no words were read by both.'
  if (counts.both + counts.first + counts.second === 0)
    return 'Neither of you used it here, so you agree, and kappa cannot be worked out.'
  if (counts.both === units) return 'Both of you used it everywhere, so you agree, and kappa cannot be worked out.'
  const kappa = kappaOf(counts)!
  if (counts.both === 0 && (counts.first === 0 || counts.second === 0))
    return `Only the ${counts.first > 0 ? 'first' : 'second'} reader used it, so kappa is nought: look at whether its description says enough.`
  return `${sizeOfKappaInWords(kappa)}${units < 30 ? ' With so few units, one decision more or less would change it much.' : ''}`
}

function sizeOfKappaInWords(kappa: number): string {
  if (kappa < 0) return 'You agree less than chance would have it: you may mean different things by it.'
  if (kappa <= 0.2) return 'Hardly more agreement than by chance. Talk about what it means before you lean on it.'
  if (kappa <= 0.4) return 'Some agreement. The description leaves room for two readings.'
  if (kappa <= 0.6)
    return 'Middling agreement. Look at the differences: there is often one misunderstanding behind them.'
  if (kappa <= 0.8) return 'Good agreement. What differs is worth a short talk.'
  return 'Very good agreement: somebody else would probably code it alike.'
}
