import { availableParallelism, totalmem } from 'node:os'
import PQueue from 'p-queue'

/** How much of the machine a piece of work may take, and whether somebody waits for it before a page. */
export type Weight = 'light' | 'heavy' | 'in the background'

/** More than any thread or program here may hold. */
const heaviest = 900 * 1024 ** 2

/** Half of the memory belongs to heavy work, and one core more than there are: somebody always waits for the disk. */
export function howManyAtOnce(memory: number, cores: number): number {
  return Math.max(1, Math.min(cores + 1, Math.floor(memory / 2 / heaviest)))
}

const memory = Math.min(totalmem(), process.constrainedMemory() || Infinity)
const heavy = new PQueue({ concurrency: howManyAtOnce(memory, availableParallelism()) })
// What is light holds 256 MB at most and ends within a moment, so that it need not wait behind what is not.
const light = new PQueue({ concurrency: 2 })

/** The one place that bounds how much heavy work of all kinds runs at the same time. */
export function whenThereIsRoom<Result>(weight: Weight, work: () => Promise<Result>): Promise<Result> {
  if (weight === 'light') return light.add(work)
  return heavy.add(work, { priority: weight === 'heavy' ? 1 : 0 })
}
