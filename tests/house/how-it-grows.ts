export const few = 5_000
const inAMoment = 10

/**
 * What somebody types or uploads must hold up nobody else. A text is read in a moment, or four times as much takes four
 * times the work; what reads it in the square of its length takes sixteen times.
 * @returns how many times the work is four times as much; only what is felt at all is looked at closely
 */
export async function howItGrows(doing: (much: number) => unknown): Promise<number> {
  const smaller = await work(() => doing(few))
  if (smaller < inAMoment) return 1
  const ratio = (await work(() => doing(4 * few))) / smaller
  return ratio < 8 ? ratio : lookedAtClosely(doing)
}

/**
 * Some work stops at a bound, and a collection of rubbish or other work on the machine disturbs a measure now and then. In
 * sixteen times as much a square is 256 times the work, so that even a measure that is four times too large misleads nobody.
 */
async function lookedAtClosely(doing: (much: number) => unknown): Promise<number> {
  const smaller = await leastOfThree(() => doing(4 * few))
  return Math.sqrt((await leastOfThree(() => doing(64 * few))) / smaller)
}

async function leastOfThree(doing: () => unknown): Promise<number> {
  return Math.min(await work(doing), await work(doing), await work(doing))
}

/** The processor's time, which a busy machine makes no longer. */
async function work(doing: () => unknown): Promise<number> {
  const began = process.cpuUsage()
  await doing()
  const { user, system } = process.cpuUsage(began)
  return (user + system) / 1000
}
