import { createHash } from 'node:crypto'
import { mkdir, readdir, rm, stat, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { canonicalJson } from '../documents/hash.js'
import type { Document } from '../documents/document.js'
import type { Drawing } from './drawing.js'
import { filed, type Form } from './form.js'
import { pdfThreads } from './threads.js'

/** Changes whenever drawing changes, so that PDFs kept from before are drawn anew. */
const DRAWN_AS = '5'

const threads = pdfThreads()
const beingDrawn = new Map<string, Promise<string>>()

interface Wishes {
  /** The file of each picture in the document, by its id: JPEG or PNG, by absolute path. */
  picturePath: Record<string, string>
  /** The folder in which finished PDFs are kept. */
  to: string
  form?: Form
}

/**
 * Draws a document as a PDF, or finds the one that was drawn from the same words and pictures before.
 *
 * @returns the path of the finished PDF
 * @throws PdfFailed with a sentence for the reader
 */
export async function pdfOf(document: Document, { picturePath, to, form = filed }: Wishes): Promise<string> {
  const path = join(to, `${await keyOf(document, picturePath, form)}.pdf`)
  if (await isKept(path)) return path
  const already = beingDrawn.get(path)
  if (already) return already
  const drawing = drawnTo({ path, document, picturePath, form }, to).finally(() => beingDrawn.delete(path))
  beingDrawn.set(path, drawing)
  return drawing
}

/**
 * Throws away every PDF in the folder, as when somebody withdraws evidence that one of them may show; also those that
 * were being drawn at that moment, from what was there before.
 */
export async function forgetPdfs(to: string): Promise<void> {
  const begunBefore = [...beingDrawn.values()]
  await removeFrom(to, () => Promise.resolve(true))
  if (begunBefore.length === 0) return
  await Promise.allSettled(begunBefore)
  await removeFrom(to, () => Promise.resolve(true))
}

/** Throws away the PDFs that nobody asked for within so many days. */
export async function tidyPdfs(to: string, days: number): Promise<void> {
  const before = Date.now() - days * 86_400_000
  await removeFrom(to, async path => (await stat(path)).mtimeMs < before)
}

async function drawnTo(drawing: Drawing, to: string): Promise<string> {
  await mkdir(to, { recursive: true, mode: 0o700 })
  await threads.ask(drawing)
  return drawing.path
}

/** Being asked for keeps a PDF young. */
async function isKept(path: string): Promise<boolean> {
  const now = new Date()
  return utimes(path, now, now).then(
    () => true,
    () => false,
  )
}

async function keyOf(document: Document, picturePath: Record<string, string>, form: Form): Promise<string> {
  const pictures = await Promise.all(
    Object.entries(picturePath).map(async ([id, path]) => [id, await stampOf(path)] as const),
  )
  const said = canonicalJson({ drawnAs: DRAWN_AS, form, document, pictures: Object.fromEntries(pictures) })
  return createHash('sha256').update(said).digest('hex')
}

async function stampOf(path: string): Promise<string> {
  return stat(path).then(
    ({ size, mtimeMs }) => `${path} ${size} ${mtimeMs}`,
    () => 'missing',
  )
}

async function removeFrom(to: string, unwanted: (path: string) => Promise<boolean>): Promise<void> {
  const names = await readdir(to).catch(() => [])
  for (const name of names.filter(name => /\.(pdf|docx|pptx|part)$/.test(name))) {
    const path = join(to, name)
    if (await unwanted(path).catch(() => false)) await rm(path, { force: true })
  }
}
