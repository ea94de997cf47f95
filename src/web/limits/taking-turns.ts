import PQueue from 'p-queue'

export interface Turns {
  atOnce: number
  /** How many more may stand in line. */
  waiting: number
  /** What is said when the line is full. */
  full: () => Error
}

/** Whoever is urgent goes to the front of the line; whoever is patient is not refused, however long it is. */
interface Place {
  urgent?: boolean
  patient?: boolean
}

/**
 * Lets at most `atOnce` pieces of work run and `waiting` more stand in line.
 * @throws what `full` makes, when the line is full
 */
export function takeTurns({ atOnce, waiting, full }: Turns) {
  const line = new PQueue({ concurrency: atOnce })
  return async function inTurn<Result>(work: () => Promise<Result>, place: Place = {}): Promise<Result> {
    if (!place.patient && line.pending >= atOnce && line.size >= waiting) throw full()
    return line.add(work, { priority: place.urgent ? 1 : 0 })
  }
}
