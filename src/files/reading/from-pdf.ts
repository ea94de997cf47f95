import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { getDocument, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { plural } from '../../words/words.js'
import { asTypedLetters, isGibberish, isOnlyPleaseWait, joined } from './pdf-words.js'
import { asFound, MOST_LETTERS, MOST_PAGES, type WordsFound } from './words-found.js'

const library = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))

/** The text of a PDF, page by page, with what was typed into its form fields. Nothing in it is run or fetched. */
export async function readPdf(path: string): Promise<WordsFound> {
  const loading = getDocument({
    data: new Uint8Array(await readFile(path)),
    isEvalSupported: false,
    // Forms of Adobe’s own kind hold nothing but “Please wait” beside it.
    enableXfa: true,
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
    let unreadable = 0
    let letters = 0
    while (pages.length < Math.min(document.numPages, MOST_PAGES) && letters < MOST_LETTERS) {
      const page = await document.getPage(pages.length + 1)
      const words = await wordsOn(page)
      const isNothing = isGibberish(words) || isOnlyPleaseWait(words)
      if (isNothing) unreadable += 1
      letters += words.length
      pages.push(isNothing ? '' : joined(asTypedLetters(words)))
      page.cleanup()
    }
    const found = asFound(pages, pages.length === document.numPages)
    const leftOut = `${plural(unreadable, 'page', 'pages')} whose letters the file does not tell`
    return unreadable > 0 && found.outcome !== 'none' ? { ...found, leftOut: [leftOut] } : found
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

interface Annotation {
  subtype?: string
  fieldValue?: unknown
  alternativeText?: string
  fieldName?: string
  checkBox?: boolean
  radioButton?: boolean
  buttonValue?: string
  contentsObj?: { str?: string }
}

/** What was typed or ticked in the fields of a form, and what somebody wrote upon the page. */
async function typedInto(page: PDFPageProxy): Promise<string[]> {
  const annotations = (await page.getAnnotations()) as Annotation[]
  return annotations.flatMap(one => {
    const name = one.alternativeText || one.fieldName
    const named = (words: string) => [name ? `${name}: ${words}` : words]
    if (one.checkBox) return named(isTicked(one) ? '☒' : '☐')
    if (one.radioButton) return one.fieldValue === one.buttonValue && one.buttonValue ? named(one.buttonValue) : []
    const { fieldValue } = one
    const chosen = Array.isArray(fieldValue)
      ? fieldValue.filter(word => typeof word === 'string').join(', ')
      : fieldValue
    if (typeof chosen === 'string' && chosen.trim() !== '') return named(chosen)
    const written = one.subtype === 'Popup' || one.subtype === 'Link' ? '' : (one.contentsObj?.str ?? '')
    return written.trim() === '' ? [] : [`Note: ${written.trim()}`]
  })
}

function isTicked({ fieldValue }: Annotation): boolean {
  return typeof fieldValue === 'string' && fieldValue !== '' && fieldValue !== 'Off'
}
