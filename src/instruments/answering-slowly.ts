import { TooMany } from '../errors.js'

const quarter = 15 * 60_000
const most = 40

const answered = new Map<string, number[]>()

/**
 * A staff room answers from one address within minutes; a machine answers hundreds of times. Counted in memory: a restart
 * forgets it, and nothing about who answered is written down.
 * @throws TooMany
 */
export function countAnswerFrom(address: string, at = Date.now()): void {
  for (const [known, times] of answered) if (times.at(-1)! < at - quarter) answered.delete(known)
  const recent = (answered.get(address) ?? []).filter(time => time > at - quarter)
  if (recent.length >= most)
    throw new TooMany('Many answers have come from here just now. Please wait a quarter of an hour.')
  answered.set(address, [...recent, at])
}
