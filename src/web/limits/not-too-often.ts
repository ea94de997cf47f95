import type { Request } from 'express'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { TooMany } from '../../errors.js'
import { whereFrom } from '../where-from.js'

/** So many times within so many seconds, and what whoever asks more often is told. */
export interface Often {
  times: number
  seconds: number
  sentence: string
}

/**
 * Counts requests by the address that they come from, in memory: a restart forgets them, and nothing about who asked is
 * written down.
 * @returns what counts a request @throws TooMany
 */
export function notTooOften({ times, seconds, sentence }: Often): (req: Request) => Promise<void> {
  const counted = new RateLimiterMemory({ points: times, duration: seconds })
  return async req => {
    try {
      await counted.consume(whereFrom(req))
    } catch (spent) {
      if (!(spent instanceof RateLimiterRes)) throw spent
      throw new TooMany(sentence, Math.ceil(spent.msBeforeNext / 1000))
    }
  }
}
