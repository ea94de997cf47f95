import type { RequestHandler } from 'express'
import { NotFound, Refusal } from '../errors.js'

/**
 * Refuses a change that another site asked for, before any of its body is read: the browser says where a request comes
 * from in Sec-Fetch-Site, older ones in Origin. One that says neither is refused.
 */
export function sameSite(baseUrl: string): RequestHandler {
  const ours = new URL(baseUrl).origin
  return (req, _res, next) => {
    if (['GET', 'HEAD'].includes(req.method)) return next()
    // No page of ours asks which ways there are.
    if (req.method === 'OPTIONS') return next(new NotFound())
    const site = req.get('sec-fetch-site')
    const from = req.get('origin')
    if (site ? site === 'same-origin' || site === 'none' : from === ours) return next()
    next(
      new Refusal(
        403,
        'That came from another site',
        'For your safety the workbench only takes changes from its own pages. Open the page here and try again.',
      ),
    )
  }
}
