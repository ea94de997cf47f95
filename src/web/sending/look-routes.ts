import { join } from 'node:path'
import type { RequestHandler } from 'express'
import sirv from 'sirv'
import { root } from '../../root.js'

const YEAR = 31_536_000

/**
 * Stylesheet, scripts, fonts and icons, in the smallest form that the browser can unpack. Under an address that changes with
 * what is there (`?v=…`, src/look/build.ts) they are kept for good, under any other they are asked for anew.
 */
export function lookRoutes(): RequestHandler {
  const files = sirv(join(root, 'dist/assets'), { brotli: true, gzip: true, etag: true })
  return (req, res, next) => {
    res.set('Cache-Control', typeof req.query.v === 'string' ? `public, max-age=${YEAR}, immutable` : 'no-cache')
    files(req, res, next as () => void)
  }
}
