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
  // Some work stops at a bound, and other work on the machine disturbs a measure now and then.
  return ratio < 8 ? ratio : (await lesser(() => doing(16 * few))) / (await lesser(() => doing(4 * few)))
}

async function lesser(doing: () => unknown): Promise<number> {
  return Math.min(await work(doing), await work(doing))
}

/** The processor's time, which a busy machine makes no longer. */
async function work(doing: () => unknown): Promise<number> {
  const began = process.cpuUsage()
  await doing()
  const { user, system } = process.cpuUsage(began)
  return (user + system) / 1000
}
