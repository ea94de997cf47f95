import { pipeline } from 'node:stream/promises'
import type { Request, Response } from 'express'
import { NotFound } from '../errors.js'
import type { House } from '../house.js'
import { savedAs } from '../web/saved-as.js'
import { withMiddle } from './pictures/middle-ones.js'
import { type PictureSize, WIDTHS } from './pictures/sizes.js'
import type { Range, Store } from './store.js'
import type { StoredFile } from './tables.js'

/**
 * Sends a stored file, or one of its smaller pictures, to someone whose right to see it was found beforehand. Parts can
 * be asked for (`Range`), which browsers need to play sound and film. Nothing that was sent can run as a page here.
 * @throws NotFound when the bytes are gone or the file was erased.
 */
export async function sendFile(
  res: Response,
  req: Request,
  store: Store,
  file: StoredFile,
  size?: PictureSize,
): Promise<void> {
  const { key, mediaType, tag } = chosen(file, size)
  const bytes = file.erasedAt || !key ? undefined : await store.size(key)
  if (!key || bytes === undefined) throw new NotFound('file')

  // Not through Express's own `set`, which would claim that every text is UTF-8.
  res.setHeader('Content-Type', mediaType)
  res.set({
    'Content-Disposition': disposition(file),
    'X-Content-Type-Options': 'nosniff',
    'Content-Security-Policy': policyFor(file),
    'Cross-Origin-Resource-Policy': 'same-origin',
    // A picture may stay in this browser, but each showing asks first, so that a withdrawal acts at once.
    'Cache-Control': file.kind === 'image' ? 'private, max-age=0, must-revalidate' : 'private, no-store',
    'Accept-Ranges': 'bytes',
    ETag: tag,
  })
  if (req.fresh) return void res.status(304).end()

  const range = rangeAsked(req, bytes, tag)
  if (range === 'impossible') return void res.status(416).set('Content-Range', `bytes */${bytes}`).end()
  if (range) res.status(206).set('Content-Range', `bytes ${range.start}-${range.end}/${bytes}`)
  res.set('Content-Length', String(range ? range.end - range.start + 1 : bytes))
  if (req.method === 'HEAD') return void res.end()
  await pour(res, store, key, range)
}

/** Sends a picture in one of its sizes, as `sendFile` does. One from before there were middle ones is drawn first. */
export async function sendPicture(
  res: Response,
  req: Request,
  { db, store }: Pick<House, 'db' | 'store'>,
  file: StoredFile,
  size: PictureSize,
): Promise<void> {
  await sendFile(res, req, store, size === 'middle' ? await withMiddle(db, store, file) : file, size)
}

/** The size that an address asks for, such as `?size=middle`; the one for pages where it says nothing else. */
export function sizeAsked(req: Request): PictureSize {
  return (Object.keys(WIDTHS) as PictureSize[]).find(size => size === req.query.size) ?? 'small'
}

async function pour(res: Response, store: Store, key: string, range: Range | undefined): Promise<void> {
  const bytes = await store.read(key, range)
  try {
    await pipeline(bytes, res)
  } catch (error) {
    // People close pages and skip through films: then nobody is there to be told.
    if ((error as NodeJS.ErrnoException).code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error
  }
}

function chosen(file: StoredFile, size?: PictureSize): { key: string | null; mediaType: string; tag: string } {
  if (size === 'thumbnail') return { key: file.thumbnailAs, mediaType: 'image/webp', tag: `"${file.sha256}-thumbnail"` }
  if (size === 'middle') return { key: file.middleAs, mediaType: 'image/webp', tag: `"${file.sha256}-middle"` }
  if (size === 'small') return { key: file.smallAs, mediaType: 'image/jpeg', tag: `"${file.sha256}-small"` }
  return { key: file.storedAs, mediaType: file.mediaType, tag: `"${file.sha256}"` }
}

/** One part, as players ask for it. Several at once get the whole, which RFC 9110 section 14.2 allows. */
function rangeAsked(req: Request, size: number, tag: string): Range | 'impossible' | undefined {
  const wanted = /^bytes=(\d*)-(\d*)$/.exec(req.get('range') ?? '')
  const condition = req.get('if-range')
  if (!wanted || req.method !== 'GET' || (condition && condition !== tag)) return undefined
  const [, first = '', last = ''] = wanted
  if (first === '' && last === '') return undefined
  const start = first === '' ? Math.max(0, size - Number(last)) : Number(first)
  const end = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1)
  return start <= end && start < size ? { start, end } : 'impossible'
}

/**
 * A player opened on its own, in a tab, is a small page of the browser's that loads this same address; within a sandbox
 * it would count as a stranger and be refused.
 */
function policyFor({ kind }: StoredFile): string {
  return kind === 'sound' || kind === 'film' ? "default-src 'none'; media-src 'self'" : "sandbox; default-src 'none'"
}

/** Only what was drawn anew, and sound and film, may show in the page; the rest is saved. */
function disposition({ kind, name }: StoredFile): string {
  const how = kind === 'image' || kind === 'sound' || kind === 'film' ? 'inline' : 'attachment'
  return savedAs(name, how)
}
