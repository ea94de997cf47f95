/**
 * How far several people who judged the same things agree. `units` holds for each thing the levels that were given, in
 * whole numbers from 1; who gave them does not matter, and not everybody need have judged everything.
 */
export type Units = number[][]

/** The pairs of judgements of the same thing, and how many of them are alike, or no more than one level apart. */
export function pairsIn(units: Units): { pairs: number; same: number; near: number } {
  const sum = { pairs: 0, same: 0, near: 0 }
  for (const levels of units)
    for (const [place, one] of levels.entries())
      for (const other of levels.slice(place + 1)) {
        sum.pairs += 1
        if (one === other) sum.same += 1
        if (Math.abs(one - other) <= 1) sum.near += 1
      }
  return sum
}

/**
 * Krippendorff’s alpha for levels in an order (Krippendorff 2011, Computing Krippendorff’s Alpha-Reliability, for ordinal
 * data): 1 where all agree, 0 where they agree as by chance. Null where it cannot be worked out: nothing was judged by two,
 * or only one level was ever used.
 */
export function alphaOf(units: Units): number | null {
  const judged = units.filter(levels => levels.length > 1)
  const used = [...new Set(judged.flat())].sort((one, other) => one - other)
  if (used.length < 2) return null
  const many = new Map(used.map(level => [level, judged.flat().filter(one => one === level).length]))
  const total = judged.flat().length
  const far = (one: number, other: number) => distance(used, many, one, other)

  let observed = 0
  for (const levels of judged)
    for (const [place, one] of levels.entries())
      for (const other of levels.slice(place + 1)) observed += (2 * far(one, other)) / (levels.length - 1)
  let byChance = 0
  for (const one of used) for (const other of used) byChance += many.get(one)! * many.get(other)! * far(one, other)
  return 1 - ((total - 1) * observed) / byChance
}

/** Levels that are used more often lie further apart: what is between two of them, and half of themselves, squared. */
function distance(used: number[], many: Map<number, number>, one: number, other: number): number {
  const [low, high] = one < other ? [one, other] : [other, one]
  const between = used.filter(level => level >= low && level <= high).reduce((sum, level) => sum + many.get(level)!, 0)
  return (between - (many.get(low)! + many.get(high)!) / 2) ** 2
}

/** What an alpha says, in plain words and as no more than a beginning of the talk. */
export function alphaInWords(units: Units): string {
  const judged = units.filter(levels => levels.length > 1)
  if (judged.length === 0) return 'Nobody judged the same piece as somebody else, so there is nothing to compare.'
  const alpha = alphaOf(units)
  if (alpha === null) return 'Everybody gave everything the same level, so you agree, and nothing more can be said.'
  const few = judged.length < 10 ? ' With so few pieces, one judgement more or less would change it.' : ''
  return `${sizeInWords(alpha)}${few}`
}

function sizeInWords(alpha: number): string {
  if (alpha < 0.2) return 'Hardly more agreement than by chance: you may mean different things by these levels.'
  if (alpha < 0.5) return 'Some agreement. The words of the levels leave room for two readings.'
  if (alpha < 0.67)
    return 'Middling agreement. Look at the pieces furthest apart: there is often one question behind them.'
  if (alpha < 0.8) return 'Good agreement. What differs is worth a short talk.'
  return 'Very good agreement: somebody else would probably judge alike.'
}
