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
  const larger = await work(() => doing(4 * few))
  return larger / smaller < 8 ? larger / smaller : lookedAtClosely(doing, larger)
}

/**
 * Some work stops at a bound, and a collection of rubbish or other work on the machine disturbs a measure now and then. In
 * sixteen times as much a square is 256 times the work, so that even a measure that is four times too large misleads nobody;
 * what still seems to be a square is measured again.
 */
async function lookedAtClosely(doing: (much: number) => unknown, larger: number): Promise<number> {
  const much = await work(() => doing(64 * few))
  if (Math.sqrt(much / larger) < 8) return Math.sqrt(much / larger)
  const least = async (size: number) => Math.min(await work(() => doing(size)), await work(() => doing(size)))
  return Math.sqrt((await least(64 * few)) / (await least(4 * few)))
}

/** The processor's time, which a busy machine makes no longer. */
async function work(doing: () => unknown): Promise<number> {
  const began = process.cpuUsage()
  await doing()
  const { user, system } = process.cpuUsage(began)
  return (user + system) / 1000
}
