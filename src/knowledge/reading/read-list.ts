import { readCslJson } from './csl-json.js'
import type { Found } from './entries.js'

/**
 * A list of references in any of the three formats that libraries and reference managers write.
 * What reads a format is opened with the first list in it.
 * @returns undefined where it is none of them
 */
export async function readList(text: string): Promise<Found | undefined> {
  const words = text.replace(/^\uFEFF/, '').normalize('NFC')
  if (/^\s*[[{]/.test(words)) return readCslJson(words)
  if (/^[ \t]*TY {1,2}-/m.test(words)) return (await import('./ris.js')).readRis(words)
  if (/^[ \t]*@[A-Za-z]+\s*[{(]/m.test(words)) return (await import('./bibtex.js')).readBibtex(words)
  return undefined
}
