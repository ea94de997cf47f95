import type { Response } from 'express'
import { packedAtOnce } from './making-small.js'

/** Sends a page, whole. Nobody asks again whether one that no browser keeps has changed. */
export function sendPage(res: Response, html: string): void {
  const page = Buffer.from(html)
  const packed = packedAtOnce(res, page)
  if (packed) res.setHeader('Content-Encoding', packed.way)
  const bytes = packed?.bytes ?? page
  res.setHeader('Content-Type', 'text/html; charset=utf-8')
  if (res.getHeader('Cache-Control') !== 'no-store') return void res.send(bytes)
  res.setHeader('Content-Length', bytes.length)
  res.end(bytes)
}
