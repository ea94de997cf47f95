import { channel } from 'node:diagnostics_channel'
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

/** What was done, for whoever measures: of which kind, for how long it waited and took, in seconds, and whether it went well. */
export interface WorkDone {
  of: WorkKind
  waited: number
  took: number
  isWell: boolean
}

export type WorkKind =
  | 'PDFs'
  | 'files for other programs'
  | 'charts'
  | 'pictures'
  | 'passwords'
  | 'texts of files'
  | 'looking through the database'

export const workDone = channel('enquiry-workbench:work-done')

/** How many pieces of heavy work run at this moment, and how many wait for their turn. */
export function workNow(): { running: number; waiting: number } {
  return { running: heavy.pending + light.pending, waiting: heavy.size + light.size }
}

/** The one place that bounds how much heavy work of all kinds runs at the same time. */
export function whenThereIsRoom<Result>(
  { of, weight }: { of: WorkKind; weight: Weight },
  work: () => Promise<Result>,
): Promise<Result> {
  const timed = () => measured(of, asked, work)
  const asked = performance.now()
  if (weight === 'light') return light.add(timed)
  return heavy.add(timed, { priority: weight === 'heavy' ? 1 : 0 })
}

async function measured<Result>(of: WorkKind, asked: number, work: () => Promise<Result>): Promise<Result> {
  const began = performance.now()
  const tell = (isWell: boolean) => {
    const done: WorkDone = { of, waited: (began - asked) / 1000, took: (performance.now() - began) / 1000, isWell }
    workDone.publish(done)
  }
  try {
    const result = await work()
    tell(true)
    return result
  } catch (error) {
    tell(false)
    throw error
  }
}
