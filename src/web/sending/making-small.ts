import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import compression from 'compression'
import type { Request, RequestHandler, Response } from 'express'

/** The next rung makes pages a thirtieth smaller, and takes twice as long. */
const quality = 3
/** Anything shorter goes in one packet as it is. */
const shortest = 1400

/**
 * Pages and tables travel packed, but never in answer to another site: whoever lets a reader's browser ask for pages, and watches
 * how long the answers are, could otherwise guess at what stands in them (docs/decisions/pages-travel-packed.md).
 */
export const madeSmall: RequestHandler = compression({
  threshold: shortest,
  level: quality,
  brotli: { params: { [constants.BROTLI_PARAM_QUALITY]: quality } },
  filter: (req, res) => askedByOurselves(req, res) && compression.filter(req, res),
})

/** Whatever is longer keeps nobody waiting: it is packed beside everything else, as it goes out. */
const longestAtOnce = 256_000

const packedBy = {
  br: (page: Buffer) =>
    brotliCompressSync(page, {
      params: { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_LGWIN]: 17 },
    }),
  gzip: (page: Buffer) => gzipSync(page, { level: quality }),
}

/**
 * A page that is whole already, packed at once where it may be and its reader can unpack it; undefined where it goes out as any
 * answer does. Handing a page to another thread and taking it back costs more than packing it.
 */
export function packedAtOnce(res: Response, page: Buffer): { way: string; bytes: Buffer } | undefined {
  const { req } = res
  if (page.length < shortest || page.length > longestAtOnce || !askedByOurselves(req, res)) return undefined
  const way = (['br', 'gzip'] as const).find(one => req.acceptsEncodings(one))
  return way && { way, bytes: packedBy[way](page) }
}

/** Signed out, a page holds nothing that not everybody may read. */
function askedByOurselves(req: Request, res: Response): boolean {
  if (!res.locals.person) return !req.headers.cookie
  const site = req.get('sec-fetch-site')
  return site === 'same-origin' || site === 'none'
}
