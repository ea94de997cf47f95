import type { RequestHandler } from 'express'

const window = 60_000
const mostKnown = 5000

/** Lets an address ask only so many times in a minute, so that nobody tries links one after another. */
export function notTooOften(most: number): RequestHandler {
  const asked = new Map<string, { since: number; times: number }>()
  return (req, res, next) => {
    const at = Date.now()
    const from = req.ip ?? ''
    const known = asked.get(from)
    const own = known && at - known.since < window ? known : { since: at, times: 0 }
    own.times++
    asked.delete(from)
    asked.set(from, own)
    if (asked.size > mostKnown) asked.delete(asked.keys().next().value!)
    if (own.times <= most) return next()
    res.status(429).set('Retry-After', '60').type('text/plain').send('Too many requests. Please try again in a minute.')
  }
}
