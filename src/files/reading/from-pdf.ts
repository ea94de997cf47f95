import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { getDocument, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { asFound, MOST_LETTERS, MOST_PAGES, type WordsFound } from './words-found.js'

const library = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))

/** The text of a PDF, page by page, with what was typed into its form fields. Nothing in it is run or fetched. */
export async function readPdf(path: string): Promise<WordsFound> {
  const loading = getDocument({
    data: new Uint8Array(await readFile(path)),
    isEvalSupported: false,
    enableXfa: false,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    stopAtErrors: false,
    maxImageSize: 0,
    verbosity: 0,
    cMapUrl: join(library, 'cmaps/'),
    standardFontDataUrl: join(library, 'standard_fonts/'),
  })
  try {
    const document = await loading.promise
    const pages: string[] = []
    let letters = 0
    while (pages.length < Math.min(document.numPages, MOST_PAGES) && letters < MOST_LETTERS) {
      const page = await document.getPage(pages.length + 1)
      const words = await wordsOn(page)
      letters += words.length
      pages.push(words)
      page.cleanup()
    }
    return asFound(pages, pages.length === document.numPages)
  } catch (error) {
    if ((error as Error).name !== 'PasswordException') throw error
    return { outcome: 'locked', words: '', pages: null }
  } finally {
    await loading.destroy()
  }
}

async function wordsOn(page: PDFPageProxy): Promise<string> {
  const { items } = await page.getTextContent()
  let words = ''
  let baseline: number | undefined
  for (const item of items) {
    if (!('str' in item)) continue
    const [, , , , , y] = item.transform as number[]
    // More than a line's height between two lines is where a paragraph ends.
    if (words.endsWith('\n') && baseline !== undefined && baseline - y! > 1.7 * (item.height || 12)) words += '\n'
    words += item.str + (item.hasEOL ? '\n' : '')
    if (item.str.trim() !== '') baseline = y
  }
  return [words, ...(await typedInto(page))].join('\n')
}

interface Field {
  fieldValue?: unknown
  alternativeText?: string
  fieldName?: string
}

async function typedInto(page: PDFPageProxy): Promise<string[]> {
  const annotations = (await page.getAnnotations()) as Field[]
  return annotations.flatMap(({ fieldValue, alternativeText, fieldName }) => {
    if (typeof fieldValue !== 'string' || fieldValue.trim() === '') return []
    const name = alternativeText || fieldName
    return [name ? `${name}: ${fieldValue}` : fieldValue]
  })
}
