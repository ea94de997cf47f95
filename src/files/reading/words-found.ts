import { withoutAtEnd } from '../../words/without-at-end.js'

/** How reading the text of a file ended. */
export type ReadingOutcome = 'text' | 'beginning' | 'none' | 'locked' | 'failed'

export interface WordsFound {
  outcome: ReadingOutcome
  /** Pages are parted by a line break and a form feed. */
  words: string
  /** How many pages were read; null where the format has none. */
  pages: number | null
  /** What stands in the file and was not read, each as it is said in a list: `3 pictures`. */
  leftOut?: string[]
}

/** Beyond this only the beginning is kept: more than any book that is evidence, less than what would stop a page. */
export const MOST_LETTERS = 1_000_000
export const MOST_PAGES = 1000

export const PAGE_BREAK = '\n\f'

/** Puts pages together as they are stored: without what no reader sees, and no longer than may be. */
export function asFound(pages: string[], isWhole = true, hasPages = true): WordsFound {
  let words = pages.map(tidy).join(PAGE_BREAK)
  const isCut = words.length > MOST_LETTERS
  if (isCut) words = words.slice(0, MOST_LETTERS).replace(/\p{Cs}$/u, '')
  const isEmpty = !/[\p{L}\p{N}]/u.test(words)
  return {
    outcome: isEmpty ? 'none' : isCut || !isWhole ? 'beginning' : 'text',
    words: isEmpty ? '' : words,
    pages: hasPages ? pages.length : null,
  }
}

/** The same letters for the same words, plain line breaks, and nothing that no reader sees. */
export function tidy(words: string): string {
  return words
    .normalize('NFC')
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(/\p{Cs}/gu, '\ufffd')
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u200b\ufeff]/g, '')
    .replace(/\u00a0/g, ' ')
    .split('\n')
    .map(line => withoutAtEnd(line, ' \t'))
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/^\n+|\n+$/g, '')
}
