/**
 * How many runs chance makes: the exact distribution of A. Wald and J. Wolfowitz ("On a test whether two samples are from
 * the same population", Annals of Mathematical Statistics 1940), of which F. S. Swed and C. Eisenhart (the same Annals,
 * 1943) printed the tables that health care uses. Half of the points are taken to lie on each side of the median, as there;
 * what happens by chance less often than 2.5 times in a hundred, on either side, is outside. Some printed tables for run
 * charts are one run wider at places, since they count the outermost number that is outside as being within.
 */
const outside = 0.025
export const fewestForRuns = 10
const most = 500

/** The fewest and the most runs that chance makes; undefined for fewer than ten points off the median. */
export function runLimits(points: number): [fewest: number, most: number] | undefined {
  if (points < fewestForRuns || points > most) return undefined
  const chance = chanceOfRuns(Math.floor(points / 2), Math.ceil(points / 2))
  return [1 + lastBelow(chance, outside), points - lastBelow([...chance].reverse(), outside)]
}

/** Of a points above and b below: the chance of 1, 2, 3 … a + b runs. */
export function chanceOfRuns(a: number, b: number): number[] {
  const all = logOfChoices(a + b, a)
  return Array.from({ length: a + b }, (_, place) => {
    const runs = place + 1
    const half = Math.floor(runs / 2)
    if (runs % 2 === 0) return 2 * chosen(a - 1, half - 1, b - 1, half - 1, all)
    return chosen(a - 1, half, b - 1, half - 1, all) + chosen(a - 1, half - 1, b - 1, half, all)
  })
}

function chosen(of: number, some: number, other: number, more: number, all: number): number {
  if (some < 0 || more < 0 || some > of || more > other) return 0
  return Math.exp(logOfChoices(of, some) + logOfChoices(other, more) - all)
}

function logOfChoices(of: number, some: number): number {
  let sum = 0
  for (let step = 1; step <= some; step++) sum += Math.log((of - some + step) / step)
  return sum
}

/** How many of the first together are no more likely than this. */
function lastBelow(chances: number[], limit: number): number {
  let sum = 0
  let count = 0
  for (const chance of chances) {
    sum += chance
    if (sum > limit) break
    count++
  }
  return count
}
