import { constants } from 'node:zlib'
import compression from 'compression'
import type { Request, RequestHandler, Response } from 'express'

/**
 * Pages and tables travel packed, but never in answer to another site: whoever lets a reader's browser ask for pages, and watches
 * how long the answers are, could otherwise guess at what stands in them (docs/decisions/pages-travel-packed.md).
 */
export const madeSmall: RequestHandler = compression({
  threshold: 1400,
  level: 3,
  brotli: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } },
  filter: (req, res) => askedByOurselves(req, res) && compression.filter(req, res),
})

/** Signed out, a page holds nothing that not everybody may read. */
function askedByOurselves(req: Request, res: Response): boolean {
  if (!res.locals.person) return !req.headers.cookie
  const site = req.get('sec-fetch-site')
  return site === 'same-origin' || site === 'none'
}
