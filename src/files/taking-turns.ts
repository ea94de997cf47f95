import { BadInput } from '../errors.js'

/**
 * Lets at most `atOnce` pieces of work run and `waiting` more stand in line.
 * @throws BadInput (503) with the sentence when the line is full.
 */
export function takeTurns(atOnce: number, waiting: number, sentence: string) {
  const line: (() => void)[] = []
  let running = 0

  return async function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    if (running >= atOnce) {
      if (line.length >= waiting) throw new BadInput(sentence, 503)
      await new Promise<void>(resolve => line.push(resolve))
    } else {
      running += 1
    }
    try {
      return await work()
    } finally {
      // The turn is handed on without being counted down, so that nobody can slip in between.
      const next = line.shift()
      if (next) next()
      else running -= 1
    }
  }
}
