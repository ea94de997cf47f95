import { createHash } from 'node:crypto'
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Response } from 'express'
import { canonicalJson } from '../../documents/hash.js'
import type { Document } from '../../documents/document.js'
import { deckOf } from '../../handouts/deck.js'
import type { Handout } from '../../handouts/laying-out.js'
import { posterOf } from '../../handouts/poster.js'
import { slidesOf } from '../../handouts/slides.js'
import { summaryOf } from '../../handouts/summary.js'
import type { House } from '../../house.js'
import { writtenFor } from '../../office/writing.js'
import { savedAs } from '../../web/saved-as.js'
import { sendPdf, withPictures } from './sending-pdf.js'

/** The short forms of a write-up, by the word in their address. */
export const shortForms = {
  summary: summaryOf,
  'poster-a3': (whole: Document) => posterOf(whole, 'A3'),
  'poster-a1': (whole: Document) => posterOf(whole, 'A1'),
  slides: slidesOf,
} satisfies Record<string, (whole: Document) => Handout>

export type ShortForm = keyof typeof shortForms

export const shortFormNames = Object.keys(shortForms) as ShortForm[]

/** What can be taken away, as pages offer it (views/publishing/_take-away.ejs). */
export interface TakeAway {
  /** Set where nothing of it is published. */
  draft: boolean
  whole: { pdf: string; word: string }
  forms: { name: string; about: string; page: string; files: { text: string; href: string; says: string }[] }[]
}

/**
 * @param at the address of what is taken away, without an ending
 * @param edition the query that says which edition, or nothing
 */
export function takeAwayOf(at: string, { edition = '', draft = false, whole = '' } = {}): TakeAway {
  const href = (form: string, ending = '') => `${at}/${form}${ending}${edition}`
  const file = (text: string, form: string, ending: string, says: string) => ({ text, href: href(form, ending), says })
  return {
    draft,
    whole: { pdf: whole || `${at}.pdf${edition}`, word: `${at}.docx${edition}` },
    forms: [
      {
        name: 'Summary',
        about: 'Two pages of A4',
        page: href('summary'),
        files: [
          file('PDF', 'summary', '.pdf', 'Summary as a PDF'),
          file('Word', 'summary', '.docx', 'Summary for Word'),
        ],
      },
      {
        name: 'Poster',
        about: 'One page for a wall',
        page: href('poster-a3'),
        files: [
          file('A3', 'poster-a3', '.pdf', 'Poster on A3 as a PDF'),
          file('A1', 'poster-a1', '.pdf', 'Poster on A1 as a PDF'),
        ],
      },
      {
        name: 'Slides',
        about: 'One idea on each',
        page: href('slides'),
        files: [
          file('PDF', 'slides', '.pdf', 'Slides as a PDF'),
          file('PowerPoint', 'slides', '.pptx', 'Slides for PowerPoint'),
        ],
      },
    ],
  }
}

/** Draws a short form of a document off the request path, or finds it drawn, and sends it. */
export function sendShortForm(
  house: House,
  res: Response,
  whole: Document,
  form: ShortForm,
  name: string,
): Promise<void> {
  const handout = shortForms[form](whole)
  return sendPdf(house, res, handout.document, `${name}-${handout.name}`, handout.form)
}

/** Writes a document for Word, or finds the file that was written from the same words before, and sends it. */
export async function sendWord(house: House, res: Response, document: Document, name: string): Promise<void> {
  await sendWritten(house, res, document, {
    ...{ name, ending: 'docx', type: 'wordprocessingml.document', writtenAs: '1' },
    write: pictures => writtenFor({ as: 'Word', document, pictures }),
  })
}

/** Writes the slides of a write-up for PowerPoint, or finds them written, and sends them. */
export async function sendPowerpoint(house: House, res: Response, whole: Document, name: string): Promise<void> {
  const { document } = slidesOf(whole)
  const slides = deckOf(whole)
  await sendWritten(
    house,
    res,
    document,
    {
      ...{ name: `${name}-slides`, ending: 'pptx', type: 'presentationml.presentation', writtenAs: '1' },
      write: pictures => writtenFor({ as: 'PowerPoint', document, slides, pictures }),
    },
    slides,
  )
}

interface ToWrite {
  /** Of the file, without its ending. */
  name: string
  ending: 'docx' | 'pptx'
  type: string
  /** Changes whenever what is written into such a file does. */
  writtenAs: string
  write(pictures: Record<string, string>): Promise<Buffer>
}

const beingWritten = new Map<string, Promise<Buffer>>()

/** @param besides what it is written from beside the document */
async function sendWritten(
  house: House,
  res: Response,
  document: Document,
  { name, ending, type, writtenAs, write }: ToWrite,
  besides: unknown = null,
): Promise<void> {
  const bytes = await withPictures(house, document, pictures => {
    const key = createHash('sha256').update(canonicalJson({ writtenAs, document, pictures, besides })).digest('hex')
    const folder = join(house.cache, 'pdf')
    return keptOrWritten(folder, join(folder, `${key}.${ending}`), () => write(pictures))
  })
  res.type(`application/vnd.openxmlformats-officedocument.${type}`)
  res.set('Content-Disposition', savedAs(`${name}.${ending}`, 'attachment'))
  res.set('Content-Length', String(bytes.length))
  res.end(res.req.method === 'HEAD' ? undefined : bytes)
}

/** Kept beside the PDFs, so that what makes those go makes this go. */
async function keptOrWritten(folder: string, path: string, write: () => Promise<Buffer>): Promise<Buffer> {
  const kept = await readFile(path).catch(() => undefined)
  if (kept) return kept
  const already = beingWritten.get(path)
  if (already) return already
  const writing = written(folder, path, write).finally(() => beingWritten.delete(path))
  beingWritten.set(path, writing)
  return writing
}

async function written(folder: string, path: string, write: () => Promise<Buffer>): Promise<Buffer> {
  const bytes = await write()
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const unfinished = `${path}.${process.pid}.${Date.now()}.part`
  try {
    const file = await open(unfinished, 'wx', 0o600)
    await file.writeFile(bytes).finally(() => file.close())
    await rename(unfinished, path)
  } finally {
    await rm(unfinished, { force: true })
  }
  return bytes
}
